import * as z from 'zod'

/**
 * Why a recording of somebody else is opened, and why the document in the picture is uncovered; `control` is the head's
 * alone (п. 3.14).
 */
export const ViewingReason = z.enum(['identification', 'complaint', 'request', 'control'])
export type ViewingReason = z.infer<typeof ViewingReason>

/** How somebody may look at a recording: who held the reception needs no reason, a specialist not for ever. */
export const ViewingRule = z.enum(['own', 'withReason', 'headOnly'])
export type ViewingRule = z.infer<typeof ViewingRule>

export function viewingReasonText(reason: ViewingReason): string {
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
  /** Of `uncovered`, and of `viewed` by who did not hold the reception; null for lines older than the reasons. */
  reason: ViewingReason.nullable(),
})
export type Viewing = z.infer<typeof Viewing>
