import { ConnectionLostCard } from './connection-lost-card.tsx'
import { FaultCard } from './fault-card.tsx'
import { MovingCard } from './moving-card.tsx'
import { isNoticeFirst } from './notice-first.ts'
import { RepeatedNoticeCard } from './repeated-notice-card.tsx'
import { useSession } from './session-context.tsx'

/** What stands above the steps until it is settled. */
export function LiveNotices() {
  const { detail } = useSession()
  const { step } = detail.card.state
  switch (step.name) {
    case 'connectionLost':
      return <ConnectionLostCard since={step.since} />
    case 'fault':
      return <FaultCard since={step.since} description={step.description} />
    case 'moving':
      return <MovingCard reason={step.reason} />
    default:
      return isNoticeFirst(detail.card.state) ? <RepeatedNoticeCard /> : null
  }
}
