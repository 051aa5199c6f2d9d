import { EmergencyDialog } from './emergency-dialog.tsx'
import { FinishDialog } from './finish-dialog.tsx'
import { InterruptDialog } from './interrupt-dialog.tsx'

/** What interrupts the reception: it ends it, or someone's life is in danger. At most one is open. */
export function SessionDialogs() {
  return (
    <>
      <FinishDialog />
      <InterruptDialog />
      <EmergencyDialog />
    </>
  )
}
