import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { logCode } from '../../../../electron/accounts/log-code.ts'
import { makeDayStore } from '../../../../electron/day/day-store.ts'
import { unwrap } from '../../../../shared/contract/reply.ts'
import { localDate } from '../../../../shared/text/date-time.ts'
import { makeLogBench } from '../backup/log-bench.ts'

vi.setConfig({ testTimeout: 60_000 })

/** A day sheet on paper, and the log as it is later. */
let bench: ReturnType<typeof makeLogBench>
let sheet: { line: number; day: string; code: string }
beforeEach(() => {
  bench = makeLogBench()
  bench.fill(10)
  const { accounts, eventLog, clock, session } = bench
  const store = makeDayStore({ ...bench.database, place: accounts.place, eventLog, clock })
  const { sequence, hash, at } = store.notePrinted(session.account.id)
  const day = localDate(Date.parse(at), session.body.timeZone)
  sheet = { line: sequence, day, code: logCode({ sequence, day, hash }) }
  bench.fill(5)
})
afterEach(() => bench.close())

const compare = async (typed = sheet) => unwrap(await bench.service.compareSheet(bench.session, typed))
const lastEvent = () => bench.eventLog.list({ offset: 0, limit: 1 })[0]

test('the same log, later: the same', async () => {
  expect(await compare()).toMatchObject({ verdict: 'same', line: sheet.line })
  expect(lastEvent()).toMatchObject({ kind: 'eventLogViewed', result: 'intact', objects: `{"sequence":${sheet.line}}` })
})

test('mistyped: refused at the field, nobody accused, nothing written', async () => {
  const before = bench.eventLog.head()
  expect(await bench.service.compareSheet(bench.session, { ...sheet, line: sheet.line + 1 })).toMatchObject({
    ok: false,
    fault: { code: 'badInput', fields: { code: expect.stringContaining('проверьте их по листу') } },
  })
  expect(bench.eventLog.head()).toEqual(before)
})

test('a line before it removed, changed, or the tail cut off with it: told', async () => {
  bench.rewrite(lines => lines.filter(({ sequence }) => sequence !== 4))
  expect(await compare()).toMatchObject({ verdict: 'other' })
  expect(lastEvent()).toMatchObject({ result: 'notIntact' })
  bench.rewrite(lines => lines.slice(0, sheet.line - 2))
  expect(await compare()).toMatchObject({ verdict: 'missing', at: null })
})

test('a changed line with the hashes as they were: the chain tells', async () => {
  bench.database.raw.exec('drop trigger event_log_never_changes')
  bench.database.raw.exec("update event_log set kind = 'signedOut' where sequence = 4")
  expect(await compare()).toMatchObject({ verdict: 'broken', chain: { sequence: 4, reason: 'changed' } })
})

test('restored on that day or later: lawful where the sheet is older, and it says so; restored before: told', async () => {
  const { name } = bench.copyAt('2026-11-20T01:00:00Z')
  bench.fill(3)
  const later = bench.eventLog.head()
  if (!later) throw new Error('no line')
  bench.restoreFrom(name)
  bench.fill(6)
  expect(await compare()).toMatchObject({ verdict: 'same' })
  const { day } = sheet
  const ofLater = { line: later.sequence, day, code: logCode({ ...later, day }) }
  expect(await compare(ofLater)).toMatchObject({ verdict: 'restored', restored: { at: later.at } })
  // A sheet of the next day cannot be explained by what happened the day before.
  const next = { line: later.sequence, day: '2026-11-21', code: logCode({ ...later, day: '2026-11-21' }) }
  expect(await compare(next)).toMatchObject({ verdict: 'other' })
})
