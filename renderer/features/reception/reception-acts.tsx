import { Button, Group } from '@mantine/core'
import { IconArrowRight, IconCalendarEvent } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { DayCard } from '../../../shared/contract/receptions.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { useActs } from '../terms/use-acts.ts'
import { openWords } from './reception-word.ts'

const CancelDialog = lazyPart(() => import('./cancel-dialog.tsx').then(part => part.CancelDialog))
const MoveDialog = lazyPart(() => import('./move-dialog.tsx').then(part => part.MoveDialog))

/** What can be done with the chosen reception; opening it is the first. */
export function ReceptionActs({ card }: { card: DayCard }) {
  const [dialog, setDialog] = useState<'move' | 'cancel' | null>(null)
  const permission = useActs(card.id)
  const { step } = card.state
  // A room that stands open is left in the reception itself.
  const isBefore = step.name === 'scheduled' || step.name === 'moving'
  const movable = isBefore && permission('move').permitted
  const permissions = { refused: permission('cancelRefused'), notConfirmed: permission('cancelNotConfirmed') }
  const cancellable = isBefore && (permissions.refused.permitted || permissions.notConfirmed.permitted)
  const { words, first } = openWords(card.state)
  const close = () => setDialog(null)
  return (
    <>
      <Group>
        <Button
          size="md"
          variant={first ? 'filled' : 'default'}
          rightSection={<IconArrowRight aria-hidden size="1.1em" />}
          renderRoot={props => <Link to="/reception/$receptionId" params={{ receptionId: card.id }} {...props} />}
        >
          {words}
        </Button>
        {movable && (
          <Button
            size="md"
            variant={step.name === 'moving' ? 'filled' : 'default'}
            leftSection={<IconCalendarEvent aria-hidden size="1.1em" />}
            onClick={() => setDialog('move')}
          >
            Другой срок…
          </Button>
        )}
        {cancellable && (
          <Button size="md" variant="subtle" color="red" onClick={() => setDialog('cancel')}>
            Отменить (п. 2.6)…
          </Button>
        )}
      </Group>
      {dialog === 'move' && <MoveDialog card={card} onClose={close} />}
      {dialog === 'cancel' && <CancelDialog card={card} permissions={permissions} onClose={close} />}
    </>
  )
}
