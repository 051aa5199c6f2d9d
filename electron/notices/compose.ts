import type { NoticeRowStored } from './notice-store.ts'
import type { StoredServer } from './server-store.ts'

/** The letter as it goes over the wire. The same notice gives the same Message-ID and Date however often it is sent. */
export async function composeNotice(
  notice: Pick<NoticeRowStored, 'toAddress' | 'subject' | 'text' | 'messageId' | 'formedAt' | 'calendar' | 'kind'>,
  attachments: readonly { name: string; mediaType: string; content: Buffer }[],
  { fromName, fromAddress }: Pick<StoredServer, 'fromName' | 'fromAddress'>,
): Promise<Buffer> {
  // Loaded with the first letter: a start does not wait for it.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer/index.js')
  return new MailComposer({
    from: { name: fromName, address: fromAddress },
    to: notice.toAddress,
    subject: notice.subject,
    text: notice.text,
    messageId: notice.messageId,
    date: new Date(notice.formedAt),
    // Asks other machines not to answer: «в отпуске» is no confirmation (п. 2.5).
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
    ...(notice.calendar === null
      ? {}
      : {
          icalEvent: {
            // Part and file must name the same method, or Outlook refuses both.
            method: notice.kind === 'cancellation' ? 'cancel' : 'publish',
            filename: 'priem.ics',
            content: notice.calendar,
          },
        }),
    attachments: attachments.map(({ name, mediaType, content }) => ({
      filename: name,
      contentType: mediaType,
      content,
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
}
