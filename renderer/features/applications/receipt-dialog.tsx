import { Text } from '@mantine/core'
import { useState } from 'react'
import type { ApplicationMatter } from '../../../shared/contract/application-list.ts'
import { receiptSourceWords } from '../../../shared/mailroom/receipt-source.ts'
import { formatLocalDate } from '../../../shared/text/date-time.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { faultFields } from '../../ui/fault-hint.ts'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { useMatterAct } from './use-matter-act.ts'

/** Another day of receipt with its reason; terms are counted anew and the trace stays. */
export function ReceiptDialog({ matter, onClose }: { matter: ApplicationMatter; onClose: () => void }) {
  const { calls } = useWorkstation()
  const { id: applicationId, receivedOn: before } = matter.card
  const [day, setDay] = useState<string | null>(before)
  const correct = useMatterAct(
    ({ receivedOn, reason }: { receivedOn: string; reason: string }) =>
      calls.applications.correctReceipt({ applicationId, receivedOn, reason }),
    onClose,
  )
  return (
    <ReasonDialog
      title="Исправить дату поступления"
      label="Почему дата другая"
      button="Исправить и пересчитать сроки"
      pending={correct.isPending}
      error={correct.error}
      blocked={day === null || day === before}
      onSubmit={reason => day !== null && correct.mutate({ receivedOn: day, reason })}
      onClose={onClose}
    >
      <Text>
        Сейчас: {formatLocalDate(before)} ({receiptSourceWords[matter.receiptSource]}). Сроки будут пересчитаны от новой
        даты, прежняя дата и причина останутся в истории.
      </Text>
      <DayField
        label="Дата поступления"
        required
        data-autofocus
        value={day}
        error={faultFields(correct.error).receivedOn}
        onChange={value => setDay(value)}
      />
    </ReasonDialog>
  )
}
