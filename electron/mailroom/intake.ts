import type { LetterSource } from '../../shared/contract/mailroom.ts'
import type { LetterReading, MappingProfile } from '../../shared/letters/letter-reading.ts'
import type { LetterReader } from './letter-reader.ts'
import type { IncomingLetter, LetterStore, Sighting, TakenLetter } from './letter-store.ts'

/** A letter as a source hands it over. */
export interface RawLetter {
  readonly source: LetterSource
  /** The whole letter; of one that is too big its head. */
  readonly raw: Buffer
  readonly byteLength: number
  readonly tooBig: boolean
  readonly receivedAt: string
  readonly sighting: Sighting | null
}

/** The one way in: every source hands its letters here. */
export interface Intake {
  /** Reads and keeps it; resolves when it is on disk. */
  take(letter: RawLetter): Promise<TakenLetter & { readonly kind: LetterReading['kind'] }>
}

export interface IntakeDeps {
  readonly store: Pick<LetterStore, 'take'>
  readonly read: LetterReader
  readonly profiles: () => readonly MappingProfile[]
  /** A letter nobody knew is on disk. */
  readonly onTaken: (letterId: string, reading: LetterReading) => void
  readonly log: { error(fields: object, words: string): void }
}

export function makeIntake({ store, read, profiles, onTaken, log }: IntakeDeps): Intake {
  /** What no reader understands is kept all the same, for a person to look at. */
  async function understood(letter: RawLetter): Promise<LetterReading> {
    try {
      return await read(letter.raw, profiles())
    } catch (error) {
      log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'a letter could not be read, kept unread')
      return unreadable
    }
  }
  return {
    async take(letter) {
      const reading = await understood(letter)
      const incoming: IncomingLetter = { ...letter, reading }
      const taken = store.take(incoming)
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
