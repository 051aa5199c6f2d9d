import { Text } from '@mantine/core'
import { fairWaitOn } from '../../../shared/reception/session-acts.ts'
import { formatTime } from '../../../shared/text/date-time.ts'
import { formatRemaining } from '../../../shared/text/duration.ts'
import { useRegulation, useTimeZone } from '../../app/desk.tsx'
import { useNowMs } from '../../app/workstation-provider.tsx'
import { fairClockText } from './fair-clock-text.ts'
import { useSession } from './session-context.tsx'
import { useClocks } from './use-clocks.ts'

/** Before the start: when it is appointed, and how long the citizen is waited for. */
export function WaitingTime() {
  const { detail } = useSession()
  const waiting = useClocks()?.waiting ?? null
  const nowMs = useNowMs()
  const timeZone = useTimeZone()
  const { noShow } = useRegulation().limits
  const { appointedAt } = detail.card.state.facts
  const isOwed = nowMs !== null && fairWaitOn(detail.acts, 'notConnected', nowMs) !== null
  const untilAppointedMs = nowMs === null ? 0 : Date.parse(appointedAt) - nowMs
  return (
    <div>
      <Text size="sm" c="dimmed">
        Назначен на {formatTime(appointedAt, timeZone)}
      </Text>
      {untilAppointedMs > 0 && (
        <Text size="lg" fw={600}>
          До приёма {formatRemaining(untilAppointedMs)}
        </Text>
      )}
      {waiting && untilAppointedMs <= 0 && (
        <Text size="lg" fw={600}>
          {waiting.remainingMs > 0
            ? `Ожидание ещё ${formatRemaining(waiting.remainingMs)}`
            : isOwed
              ? 'Подождите ещё'
              : 'Время ожидания истекло'}
        </Text>
      )}
      {waiting && (
        <Text size="xs" c="dimmed">
          {fairClockText(waiting, noShow, timeZone)}
        </Text>
      )}
    </div>
  )
}
