import * as z from 'zod'

/** What a citizen is written about (пп. 2.4, 2.6, 3.5). */
export const NoticeKind = z.enum(['appointment', 'move', 'cancellation', 'rejection'])
export type NoticeKind = z.infer<typeof NoticeKind>
