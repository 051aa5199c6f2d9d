import type { JournalFilter } from '../../shared/contract/journal.ts'
import { insertManyRows } from '../integration/journal/many-rows.ts'
import { openStores } from '../unit/electron/database/fixture.ts'

/**
 * Run by hand: `node tests/bench/journal.ts [rows]`. Each list of the journal against a plain scan that reads every
 * row, on the same encrypted file, so that the ratio says something on any machine.
 */
const rowCount = Number(process.argv[2] ?? 100_000)
const rounds = 7
const stores = openStores()

/** Processor time, so that a busy neighbour does not count. */
function medianMs(work: () => unknown): number {
  work()
  const times = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage()
    work()
    const used = process.cpuUsage(before)
    return (used.user + used.system) / 1000
  })
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN
}

const none: JournalFilter = {
  search: '',
  from: null,
  to: null,
  outcomes: [],
  withoutResult: false,
  withoutRecording: false,
}
const list = (changes: Partial<JournalFilter>, offset = 0) =>
  stores.journal.list({ filter: { ...none, ...changes }, offset, limit: 100 })

const cases: readonly (readonly [string, () => { total: number }])[] = [
  ['first page', () => list({})],
  ['last page', () => list({}, rowCount - 100)],
  ['one month', () => list({ from: '2024-03-01', to: '2024-03-31' })],
  ['one outcome', () => list({ outcomes: ['fault'] })],
  ['without a result', () => list({ withoutResult: true })],
  ['without a recording', () => list({ withoutRecording: true })],
  ['rare word', () => list({ search: 'комиссия' })],
  ['frequent word', () => list({ search: 'субсидия' })],
  ['word of every row', () => list({ search: 'личный' })],
  ['one letter', () => list({ search: 'с' })],
  ['two words and a beginning', () => list({ search: 'петрова социальный контр' })],
  ['frequent word, one outcome', () => list({ search: 'субсидия', outcomes: ['fault'] })],
  ['journal number', () => list({ search: '777' })],
]

const startedAt = performance.now()
insertManyRows(stores, rowCount)
console.log(`${rowCount} rows written in ${Math.round(performance.now() - startedAt)} ms`)

const plain = stores.database.raw.prepare(
  "select count(*) as n from journal_row not indexed where topic like '%субсид%' or full_name like '%субсид%' or result like '%субсид%'",
)
const scanMs = medianMs(() => plain.all())
console.log(`plain scan of all rows: ${scanMs.toFixed(1)} ms\n`)
console.log(`${'list and count'.padEnd(30)}${'rows'.padStart(9)}${'ms'.padStart(9)}${'of the scan'.padStart(14)}`)
for (const [name, run] of cases) {
  const ms = medianMs(run)
  const share = `${((ms / scanMs) * 100).toFixed(1)} %`
  console.log(`${name.padEnd(30)}${String(run().total).padStart(9)}${ms.toFixed(1).padStart(9)}${share.padStart(14)}`)
}
stores.close()
