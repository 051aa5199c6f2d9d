import type { WriteDb } from '../database/handles.ts'

/**
 * Gives the next number of the journal of a body and a year. Called inside the transaction of a registration: one that
 * fails gives its number back, so there are no gaps.
 */
export function makeJournalNumbers(write: WriteDb): (bodyId: string, year: number) => number {
  return (bodyId, year) => {
    const given = write.first(
      write.build
        .insertInto('journal_counter')
        .values({ body_id: bodyId, year, last_number: 1 })
        .onConflict(conflict =>
          conflict
            .columns(['body_id', 'year'])
            .doUpdateSet(expression => ({ last_number: expression('journal_counter.last_number', '+', 1) })),
        )
        .returning('last_number'),
    )
    if (!given) throw new Error('no journal number was given')
    return given.last_number
  }
}
