import { Divider } from '@mantine/core'
import { useRecorder } from '../../app/workstation-provider.tsx'
import { EarlierReceptions } from '../reception/earlier-receptions.tsx'
import { AlarmPanel } from '../recording/alarm-panel.tsx'
import { CallOffer } from './call-offer.tsx'
import { CitizenPhone } from './citizen-phone.tsx'
import { HelpButton } from './help-button.tsx'
import { Meters } from './meters.tsx'
import { MicrophoneKey } from './microphone-key.tsx'
import { NoShowOffer } from './no-show-offer.tsx'
import { PresenceLine } from './presence-line.tsx'
import classes from './session.module.css'
import { useSession } from './session-context.tsx'
import { TimeAndProof } from './time-and-proof.tsx'
import { useClocks } from './use-clocks.ts'

/** Right: time left, proof of the recording, voices, the microphone key, the phone. An alarm takes the top of it. */
export function RightColumn() {
  const { detail } = useSession()
  const recorder = useRecorder()
  const callOffered = useClocks()?.waiting?.callOffered ?? false
  const { facts } = detail.card.state
  return (
    <aside className={classes.column} aria-label="Время и запись">
      <AlarmPanel facts={facts} />
      <TimeAndProof />
      <NoShowOffer />
      {callOffered ? <CallOffer /> : <CitizenPhone />}
      <HelpButton />
      <EarlierReceptions receptionId={detail.card.id} />
      <PresenceLine />
      {recorder?.connected && facts.endedAt === null && (
        <>
          <Divider />
          <Meters recorder={recorder} />
          <MicrophoneKey recorder={recorder} />
        </>
      )}
    </aside>
  )
}
