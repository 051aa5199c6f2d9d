import { formatDate, formatTime, zoneNote } from '../../../shared/text/date-time.ts'
import { groupedDigits } from './grouped-digits.ts'

interface LinkAgain {
  readonly link: string
  readonly meetingNumber: string | null
  readonly appointedAt: string
  readonly timeZone: string
}

/** What is sent once more: link, number, time — never the topic or a name, the message may be read by others. */
export function linkAgainText({ link, meetingNumber, appointedAt, timeZone }: LinkAgain): string {
  const lines = [
    'Личный приём по видеосвязи',
    `Время: ${formatDate(appointedAt, timeZone)} в ${formatTime(appointedAt, timeZone)} (${zoneNote(appointedAt, timeZone)})`,
    `Ссылка: ${link}`,
  ]
  if (meetingNumber !== null) lines.push(`Номер встречи: ${groupedDigits(meetingNumber)}`)
  return lines.join('\n')
}
