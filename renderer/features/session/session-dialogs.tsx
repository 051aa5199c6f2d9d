import { SecondEngineDialog } from '../recording/second-engine-dialog.tsx'
import { EmergencyDialog } from './emergency-dialog.tsx'
import { FinishDialog } from './finish-dialog.tsx'
import { HelpDialog } from './help-dialog.tsx'
import { InterruptDialog } from './interrupt-dialog.tsx'
import { PresenceDialog } from './presence-dialog.tsx'
import { useSession } from './session-context.tsx'
import { TimesDialog } from './times-dialog.tsx'

/** The dialogs of the session; at most one is open. */
export function SessionDialogs() {
  const { dialog, closeDialog } = useSession()
  return (
    <>
      <FinishDialog />
      <InterruptDialog />
      <EmergencyDialog />
      <HelpDialog />
      <PresenceDialog />
      <TimesDialog />
      {dialog === 'secondEngine' && <SecondEngineDialog onClose={() => closeDialog('secondEngine')} />}
    </>
  )
}
