import { useRecorder } from '../../app/workstation-provider.tsx'
import { EarlierReceptions } from '../reception/earlier-receptions.tsx'
import { RecordingProof } from '../recording/recording-proof.tsx'
import { CitizenPhone } from './citizen-phone.tsx'
import { HelpButton } from './help-button.tsx'
import { Meters } from './meters.tsx'
import { MicrophoneKey } from './microphone-key.tsx'
import { PresenceLine } from './presence-line.tsx'
import classes from './session.module.css'
import { useSession } from './session-context.tsx'

/** Below the picture: proof of the recording, voices, the microphone key, the phone. */
export function StatusAside() {
  const { detail } = useSession()
  const recorder = useRecorder()
  const { facts } = detail.card.state
  const isHeard = recorder?.connected === true && facts.endedAt === null
  return (
    <aside className={classes.status} aria-label="Связь и запись">
      <div className={classes.statusPart}>
        {facts.connectedAt !== null && <RecordingProof receptionId={detail.card.id} ended={facts.endedAt !== null} />}
        <CitizenPhone />
        <PresenceLine />
      </div>
      <div className={classes.statusPart}>
        {isHeard && <Meters recorder={recorder} />}
        {isHeard && <MicrophoneKey recorder={recorder} />}
        <HelpButton />
        <EarlierReceptions receptionId={detail.card.id} />
      </div>
    </aside>
  )
}
