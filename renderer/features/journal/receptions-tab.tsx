import { Anchor, Paper, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { JournalReception } from '../../../shared/contract/journal.ts'
import type { Regulation } from '../../../shared/regulation/regulation.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useRegulation, useTimeZone } from '../../app/desk.tsx'

/** Every reception of the application, the moved ones too. */
export function ReceptionsTab({ receptions }: { receptions: readonly JournalReception[] }) {
  const timeZone = useTimeZone()
  const regulation = useRegulation()
  if (receptions.length === 0) return <Text c="dimmed">Приём ещё не назначен.</Text>
  return (
    <Stack gap="sm">
      {receptions.map(reception => (
        <Paper key={reception.id} withBorder p="sm">
          <Anchor
            renderRoot={props => (
              <Link to="/reception/$receptionId" params={{ receptionId: reception.id }} {...props} />
            )}
          >
            {formatDateTime(reception.appointedAt, timeZone)}
          </Anchor>
          <Text>{endWords(reception, regulation)}</Text>
          <Text size="xs" c="dimmed">
            {reception.specialistName}
          </Text>
        </Paper>
      ))}
    </Stack>
  )
}

/** How a reception ended, in the words of the regulation; where it stands otherwise. */
function endWords({ events, step }: JournalReception, { outcomes }: Regulation): string {
  const closed = events.findLast(({ action }) => action.kind === 'closed')?.action
  if (step === 'closed' && closed?.kind === 'closed') {
    return outcomes.find(({ code }) => code === closed.outcome)?.title ?? closed.outcome
  }
  switch (step) {
    case 'scheduled':
      return 'Назначен'
    case 'moved':
      return 'Перенесён на иной срок'
    case 'moving':
      return 'Согласуется иной срок'
    case 'cancelled':
      return 'Отменён (п. 2.6)'
    case 'closing':
      return 'Результат не записан'
    default:
      return 'Идёт'
  }
}
