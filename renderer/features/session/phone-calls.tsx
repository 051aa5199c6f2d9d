import { Text } from '@mantine/core'
import type { CallResult } from '../../../shared/reception/event.ts'
import { formatTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useSession } from './session-context.tsx'

const words: Record<CallResult, string> = {
  agreed: 'договорились',
  declined: 'отказался',
  notReached: 'не ответил',
  willConnect: 'подключится',
}

/** The calls made so far, in one line. */
export function PhoneCalls() {
  const { detail } = useSession()
  const timeZone = useTimeZone()
  const { calls } = detail.card.state.facts
  if (calls.length === 0) return null
  return (
    <Text size="xs" c="dimmed">
      Звонки: {calls.map(call => `${formatTime(call.at, timeZone)} ${words[call.result]}`).join(' · ')}
    </Text>
  )
}
