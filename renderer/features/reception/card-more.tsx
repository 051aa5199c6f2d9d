import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DayCard } from '../../../shared/contract/receptions.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { useActs } from '../terms/use-acts.ts'

const CancelReception = lazyPart(() => import('./cancel-reception.tsx').then(part => part.CancelReception))
const MoveDialog = lazyPart(() => import('./move-dialog.tsx').then(part => part.MoveDialog))
const TermsDialog = lazyPart(() => import('../terms/terms-dialog.tsx').then(part => part.TermsDialog))
const RightsDialog = lazyPart(() => import('../rights/rights-dialog.tsx').then(part => part.RightsDialog))

interface CardMoreProps {
  card: DayCard
  /** Whether this person may move or cancel now. */
  mayAct: boolean
  /** null: there is no link to change. */
  onChangeLink: (() => void) | null
}

/** «Ещё по приёму»: everything that is not the next thing to do. */
export function CardMore({ card, mayAct, onChangeLink }: CardMoreProps) {
  const { queries } = useWorkstation()
  const [dialog, setDialog] = useState<'move' | 'cancel' | 'terms' | 'rights' | null>(null)
  const terms = useQuery(queries.applications.terms.queryOptions({ input: { receptionId: card.id } }))
  const permission = useActs(card.id)
  const { step } = card.state
  // A room that stands open is left in the reception itself; of one that is moving the other time is the next thing.
  const movable = mayAct && step.name === 'scheduled' && permission('move').permitted
  const permissions = { refused: permission('cancelRefused'), notConfirmed: permission('cancelNotConfirmed') }
  const isBefore = step.name === 'scheduled' || step.name === 'moving'
  const cancellable = mayAct && isBefore && (permissions.refused.permitted || permissions.notConfirmed.permitted)
  const close = () => setDialog(null)
  return (
    <>
      <Menu position="bottom-start" shadow="md">
        <Menu.Target>
          <Button size="md" variant="default" rightSection={<IconChevronDown aria-hidden size="1.1em" />}>
            Ещё по приёму
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {movable && <Menu.Item onClick={() => setDialog('move')}>Другой срок…</Menu.Item>}
          {onChangeLink !== null && <Menu.Item onClick={onChangeLink}>Сменить ссылку…</Menu.Item>}
          <Menu.Item onClick={() => setDialog('terms')}>Все сроки…</Menu.Item>
          <Menu.Item onClick={() => setDialog('rights')}>Персональные данные…</Menu.Item>
          {cancellable && (
            <Menu.Item c="red" onClick={() => setDialog('cancel')}>
              Отменить (п. 2.6)…
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'move' && <MoveDialog card={card} onClose={close} />}
      {dialog === 'cancel' && <CancelReception card={card} permissions={permissions} onClose={close} />}
      {dialog === 'terms' && terms.data && <TermsDialog terms={terms.data.terms} onClose={close} />}
      {dialog === 'rights' && (
        <RightsDialog
          applicationId={card.applicationId}
          title={`${card.shortName}, № ${card.journalNumber} в журнале`}
          onClose={close}
        />
      )}
    </>
  )
}
