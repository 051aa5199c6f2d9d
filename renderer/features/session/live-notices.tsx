import { useRoomState } from '../equipment/use-room-state.ts'
import { ConnectionLostCard } from './connection-lost-card.tsx'
import { FaultCard } from './fault-card.tsx'
import { MovingCard } from './moving-card.tsx'
import { isNoticeFirst } from './notice-first.ts'
import { RepeatedNoticeCard } from './repeated-notice-card.tsx'
import { RoomProblemCard } from './room-problem-card.tsx'
import { useSession } from './session-context.tsx'
import { isTalking } from './session-rules.ts'

/** What stands above the steps until it is settled. */
export function LiveNotices() {
  const { detail } = useSession()
  const { step } = detail.card.state
  const { problem } = useRoomState(detail.card.id)
  switch (step.name) {
    case 'connectionLost':
      return <ConnectionLostCard since={step.since} />
    case 'fault':
      return <FaultCard since={step.since} description={step.description} />
    case 'moving':
      return <MovingCard reason={step.reason} />
    default:
      // Before the talk the step itself shows it, beside what waits for the room.
      if (problem !== null && isTalking(step.name)) return <RoomProblemCard problem={problem} />
      return isNoticeFirst(detail.card.state) ? <RepeatedNoticeCard /> : null
  }
}
