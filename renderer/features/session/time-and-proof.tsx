import { RecordingProof } from '../recording/recording-proof.tsx'
import { useSession } from './session-context.tsx'
import { TalkTime } from './talk-time.tsx'
import { WaitingTime } from './waiting-time.tsx'

/** The clock that counts now, and what of the recording is proven. */
export function TimeAndProof() {
  const { detail } = useSession()
  const { facts } = detail.card.state
  const started = facts.connectedAt !== null
  return (
    <>
      {started ? <TalkTime /> : <WaitingTime />}
      {started && <RecordingProof receptionId={detail.card.id} ended={facts.endedAt !== null} />}
    </>
  )
}
