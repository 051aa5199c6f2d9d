import type { LetterSource } from '../../shared/contract/mailroom.ts'
import type { LetterReading, MappingProfile } from '../../shared/letters/letter-reading.ts'
import type { Clock } from '../clock.ts'
import type { LetterReader } from './letter-reader.ts'
import { receiptOfLetter } from './letter-receipt.ts'
import type { IncomingLetter, LetterStore, Sighting, TakenLetter } from './letter-store.ts'

/** A letter as a source hands it over. */
export interface RawLetter {
  readonly source: LetterSource
  /** The whole letter; of one that is too big its head. */
  readonly raw: Buffer
  readonly byteLength: number
  readonly tooBig: boolean
  /** INTERNALDATE of the server, epoch milliseconds; null: a file, or the server gave none. */
  readonly internalDateMs: number | null
  readonly sighting: Sighting | null
}

/** The one way in: every source hands its letters here. */
export interface Intake {
  /** Reads and keeps it; resolves when it is on disk. */
  take(letter: RawLetter): Promise<TakenLetter & { readonly kind: LetterReading['kind'] }>
}

export interface IntakeDeps {
  readonly clock: Pick<Clock, 'nowMs'>
  readonly store: Pick<LetterStore, 'take'>
  readonly read: LetterReader
  readonly profiles: () => readonly MappingProfile[]
  /** What was read of a new letter. */
  readonly keep?: (letterId: string, profiles: readonly MappingProfile[], reading: LetterReading) => void
  /** A letter nobody knew is on disk. */
  readonly onTaken: (letterId: string, reading: LetterReading) => void
  readonly log: { error(fields: object, words: string): void }
}

export function makeIntake({ clock, store, read, profiles, keep, onTaken, log }: IntakeDeps): Intake {
  /** What no reader understands is kept all the same, for a person to look at. */
  async function understood(
    letter: { readonly raw: RawLetter['raw']; readonly receivedAt: string },
    known: readonly MappingProfile[],
  ): Promise<LetterReading> {
    try {
      return await read(letter.raw, known, Date.parse(letter.receivedAt))
    } catch (error) {
      log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'a letter could not be read, kept unread')
      return unreadable
    }
  }
  return {
    async take(letter) {
      const known = profiles()
      const { at: receivedAt, source: receiptSource } = receiptOfLetter(
        letter.raw,
        letter.internalDateMs,
        clock.nowMs(),
      )
      const { internalDateMs: _date, ...rest } = letter
      const reading = await understood({ raw: letter.raw, receivedAt }, known)
      const incoming: IncomingLetter = { ...rest, reading, receivedAt, receiptSource }
      const taken = store.take(incoming)
      if (taken.isNew && reading !== unreadable) keep?.(taken.letterId, known, reading)
      if (taken.isNew) onTaken(taken.letterId, reading)
      return { ...taken, kind: reading.kind }
    },
  }
}

/** Of a letter the reader failed at. */
export const unreadable: LetterReading = {
  ...{ kind: 'other', subject: '', fromName: '', fromAddress: '', headerAt: null, messageId: null, answers: [] },
  ...{ text: '', attachments: [], warnings: ['brokenEncoding'], application: null, reply: null, report: null },
}
