import { Button, Group, Paper, Text } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { DayCard } from '../../../shared/contract/receptions.ts'
import { useDesk, useRegulation } from '../../app/desk.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { receptionWord } from './reception-word.ts'

/** A reception is open: the one thing to do is to go back to it. */
export function OpenReceptionCard({ receptionId, card }: { receptionId: string; card: DayCard | null }) {
  const regulation = useRegulation()
  const mayReceive = useDesk().session.account.role === 'specialist'
  const state = card ? receptionWord(card.state, regulation) : null
  return (
    <Paper withBorder p="md">
      <Group justify="space-between">
        <div>
          <Text fw={600} size="lg">
            {card ? `Приём открыт: ${card.shortName}` : 'Приём открыт'}
          </Text>
          {state && <ToneText tone={state.tone}>{state.word}</ToneText>}
        </div>
        {mayReceive && (
          <Button
            size="md"
            rightSection={<IconArrowRight aria-hidden size="1.1em" />}
            renderRoot={props => <Link to="/reception/$receptionId" params={{ receptionId }} {...props} />}
          >
            Вернуться к приёму
          </Button>
        )}
      </Group>
    </Paper>
  )
}
