import { Fieldset, Stack, Text, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { receiptSourceWords } from '../../../shared/mailroom/receipt-source.ts'
import { formatLocalDate } from '../../../shared/text/date-time.ts'
import type { LetterReceiptDay } from './registration-values.ts'

interface ReceiptFieldsProps {
  receipt: LetterReceiptDay
  /** As it stands in the form; null = empty. */
  receivedOn: string | null
  reason: string
  reasonError: string | null
  onReason: (reason: string) => void
  /** The field of the day. */
  children: ReactNode
}

/** The day a letter was received: who says so, and why it is another one where a person puts it right (п. 2.4). */
export function ReceiptFields({ receipt, receivedOn, reason, reasonError, onReason, children }: ReceiptFieldsProps) {
  const isOther = receipt.on !== null && receivedOn !== receipt.on
  return (
    <Fieldset legend="Поступление">
      <Stack gap="xs">
        {children}
        {receipt.on === null ? (
          <Text size="sm" c="var(--tone-warn)">
            Когда письмо поступило, из него не видно. Посмотрите в почте, куда оно пришло: от этого дня считаются сроки.
          </Text>
        ) : (
          <Text size="sm" c="dimmed">
            Письмо поступило {formatLocalDate(receipt.on)}, {receiptSourceWords[receipt.source]}. От этого дня считаются
            сроки.
          </Text>
        )}
        {isOther && (
          <TextInput
            label="Почему дата другая"
            description="Останется в истории заявки"
            required
            autoComplete="off"
            maxLength={300}
            value={reason}
            error={reasonError}
            onChange={event => onReason(event.currentTarget.value)}
          />
        )}
      </Stack>
    </Fieldset>
  )
}
