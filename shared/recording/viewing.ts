import * as z from 'zod'

/** Why the document in the picture is uncovered; `control` is the head's alone (п. 3.14). */
export const UncoverReason = z.enum(['identification', 'complaint', 'request', 'control'])
export type UncoverReason = z.infer<typeof UncoverReason>

export function uncoverReasonText(reason: UncoverReason): string {
  switch (reason) {
    case 'identification':
      return 'проверка идентификации'
    case 'complaint':
      return 'жалоба или обращение'
    case 'request':
      return 'запрос суда, прокуратуры, полиции'
    case 'control':
      return 'контроль (п. 3.14)'
    default:
      return reason satisfies never
  }
}

/** One look at a recording, from the event log. */
export const Viewing = z.strictObject({
  at: z.iso.datetime({ offset: true }),
  name: z.string(),
  act: z.enum(['viewed', 'uncovered', 'verified']),
  /** Only of `uncovered`; null for lines older than the reasons. */
  reason: UncoverReason.nullable(),
})
export type Viewing = z.infer<typeof Viewing>
