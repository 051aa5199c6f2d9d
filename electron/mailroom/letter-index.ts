import type { MappingProfile } from '../../shared/letters/letter-reading.ts'
import type { WriteDb } from '../database/handles.ts'
import { searchTextOf } from '../journal/search-text.ts'
import { yieldThread } from '../yield-thread.ts'
import type { KeptReadings } from './kept-readings.ts'

export interface LetterIndexDeps {
  readonly write: WriteDb
  readonly readings: Pick<KeptReadings, 'of'>
  readonly profiles: () => readonly MappingProfile[]
}

/** What is known of a letter whose words the index lacks. */
interface DueRow {
  readonly id: string
  readonly received_at: string
  readonly is_read: 0 | 1
}

/** So many at once hold the thread for some milliseconds. */
const lettersPerPiece = 50

/**
 * The words letters are found by, as they were last read: who wrote, from which address, of what, and who applies in it.
 * The database keeps which are due; usually that is what came since the last search. The answer resolves when none is.
 */
export function makeLetterIndex({ write, readings, profiles }: LetterIndexDeps): () => Promise<void> {
  const due = write.prepareRead<DueRow>(`
    select letter.id, letter.received_at, reading.letter_id is not null as is_read
      from letter_to_index as due join letter on letter.id = due.letter_id
      left join letter_reading as reading on reading.letter_id = letter.id limit ${lettersPerPiece}`)
  const said = write.prepareRead<Record<'name' | 'address' | 'subject' | 'applicant', string | null>>(`
    select content ->> '$.fromName' as name, content ->> '$.fromAddress' as address, content ->> '$.subject' as subject,
        (select group_concat(coalesce(field.value ->> '$.value', field.value ->> '$.raw'), ' ')
          from json_each(content, '$.application.fields') as field
          where field.value ->> '$.name' in ('familyName', 'givenName', 'patronymic')) as applicant
      from letter_reading where letter_id = ?`)
  const rowOf = write.prepareRead<{ row_id: number }>('select row_id from letter_searched where letter_id = ?')
  const begin = write.prepareWrite('insert into letter_searched (letter_id) values (?)')
  const forget = write.prepareWrite('delete from letter_search where rowid = ?')
  const remember = write.prepareWrite('insert into letter_search (rowid, words, stems) values (?, ?, ?)')
  const isDue = write.prepareRead<{ letter_id: string }>('select letter_id from letter_to_index where letter_id = ?')
  const isDone = write.prepareWrite('delete from letter_to_index where letter_id = ?')

  /** What the reader gave up has no words: it is found by nothing, as nothing of it is shown. */
  function index(letterId: string): void {
    // Erased meanwhile: nothing of it may come back.
    if (isDue.first(letterId) === undefined) return
    const known = rowOf.first(letterId)?.row_id
    const texts = Object.values(said.first(letterId) ?? {}).map(text => text ?? '')
    const { words, stems } = searchTextOf({ journalNumber: null, texts })
    if (known !== undefined) forget.run(known)
    remember.run(known ?? begin.run(letterId).rowId, words, stems)
    isDone.run(letterId)
  }

  async function catchUp(): Promise<void> {
    for (let rows = due.all(); rows.length > 0; rows = due.all()) {
      const startedMs = performance.now()
      const first = rows.find(row => row.is_read === 0)
      // Keeps what it reads, and tells nothing apart: what cannot be read is due no longer either.
      if (first !== undefined) await readings.of({ id: first.id, receivedAt: first.received_at }, profiles())
      const read = rows.filter(row => row.is_read === 1 || row === first)
      write.transaction(() => {
        for (const { id } of read) index(id)
      })
      await yieldThread(performance.now() - startedMs)
    }
  }

  let running: Promise<void> | null = null
  return () => {
    running ??= catchUp().finally(() => {
      running = null
    })
    return running
  }
}
