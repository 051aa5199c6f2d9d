import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openDatabase } from '../../../../electron/database/connection.ts'
import { migrate } from '../../../../electron/database/migrate.ts'
import { makeDayStore } from '../../../../electron/day/day-store.ts'
import { demonstrationPlan } from '../../../../electron/demonstration/plan.ts'
import { seedDemonstration } from '../../../../electron/demonstration/seed.ts'
import { readRegulation } from '../../../../electron/regulation/read-regulation.ts'
import { makeTermStore } from '../../../../electron/terms/term-store.ts'
import { checkFields } from '../../../../shared/applications/check-fields.ts'
import { JournalRow } from '../../../../shared/contract/journal.ts'
import { fold, initialState } from '../../../../shared/reception/next.ts'
import { hasBlank } from '../../../../shared/reception/outcomes.ts'
import { receptionLimits } from '../../../../shared/regulation/limits.ts'
import { readLink } from '../../../../shared/telemost/link.ts'
import { localDate } from '../../../../shared/text/date-time.ts'
import { makeTestClock, makeTestFolder, storesOn } from '../database/fixture.ts'

const regulation = await readRegulation(join(import.meta.dirname, '../../../../resources/regulations/kuzbass-121.json'))
const timeZone = 'Asia/Novokuznetsk'
// Some thousand statements: half a second alone, more beside busy neighbours.
vi.setConfig({ testTimeout: 60_000 })
const filter = { search: '', from: null, to: null, outcomes: [], withoutResult: false, withoutRecording: false }

function seeded(now: string) {
  const folder = makeTestFolder()
  const database = openDatabase({ path: folder.databasePath, keyHex: folder.keyHex })
  const clock = makeTestClock(now)
  migrate({ database, keyHex: folder.keyHex, nowMs: clock.nowMs() })
  const stores = storesOn(database, clock)
  const { accounts, applications, receptions, eventLog } = stores
  const days = makeDayStore({ ...database, place: accounts.place, eventLog, clock })
  const terms = makeTermStore({ ...database, place: accounts.place, eventLog, clock })
  seedDemonstration({
    ...{ accounts, applications, receptions, days, terms, regulation, clock, timeZone },
    passwordHash: 'none',
  })
  return {
    ...stores,
    close() {
      database.close()
      folder.remove()
    },
  }
}

test('a Wednesday morning: some are over, the next is minutes away, others follow; sixty earlier rows', () => {
  const { receptions, journal, eventLog, close } = seeded('2026-11-18T04:02:00Z')
  const today = receptions.ofDay('2026-11-18')
  const times = today.map(({ appointedAt }) => appointedAt.slice(11, 16))
  expect(times).toEqual([
    '02:10',
    '02:40',
    '03:10',
    '03:40',
    '04:10',
    '04:40',
    '05:10',
    '05:40',
    '06:10',
    '06:40',
    '07:10',
  ])
  const steps = today.map(({ id }) => receptions.stepOf(id))
  expect(steps.slice(0, 4).every(step => step === 'closed' || step === 'cancelled')).toBe(true)
  expect(steps.slice(4).every(step => step === 'scheduled')).toBe(true)
  expect(receptions.openIds()).toEqual([])

  const { total, rows } = journal.list({ filter, offset: 0, limit: 500 })
  expect(total).toBe(71)
  for (const row of rows) {
    expect(JournalRow.parse(row)).toEqual(row)
    expect(hasBlank(row.result), row.result).toBe(false)
    expect(row.recordingId).toBeNull()
    const weekday = new Date(`${row.receptionDate}T00:00:00Z`).getUTCDay()
    expect(weekday % 6, 'a working day').not.toBe(0)
  }
  expect(new Set(rows.map(({ outcome }) => outcome)).size).toBeGreaterThan(5)
  expect(eventLog.verifyChain()).toMatchObject({ intact: true })
  close()
})

test('every seeded history folds into the step and the text the journal shows', () => {
  const { receptions, journal, close } = seeded('2026-11-18T04:02:00Z')
  for (const row of journal.list({ filter, offset: 0, limit: 500 }).rows) {
    const stored = row.receptionId ? receptions.byId(row.receptionId) : null
    if (!stored) throw new Error('a journal row without its reception')
    const state = fold(initialState(stored), receptions.events(stored.id), receptionLimits(regulation, timeZone))
    expect(state.step.name).toBe(receptions.stepOf(stored.id))
    if (state.step.name === 'closed') {
      expect({ outcome: row.outcome, result: row.result }).toEqual({
        outcome: state.step.outcome,
        result: state.step.resultText,
      })
    }
  }
  close()
})

test('the same moment gives the same plan, and all of it would pass the door', () => {
  const at = { nowMs: Date.parse('2026-11-18T04:02:00Z'), timeZone }
  const plan = demonstrationPlan(at)
  expect(demonstrationPlan(at)).toEqual(plan)
  for (const { fields, link } of plan) {
    const { identityDocument: paper, ...rest } = fields
    const registered = {
      ...{ ...rest, patronymic: fields.patronymic ?? '', email: fields.email ?? '', formSubmittedAt: null },
      ...{ documentKind: paper?.kind ?? '', documentSeries: paper?.series ?? '', documentNumber: paper?.number ?? '' },
      ...{ documentIssuedBy: paper?.issuedBy ?? '', documentIssuedOn: null },
    }
    const today = localDate(at.nowMs, timeZone)
    expect(checkFields(registered, { today, timeZone }).faults).toEqual({})
    if (link) expect(readLink(link.url)).toEqual({ ok: true, ...link })
  }
})

test('around midnight the day is shorter, never in two days', () => {
  const { receptions, close } = seeded('2026-11-18T17:01:00Z')
  expect(receptions.ofDay('2026-11-19')).not.toHaveLength(0)
  expect(receptions.dayRows({ from: '2026-11-20', to: '2027-01-01' })).toHaveLength(0)
  close()
})
