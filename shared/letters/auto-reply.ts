/** Header lines by small name. */
export type Head = (name: string) => string | null

const subjects =
  /^\s*(?:re:\s*)?(?:автоответ|авто-ответ|автоматическ(?:ий|ое) (?:ответ|уведомление|сообщение)|out of (?:the )?office|automatic reply|auto(?:matic)?[- ]?(?:reply|response)|autoreply|нет на месте|я в отпуске|в отпуске|отсутству(?:ю|ет)|вне офиса|уведомление о прочтении|прочтено:|read:)/iu

/** A machine says itself that it answers (RFC 3834, and what older programs write). */
export function isAutoReply(head: Head): boolean {
  const submitted = head('auto-submitted')?.toLowerCase() ?? 'no'
  if (submitted.startsWith('auto-replied') || submitted.startsWith('auto-notified')) return true
  if (head('x-autoreply') !== null || head('x-autorespond') !== null || head('x-autoresponder') !== null) return true
  if (/disposition-notification/iu.test(head('content-type') ?? '')) return true
  return /^auto[_-]?reply/iu.test(head('precedence') ?? '')
}

/** Most likely written by a machine; the letters of a site's form are too, and they are applications. */
export function mayBeAutoReply(head: Head, subject: string): boolean {
  if (subjects.test(subject)) return true
  const submitted = head('auto-submitted')?.toLowerCase() ?? 'no'
  return !submitted.startsWith('no') || /^(?:bulk|junk|list)/iu.test(head('precedence') ?? '')
}
