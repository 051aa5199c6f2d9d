import { isBelievableReceipt } from '../../shared/mailroom/receipt-source.ts'
import { formatDateTime } from '../../shared/text/date-time.ts'
import type { ReadReply } from './reply-index.ts'

/** A person says when a letter came, and nobody else does. */
export const isTold = (letter: ReadReply, told: string | null): told is string =>
  told !== null && letter.receiptSource === 'taken'

/** The letter with the moment a person told in place of the one the program took it at. */
export const receivedAs = (letter: ReadReply, told: string | null): ReadReply =>
  isTold(letter, told) ? { ...letter, receivedAt: told, receiptSource: 'received' } : letter

/** What is wrong with what was told, or that nothing was; null = nothing. Russian. */
export function faultOfReceipt(letter: ReadReply, told: string | null, nowMs: number): string | null {
  if (letter.receiptSource !== 'taken') {
    return told === null ? null : 'Когда получено письмо, говорит почтовый сервер: указать другое нельзя'
  }
  if (told === null) return 'Укажите, когда получен ответ: в файле письма нет отметки почтового сервера'
  const ms = Date.parse(told)
  return ms <= nowMs && isBelievableReceipt(ms, nowMs) ? null : 'Это время ещё не наступило или слишком давнее'
}

/** The trace of who said when the answer came, beside the reason somebody gave. */
export const noteOfReceipt = (note: string, told: string, timeZone: string): string =>
  [
    note.replace(/\.$/u, ''),
    `Ответ получен ${formatDateTime(told, timeZone)}: время указано при разборе, отметки сервера в файле нет`,
  ]
    .filter(text => text !== '')
    .join('. ')
