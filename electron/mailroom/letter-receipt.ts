import { isBelievableReceipt, type LetterReceiptSource } from '../../shared/mailroom/receipt-source.ts'
import { topmostReceivedMs } from '../../shared/mailroom/received-header.ts'
import { headEnd } from './letter-hashes.ts'

/** When the body received a letter, and who says so. */
export interface LetterReceipt {
  /** ISO instant in UTC; of `taken` the moment the program took it. */
  readonly at: string
  readonly source: LetterReceiptSource
}

const longestHeadBytes = 256 * 1024

/**
 * The receipt of a letter: INTERNALDATE of the server, else the topmost `Received:`, else nobody knows it. A moment before
 * 2000 or still to come is not believed. `internalDateMs`: null where the letter came as a file, or the server gave none.
 */
export function receiptOfLetter(raw: Buffer, internalDateMs: number | null, nowMs: number): LetterReceipt {
  const at = (ms: number) => new Date(ms).toISOString()
  if (internalDateMs !== null && isBelievableReceipt(internalDateMs, nowMs)) {
    return { at: at(internalDateMs), source: 'internalDate' }
  }
  const head = raw.subarray(0, Math.min(headEnd(raw), longestHeadBytes)).toString('latin1')
  const receivedMs = topmostReceivedMs(head.replace(/^\u00EF\u00BB\u00BF/, ''))
  return receivedMs !== null && isBelievableReceipt(receivedMs, nowMs)
    ? { at: at(receivedMs), source: 'received' }
    : { at: at(nowMs), source: 'taken' }
}
