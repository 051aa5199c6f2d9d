import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'

export interface CalendarEntry {
  readonly applicationId: string
  /** Domain of the sender: UID and Message-ID end so. */
  readonly domain: string
  readonly sequence: number
  readonly isCancelled: boolean
  readonly appointedAt: string
  readonly talkMs: number
  readonly link: string | null
  readonly officialName: string
  readonly bodyName: string
  readonly phone: string
  /** null: no sender was entered yet. */
  readonly fromAddress: string | null
  readonly formedAt: string
}

/**
 * The text of an ICS file (RFC 5545): METHOD:PUBLISH or CANCEL, one UID per application, SEQUENCE as given. Confirmation
 * is a letter or a call (п. 2.5), so that nothing here asks for an answer. No topic, document, address, nor the name of
 * the citizen: calendars are shared.
 */
export function calendarEntry(entry: CalendarEntry): string {
  const { isCancelled, link, phone, bodyName, fromAddress } = entry
  const calendar = ical({
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Видеоприём', product: 'Уведомления', language: 'RU' },
  })
  const startMs = Date.parse(entry.appointedAt)
  calendar.createEvent({
    id: `${entry.applicationId}@${entry.domain}`,
    sequence: entry.sequence,
    start: new Date(startMs),
    end: new Date(startMs + entry.talkMs),
    stamp: new Date(entry.formedAt),
    summary: isCancelled ? 'Отменён: личный приём по видеосвязи' : 'Личный приём по видеосвязи',
    description: [`Приём ведёт: ${entry.officialName}`, bodyName, phone === '' ? '' : `Телефон: ${phone}`]
      .filter(line => line !== '')
      .join('\n'),
    ...(link === null ? {} : { location: link, url: link }),
    ...(fromAddress === null ? {} : { organizer: { name: bodyName, email: fromAddress } }),
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
  return calendar.toString()
}
