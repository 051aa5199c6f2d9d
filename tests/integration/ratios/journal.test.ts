import { afterAll, beforeAll, expect, test } from 'vitest'
import type { JournalFilter } from '../../../shared/contract/journal.ts'
import { openStores } from '../../unit/electron/database/fixture.ts'
import { insertManyRows } from '../journal/many-rows.ts'
import { processorMs } from './processor-ms.ts'

/** One takes a few milliseconds, which the system counts in steps. */
const tenTimes = (work: () => unknown) => () => {
  for (let time = 0; time < 10; time += 1) work()
}

/** A count and a page of the journal, beside a scan that reads every row of the same encrypted file. */
const rowCount = 20_000
/** A tenth to a quarter is usual; a list that reads every row takes more than the scan. */
const mostOfScan = 0.6

let stores: ReturnType<typeof openStores>
let scanMs: number
beforeAll(async () => {
  stores = openStores()
  insertManyRows(stores, rowCount)
  const scan = stores.database.raw.prepare(
    "select count(*) as n from journal_row not indexed where topic like '%субсид%' or full_name like '%субсид%' or result like '%субсид%'",
  )
  scanMs = await processorMs(tenTimes(() => scan.all()))
})
afterAll(() => stores.close())

const none: JournalFilter = {
  ...{ search: '', from: null, to: null, outcomes: [] },
  ...{ withoutResult: false, withoutRecording: false },
}

test.each<[string, Partial<JournalFilter>, number]>([
  ['the first page', {}, 0],
  ['the last page', {}, rowCount - 100],
  ['one outcome', { outcomes: ['fault'] }, 0],
  ['a rare word', { search: 'комиссия' }, 0],
])('%s costs a part of reading every row', async (name, filter, offset) => {
  const list = () => stores.journal.list({ filter: { ...none, ...filter }, offset, limit: 100 })
  expect(list().total).toBeGreaterThan(0)
  const ratio = (await processorMs(tenTimes(list))) / scanMs
  console.log(`${name}: ${ratio.toFixed(2)} of a scan, ${(scanMs / 10).toFixed(0)} ms`)
  expect(ratio).toBeLessThan(mostOfScan)
})
