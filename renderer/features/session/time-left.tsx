import classes from './session.module.css'
import { useSession } from './session-context.tsx'
import { TalkTime } from './talk-time.tsx'
import { WaitingTime } from './waiting-time.tsx'
import { WallClock } from './wall-clock.tsx'

/** The largest figure of the screen: the time that counts now; beside it, small, the time of day. */
export function TimeLeft() {
  const { detail } = useSession()
  return (
    <section className={classes.time} aria-label="Сколько осталось">
      {detail.card.state.facts.connectedAt === null ? <WaitingTime /> : <TalkTime />}
      <WallClock />
    </section>
  )
}
