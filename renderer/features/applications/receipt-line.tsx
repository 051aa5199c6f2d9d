import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { ApplicationMatter } from '../../../shared/contract/application-list.ts'
import { receiptSourceWords } from '../../../shared/mailroom/receipt-source.ts'
import { formatDateTime, formatLocalDate } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { ReceiptDialog } from './receipt-dialog.tsx'

/** When the application was received, who says so, and the way to put it right. */
export function ReceiptLine({ matter }: { matter: ApplicationMatter }) {
  const timeZone = useTimeZone()
  const [correcting, setCorrecting] = useState(false)
  const { card, receivedAt, receiptSource, formSubmittedAt, registrarName } = matter
  return (
    <Group gap="sm" justify="space-between" align="flex-start" wrap="nowrap">
      <Text size="sm" c="dimmed">
        Поступила {formatLocalDate(card.receivedOn)} ({receiptSourceWords[receiptSource]})
        {receivedAt !== null && `, письмо получено ${formatDateTime(receivedAt, timeZone)}`}
        {formSubmittedAt !== null && `, форма отправлена ${formatDateTime(formSubmittedAt, timeZone)}`}
        {receivedAt === null && `, регистрация: ${registrarName}`}
      </Text>
      <Button size="compact-sm" variant="default" style={{ flexShrink: 0 }} onClick={() => setCorrecting(true)}>
        Исправить дату…
      </Button>
      {correcting && <ReceiptDialog matter={matter} onClose={() => setCorrecting(false)} />}
    </Group>
  )
}
