import * as z from 'zod'

/** Who says when the body received a letter. */
export const LetterReceiptSource = z.enum([
  /** INTERNALDATE of the body's own mail server. */
  'internalDate',
  /** The topmost `Received:`, written by the last server on the letter's way. */
  'received',
  /** Nobody: known is only when the program took the letter; the day is asked of a person. */
  'taken',
])
export type LetterReceiptSource = z.infer<typeof LetterReceiptSource>

/** Who says on which day an application was received. */
export const ReceiptSource = z.enum([...LetterReceiptSource.options, 'person'])
export type ReceiptSource = z.infer<typeof ReceiptSource>

/** Behind a date, in the middle of a sentence. */
export const receiptSourceWords: Readonly<Record<ReceiptSource, string>> = {
  internalDate: 'по почтовому серверу',
  received: 'по отметке почтового сервера в письме',
  taken: 'когда письмо попало в программу; когда оно поступило, неизвестно',
  person: 'указано при регистрации',
}

/** Servers and this computer need not agree to the minute. */
const toleranceMs = 60 * 60_000
const earliestMs = Date.UTC(2000, 0, 1)

/** Whether a moment can be the receipt of a letter at all: not before 2000, not after now. */
export const isBelievableReceipt = (atMs: number, nowMs: number): boolean =>
  Number.isFinite(atMs) && atMs >= earliestMs && atMs <= nowMs + toleranceMs
