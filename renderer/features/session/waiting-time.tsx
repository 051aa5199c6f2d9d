import { fairWaitOn } from '../../../shared/reception/session-acts.ts'
import { formatRemaining } from '../../../shared/text/duration.ts'
import { useNowMs } from '../../app/workstation-provider.tsx'
import classes from './session.module.css'
import { useSession } from './session-context.tsx'
import { useClocks } from './use-clocks.ts'

/** Before the start: how long it is to it, and how long the citizen is waited for. */
export function WaitingTime() {
  const { detail } = useSession()
  const waiting = useClocks()?.waiting ?? null
  const nowMs = useNowMs()
  if (nowMs === null) return null
  const untilAppointedMs = Date.parse(detail.card.state.facts.appointedAt) - nowMs
  const isOwed = fairWaitOn(detail.acts, 'notConnected', nowMs) !== null
  if (untilAppointedMs > 0) return <Counting words="До приёма" ms={untilAppointedMs} />
  if (!waiting) return null
  if (waiting.remainingMs > 0) return <Counting words="Ожидание ещё" ms={waiting.remainingMs} />
  return <span className={classes.timeWords}>{isOwed ? 'Подождите ещё' : 'Время ожидания истекло'}</span>
}

function Counting({ words, ms }: { words: string; ms: number }) {
  return (
    <span className={classes.timeWords}>
      {words} <strong className={classes.figure}>{formatRemaining(ms)}</strong>
    </span>
  )
}
