import { afterAll, beforeAll, expect, test } from 'vitest'
import { countSql, foundSql, pageSql, struckThrough } from '../../../electron/journal/journal-store.ts'
import type { JournalFilter } from '../../../shared/contract/journal.ts'
import { openStores } from '../../unit/electron/database/fixture.ts'
import { insertManyRows } from './many-rows.ts'

// Plans rest on ANALYZE, not on the size; bench/journal.ts measures 100 000.
const rowCount = 30_000
let stores: ReturnType<typeof openStores>
beforeAll(() => {
  stores = openStores()
  insertManyRows(stores, rowCount)
}, 240_000)
afterAll(() => stores.close())

const plan = (sql: string): string =>
  stores.database.raw
    .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
    .all(...(sql.match(/\?/g) ?? []).map(() => 'x'))
    .map(({ detail }) => detail)
    .join('\n')
const scanned = /SCAN (j|journal_row)\b/

test.each([
  ['everything', 'j.body_id = ?'],
  ['a span of days', 'j.body_id = ? and j.day >= ? and j.day <= ?'],
  ['outcomes', 'j.body_id = ? and j.outcome in (?, ?)'],
  ['without a result', 'j.body_id = ? and j.has_result = 0'],
  ['struck through', `j.body_id = ? and ${struckThrough}`],
  [
    'without a recording',
    'j.body_id = ? and (j.recording_missing = 1 or (j.has_recording = 0 and j.outcome in (?, ?)))',
  ],
])('%s: counted and paged from the index alone, in its order', (_name, where) => {
  expect(plan(countSql(where))).toContain('USING COVERING INDEX journal_row_by_day')
  const page = plan(pageSql(where))
  expect(page).toContain('USING COVERING INDEX journal_row_by_day')
  expect(page).toMatch(/SEARCH journal_row USING INTEGER PRIMARY KEY|SEARCH j USING INTEGER PRIMARY KEY/)
  expect(page).not.toMatch(scanned)
})

test('a search goes through the index of words, never over the rows', () => {
  const found = plan(foundSql('j.body_id = ?'))
  expect(found).toMatch(/VIRTUAL TABLE INDEX/)
  expect(found).toContain('USING COVERING INDEX journal_row_by_day')
  expect(found).not.toMatch(scanned)
  expect(found).not.toContain('TEMP B-TREE')
})

const list = (changes: Partial<JournalFilter>, offset = 0) => {
  const none = { search: '', from: null, to: null, outcomes: [], withoutResult: false, withoutRecording: false }
  return stores.journal.list({ filter: { ...none, ...changes }, offset, limit: 100 })
}

test('frequent and rare words find the same rows as reading all of them would', () => {
  const every = stores.database.raw.prepare<unknown[], { n: number }>(
    'select count(*) as n from journal_row where topic like ?',
  )
  for (const [search, like] of [
    ['социальным', '%оциальн%'],
    ['ребенку', '%ребёнка%'],
    ['комиссий', '%комиссии%'],
  ] as const) {
    const { total, rows } = list({ search })
    expect(total, search).toBe(every.get(like)?.n)
    const days = rows.map(({ receptionDate }) => receptionDate ?? '')
    expect(days).toEqual([...days].sort().reverse())
  }
})

test('the last window is as right as the first', () => {
  const { total, rows } = list({}, rowCount - 50)
  expect(total).toBe(rowCount)
  expect(rows).toHaveLength(50)
  expect(rows.at(-1)?.journalNumber).toBe(1)
})
