import { IconClockExclamation } from '@tabler/icons-react'
import { minuteMs } from '../../../shared/regulation/limits.ts'
import { formatOvertime, formatRemaining } from '../../../shared/text/duration.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import classes from './session.module.css'
import { useSession } from './session-context.tsx'
import { useClocks } from './use-clocks.ts'

/** From here on the time left is amber. */
const soonMs = 2 * minuteMs

/** «Осталось 12:41 из 15 мин», then «+0:40 сверх 15 минут»: no dialog at zero, the talk is never cut. */
export function TalkTime() {
  const { detail } = useSession()
  const talk = useClocks()?.talk ?? null
  if (!talk) return null
  const minutes = talk.limitMs / minuteMs
  if (talk.overtimeMs > 0) {
    return (
      <ToneText tone="bad" icon={IconClockExclamation} fw={600}>
        <span className={classes.figure}>{formatOvertime(talk.overtimeMs)}</span> сверх {minutes} минут
      </ToneText>
    )
  }
  if (detail.card.state.facts.endedAt !== null) return <span className={classes.timeWords}>Разговор завершён</span>
  const left = (
    <>
      Осталось <strong className={classes.figure}>{formatRemaining(talk.remainingMs)}</strong> из {minutes} мин
    </>
  )
  if (talk.remainingMs > soonMs) return <span className={classes.timeWords}>{left}</span>
  return (
    <ToneText tone="warn" icon={IconClockExclamation}>
      {left}
    </ToneText>
  )
}
