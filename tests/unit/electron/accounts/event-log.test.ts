import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openStores } from '../database/fixture.ts'

// Many encrypted databases or thousands of lines: seconds beside busy neighbours.
vi.setConfig({ testTimeout: 60_000 })

let stores: ReturnType<typeof openStores>
beforeEach(() => {
  stores = openStores()
})
afterEach(() => stores.close())

const receptionId = '7f3a0000-0000-4000-8000-000000000001'
const fill = (lines: number): void => {
  for (let line = 0; line < lines; line += 1) {
    stores.eventLog.append({
      accountId: stores.session.account.id,
      kind: 'receptionEvent',
      objects: { receptionId, sequence: line },
      result: 'lampLit',
    })
  }
}
/** What somebody with the key and an SQL tool would do first. */
const past = (sql: string, ...values: (string | number)[]): void => {
  const { raw } = stores.database
  raw.exec('drop trigger if exists event_log_never_changes; drop trigger if exists event_log_never_shrinks')
  raw.prepare(sql).run(...values)
}

test('an untouched chain is intact, also over the slices it is read in', () => {
  expect(stores.eventLog.verifyChain()).toEqual({ intact: true, lines: 1 })
  stores.database.write.transaction(() => fill(2100))
  expect(stores.eventLog.verifyChain()).toEqual({ intact: true, lines: 2101 })
})

const columns = ['at', 'account_id', 'kind', 'objects', 'result', 'previous_hash', 'hash', 'id'] as const
test('a change of any column of any line is found at that line', async () => {
  fill(12)
  await fc.assert(
    fc.property(fc.integer({ min: 0, max: 12 }), fc.constantFrom(...columns), (sequence, column) => {
      const savepoint = stores.database.raw
      savepoint.exec('pragma foreign_keys = off; begin')
      past(`update event_log set ${column} = ' ' || ${column} where sequence = ?`, sequence)
      const verdict = stores.eventLog.verifyChain()
      savepoint.exec('rollback; pragma foreign_keys = on')
      expect(verdict).toEqual({ intact: false, sequence, reason: 'changed' })
    }),
    { numRuns: 60 },
  )
  expect(stores.eventLog.verifyChain()).toEqual({ intact: true, lines: 13 })
})

test('a line taken out of the middle and a cut end are found', () => {
  fill(5)
  past('delete from event_log where sequence = ?', 5)
  expect(stores.eventLog.verifyChain()).toEqual({ intact: false, sequence: 5, reason: 'shortened' })
  past('delete from event_log where sequence = ?', 2)
  expect(stores.eventLog.verifyChain()).toEqual({ intact: false, sequence: 2, reason: 'missing' })
})

test('a line goes with the act it speaks of: rolled back together', () => {
  expect(() =>
    stores.database.write.transaction(() => {
      fill(3)
      throw new Error('the act failed')
    }),
  ).toThrow('the act failed')
  expect(stores.eventLog.verifyChain()).toEqual({ intact: true, lines: 1 })
})

test.each([
  ['a name for an id', { kind: 'documentRevealed', objects: { applicationId: 'Петров' }, result: 'control' }],
  ['free text for a result', { kind: 'documentRevealed', objects: {}, result: 'паспорт 3205 417763' }],
  ['an unknown object', { kind: 'documentRevealed', objects: { fullName: 'Петров' }, result: 'control' }],
  ['an unknown kind', { kind: 'Петров П. П.', objects: {}, result: 'done' }],
])('%s cannot get in', (_name, event) => {
  const append = stores.eventLog.append as (event: unknown) => void
  expect(() => append({ accountId: null, ...event })).toThrow()
  expect(stores.eventLog.verifyChain()).toEqual({ intact: true, lines: 1 })
})
