import { Stack } from '@mantine/core'
import { useState } from 'react'
import type { AnsweredApplication, ReplyToJudge } from '../../../shared/contract/replies.ts'
import { localToInstant } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { WhenFields } from '../../ui/when-fields.tsx'

/** When an answer came, where nobody but a person can say it. */
export interface ToldReceipt {
  /** The letter itself does not say it. */
  readonly isAsked: boolean
  /** Instant; null where it is not asked, or not told yet. */
  readonly at: string | null
  readonly isReady: boolean
  /** By what is known now: the workstation judges it again. */
  readonly isLate: boolean
  readonly date: string | null
  readonly time: string
  setDate(date: string | null): void
  setTime(time: string): void
}

export function useToldReceipt(reply: ReplyToJudge, application: AnsweredApplication | null): ToldReceipt {
  const timeZone = useTimeZone()
  const [date, setDate] = useState<string | null>(null)
  const [time, setTime] = useState('')
  const isAsked = reply.receiptSource === 'taken'
  const at = isAsked && date !== null && time !== '' ? localToInstant(`${date}T${time}`, timeZone) : null
  const isAfterTerm = at !== null && application?.dueOn != null && date !== null && date > application.dueOn
  return {
    ...{ isAsked, at, date, time, setDate, setTime },
    isReady: !isAsked || at !== null,
    isLate: isAsked ? isAfterTerm : (application?.late ?? false),
  }
}

/** Asked beside the answer itself: by this moment п. 2.5 is judged. */
export function ReceiptTold({ receipt, error }: { receipt: ToldReceipt; error: string | undefined }) {
  return (
    <Stack gap="xs" role="group" aria-label="Когда получен ответ">
      <ToneText tone="warn">
        Когда получен ответ, в файле не сказано: от этого зависит срок подтверждения (п. 2.5). Посмотрите в почтовой
        программе и укажите.
      </ToneText>
      <WhenFields
        dateLabel="Когда получен ответ"
        date={receipt.date}
        time={receipt.time}
        onDate={receipt.setDate}
        onTime={receipt.setTime}
        error={error}
      />
    </Stack>
  )
}
