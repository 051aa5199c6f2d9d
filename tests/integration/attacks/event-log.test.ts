import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeLogBench } from '../../unit/electron/backup/log-bench.ts'

/**
 * Somebody holds the database and its key, writes the event log anew and makes it hang together again. The copies
 * remember it, real files all of them; and nobody who did nothing is accused.
 */
vi.setConfig({ testTimeout: 60_000 })

let bench: ReturnType<typeof makeLogBench>
beforeEach(() => {
  bench = makeLogBench()
  bench.fill(20)
})
afterEach(() => bench.close())

const yesterday = '2026-11-19T20:00:00Z'
const today = '2026-11-20T20:00:00Z'
const madeYesterday = { madeAt: '2026-11-19T20:00:00.000Z' }

test('lines removed and the rest chained again: which, and which copy remembers them', async () => {
  bench.copyAt(yesterday)
  bench.rewrite(lines => lines.filter(({ sequence }) => sequence < 8 || sequence > 12))
  expect(bench.eventLog.verifyChain()).toMatchObject({ intact: true })
  expect(await bench.check()).toMatchObject({
    verdict: 'contradicted',
    contradictions: [{ source: madeYesterday, line: 8, what: 'missing', missing: 5, changed: 0, added: 0 }],
    gaps: [],
  })
  expect(bench.eventLog.list({ offset: 0, limit: 1 })).toMatchObject([{ kind: 'eventLogViewed', result: 'notIntact' }])
})

test('the tail cut off', async () => {
  const { eventLines } = bench.copyAt(yesterday)
  bench.rewrite(lines => lines.slice(0, -4))
  expect(await bench.check()).toMatchObject({
    verdict: 'contradicted',
    contradictions: [{ line: eventLines - 4, what: 'missing', missing: 4, changed: 0 }],
  })
})

test('one line replaced, by changed words and by another line', async () => {
  bench.copyAt(yesterday)
  bench.rewrite(lines => lines.map(line => (line.sequence === 9 ? { ...line, kind: 'signedOut' } : line)))
  expect(await bench.check()).toMatchObject({
    contradictions: [{ line: 9, what: 'changed', missing: 0, changed: 1 }],
  })
  bench.rewrite(lines => lines.map(line => (line.sequence === 9 ? { ...line, id: crypto.randomUUID() } : line)))
  expect(await bench.check()).toMatchObject({
    contradictions: [{ line: 9, what: 'missing', missing: 1, added: 1 }],
  })
})

test('a line put in between', async () => {
  bench.copyAt(yesterday)
  bench.rewrite(lines =>
    lines.flatMap(line => (line.sequence === 9 ? [{ ...line, id: crypto.randomUUID() }, line] : [line])),
  )
  expect(await bench.check()).toMatchObject({ contradictions: [{ line: 9, what: 'added', missing: 0, added: 1 }] })
})

test('lines removed behind a restoration that never was', async () => {
  bench.copyAt(yesterday)
  bench.rewrite(lines =>
    lines.flatMap(line => {
      if (line.sequence === 8) return [{ ...line, id: crypto.randomUUID(), kind: 'backupRestored', result: 'done' }]
      return line.sequence > 8 && line.sequence < 12 ? [] : [line]
    }),
  )
  expect(await bench.check()).toMatchObject({
    verdict: 'contradicted',
    contradictions: [{ line: 8, what: 'missing', missing: 4 }],
    gaps: [],
  })
})

test('the line of a restoration removed', async () => {
  const { name } = bench.copyAt('2026-11-18T20:00:00Z')
  bench.fill(5)
  bench.restoreFrom(name)
  bench.fill(5)
  bench.copyAt(yesterday)
  bench.rewrite(lines => lines.filter(({ kind }) => kind !== 'backupRestored'))
  expect(await bench.check()).toMatchObject({
    verdict: 'contradicted',
    contradictions: [{ what: 'missing', missing: 1 }],
  })
})

test('the database of yesterday in the place of today’s, without a word', async () => {
  const { name, eventLines } = bench.copyAt(yesterday)
  bench.fill(6)
  bench.copyAt(today)
  bench.restoreFrom(name, false)
  expect(await bench.check()).toMatchObject({
    verdict: 'contradicted',
    confirmed: { source: madeYesterday, line: eventLines - 1 },
    contradictions: [{ line: eventLines, missing: 6 }],
  })
})

test('with the base of the copy gone as well, its signed list still contradicts', async () => {
  const { name, eventLines } = bench.copyAt(yesterday)
  bench.rewrite(lines => lines.filter(({ sequence }) => sequence !== 8))
  rmSync(bench.copyPath(name))
  // Not a copy any more without its database: the list alone is not looked at.
  expect(await bench.check()).toMatchObject({ verdict: 'unconfirmed' })
  bench.copyAt(today)
  renameSync(bench.copyPath('2026-11-20T20-00-00Z'), bench.copyPath(name))
  expect(await bench.check()).toMatchObject({
    verdict: 'contradicted',
    contradictions: [{ line: eventLines - 1, what: 'other' }],
  })
})

test('the database of a copy gone as well, and a restoration of long ago: it explains nothing', async () => {
  const older = bench.copyAt('2026-11-18T20:00:00Z')
  bench.restoreFrom(older.name)
  bench.clock.set('2026-11-20T03:00:00Z')
  bench.fill(5)
  const { name } = bench.copyAt(yesterday)
  bench.rewrite(lines => lines.filter((_, at) => at !== lines.length - 3))
  writeFileSync(bench.copyPath(name), 'not a database')
  expect(await bench.check()).toMatchObject({ verdict: 'contradicted', contradictions: [{ what: 'other' }], gaps: [] })
})

test('untouched, rotated and renamed copies accuse nobody', async () => {
  const { name, eventLines } = bench.copyAt(yesterday)
  bench.fill(3)
  const later = bench.copyAt(today)
  bench.fill(3)
  expect(await bench.check()).toMatchObject({
    verdict: 'confirmed',
    confirmed: { source: { madeAt: '2026-11-20T20:00:00.000Z' }, line: later.eventLines - 1 },
    ...{ contradictions: [], gaps: [], silent: { unsigned: 0, notTrusted: 0, folder: null } },
  })
  rmSync(bench.folderOf(later.name), { recursive: true })
  expect(await bench.check()).toMatchObject({ verdict: 'confirmed', confirmed: { line: eventLines - 1 } })
  renameSync(bench.folderOf(name), bench.folderOf('2026-11-21T20-00-00Z'))
  expect(await bench.check()).toMatchObject({ verdict: 'confirmed', confirmed: { source: madeYesterday } })
})

test('a restored log lawfully lacks what came later, once, twice and back again; it is said, nobody is accused', async () => {
  const first = bench.copyAt('2026-11-18T20:00:00Z')
  bench.fill(7)
  const second = bench.copyAt(yesterday)
  bench.restoreFrom(first.name)
  bench.fill(4)
  const restored = await bench.check()
  expect(restored).toMatchObject({
    verdict: 'confirmed',
    contradictions: [],
    gaps: [{ source: madeYesterday, lines: 7, line: first.eventLines }],
  })
  // A copy of the second way; then back to the first one.
  const third = bench.copyAt(today)
  bench.restoreFrom(second.name)
  bench.fill(2)
  expect(await bench.check()).toMatchObject({
    verdict: 'confirmed',
    contradictions: [],
    gaps: [{ source: { madeAt: third.madeAt }, line: second.eventLines }],
  })
  bench.restoreFrom(first.name)
  const again = await bench.check()
  expect(again).toMatchObject({ verdict: 'confirmed', contradictions: [] })
  expect(again.gaps).toHaveLength(2)
})

test('without a copy nothing is called whole; unsigned, changed and unreachable ones are counted', async () => {
  expect(await bench.check()).toMatchObject({ verdict: 'unconfirmed', confirmed: null, chain: { intact: true } })
  const { name } = bench.copyAt(yesterday)
  bench.changeList(name, ({ name: _, databaseSha256, logSequence, logHash, logAt, mac, ...facts }) => ({
    ...facts,
    format: 1,
  }))
  const changed = bench.copyAt(today)
  bench.changeList(changed.name, facts => ({ ...facts, logHash: 'f'.repeat(64) }))
  expect(await bench.check()).toMatchObject({
    verdict: 'unconfirmed',
    silent: { unsigned: 1, notTrusted: 1, folder: null },
  })
  bench.chooseFolder(null)
  expect(await bench.check()).toMatchObject({ verdict: 'unconfirmed', silent: { folder: 'notSet' } })
  bench.chooseFolder(`${bench.directory}-unplugged`)
  expect(await bench.check()).toMatchObject({ verdict: 'unconfirmed', silent: { folder: 'notReadable' } })
  expect(bench.eventLog.list({ offset: 0, limit: 1 })).toMatchObject([{ result: 'unconfirmed' }])
})
