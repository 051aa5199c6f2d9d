import { createHash } from 'node:crypto'
import { LetterReading, type MappingProfile } from '../../shared/letters/letter-reading.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'
import { letterReaderVersion } from '../letters/reader-version.ts'
import { yieldThread } from '../yield-thread.ts'
import { unreadable } from './intake.ts'
import type { LetterReader } from './letter-reader.ts'
import type { LetterStore } from './letter-store.ts'

/**
 * What letters say. Each is read once by one version of the reader with one set of profiles; the reading lies in the
 * database until either changes, or the letter is erased.
 */
export interface KeptReadings {
  /** null: the letter is erased, or nowhere. Never rejects for what a letter holds. */
  of(letter: { readonly id: string; readonly receivedAt: string }, profiles: Profiles): Promise<LetterReading | null>
  /** Keeps what was read of a letter that has just come. */
  keep(letterId: string, profiles: Profiles, reading: LetterReading): void
}
type Profiles = readonly MappingProfile[]

export interface KeptReadingsDeps {
  readonly store: Pick<LetterStore, 'raw'>
  readonly read: LetterReader
  readonly write: WriteDb
  readonly clock: Pick<Clock, 'nowMs'>
}

export function makeKeptReadings({ store, read, write, clock }: KeptReadingsDeps): KeptReadings {
  const kept = write.prepareRead<{ content: string }>(
    `select reading.content from letter_reading as reading join letter on letter.id = reading.letter_id
      where reading.letter_id = ? and reading.reader = ? and letter.raw is not null`,
  )
  /** The reader gave them up: not tried again before the program is started anew. */
  const givenUp = new Set<string>()

  function keep(letterId: string, profiles: Profiles, reading: LetterReading): void {
    const [reader, content, readAt] = [
      readerOf(profiles),
      JSON.stringify(reading),
      new Date(clock.nowMs()).toISOString(),
    ]
    write.run(
      write.build
        .insertInto('letter_reading')
        .values({ letter_id: letterId, reader, content, read_at: readAt })
        .onConflict(conflict => conflict.column('letter_id').doUpdateSet({ reader, content, read_at: readAt })),
    )
  }

  return {
    keep,
    async of({ id, receivedAt }, profiles) {
      const found = kept.first(id, readerOf(profiles))
      if (found) {
        // A page of long letters is taken apart one by one: nothing else waits for all of them.
        await yieldThread()
        return LetterReading.parse(JSON.parse(found.content))
      }
      const raw = store.raw(id)
      if (raw === null) return null
      const tried = `${id} ${readerOf(profiles)}`
      if (givenUp.has(tried)) return unreadable
      try {
        const reading = await read(raw, profiles, Date.parse(receivedAt))
        // Erased while it was being read: nothing of it may come back.
        if (store.raw(id) === null) return null
        keep(id, profiles, reading)
        return reading
      } catch {
        givenUp.add(tried)
        return unreadable
      }
    },
  }
}

const readerOf = (profiles: Profiles): string =>
  `${letterReaderVersion} ${createHash('sha256').update(JSON.stringify(profiles)).digest('hex')}`
