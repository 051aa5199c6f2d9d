import { formatTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useNowMs } from '../../app/workstation-provider.tsx'
import classes from './session.module.css'

/** The workstation's clock, local to the body. */
export function WallClock() {
  const nowMs = useNowMs()
  const timeZone = useTimeZone()
  return (
    <span className={classes.clock} role="timer" aria-live="off" aria-label="Время">
      {nowMs === null ? '––:––' : formatTime(nowMs, timeZone)}
    </span>
  )
}
