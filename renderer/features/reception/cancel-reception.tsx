import type { ActPermission } from '../../../shared/applications/legal-acts.ts'
import type { DayCard } from '../../../shared/contract/receptions.ts'
import { CancelDialog, type CancelReason } from './cancel-dialog.tsx'
import { useReceptionAct } from './use-reception-act.ts'

interface CancelReceptionProps {
  card: DayCard
  permissions: Readonly<Record<CancelReason, ActPermission>>
  onClose: () => void
}

/** The cancellation as an event of a reception of the day's list. */
export function CancelReception({ card, permissions, onClose }: CancelReceptionProps) {
  const cancel = useReceptionAct(card, onClose)
  return (
    <CancelDialog
      about={`${card.shortName}, № ${card.journalNumber} в журнале.`}
      permissions={permissions}
      pending={cancel.isPending}
      error={cancel.error}
      onCancel={reason => cancel.mutate({ kind: 'cancelled', reason })}
      onClose={onClose}
    />
  )
}
