import * as z from 'zod'

/** What a citizen is written about (пп. 2.4, 2.6, 3.5). */
export const NoticeKind = z.enum(['appointment', 'move', 'cancellation', 'rejection'])
export type NoticeKind = z.infer<typeof NoticeKind>

/** In the middle of a sentence. */
export const noticeKindWords: Readonly<Record<NoticeKind, string>> = {
  appointment: 'уведомление о приёме',
  move: 'уведомление об ином сроке',
  cancellation: 'уведомление об отмене приёма',
  rejection: 'решение об отклонении',
}
