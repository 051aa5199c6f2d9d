import type { NoticeDesk } from './notice-order.ts'

/** A workplace without an outbox: every citizen is told otherwise, and that is noted by hand. */
export const noOutbox: NoticeDesk = { form: () => 'noAddress', sendSoon: () => undefined }
