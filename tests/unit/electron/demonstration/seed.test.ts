import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readCalendars } from '../../../../electron/calendar/read-calendars.ts'
import { openDatabase } from '../../../../electron/database/connection.ts'
import { migrate } from '../../../../electron/database/migrate.ts'
import { FilmKind, type PromisedFilm } from '../../../../electron/demonstration/films/film-kind.ts'
import { outlineOf } from '../../../../electron/demonstration/films/film-outline.ts'
import { specialists } from '../../../../electron/demonstration/office.ts'
import { demonstrationPlan } from '../../../../electron/demonstration/plan.ts'
import { seedDemonstration } from '../../../../electron/demonstration/seed.ts'
import { isWorkingBy, makeWorkDays } from '../../../../electron/demonstration/work-days.ts'
import { makeCheckStore } from '../../../../electron/equipment/check-store.ts'
import { makeMorningBoard } from '../../../../electron/equipment/morning-board.ts'
import { readRegulation } from '../../../../electron/regulation/read-regulation.ts'
import { checkFields } from '../../../../shared/applications/check-fields.ts'
import { defaultSchedule } from '../../../../shared/calendar/schedule.ts'
import { makeWorkingCalendar } from '../../../../shared/calendar/working-calendar.ts'
import { JournalRow } from '../../../../shared/contract/journal.ts'
import { driftsOf } from '../../../../shared/equipment/baseline.ts'
import { OutcomeCode } from '../../../../shared/reception/event.ts'
import { fold, initialState } from '../../../../shared/reception/next.ts'
import { hasBlank } from '../../../../shared/reception/outcomes.ts'
import { receptionLimits } from '../../../../shared/regulation/limits.ts'
import { readLink } from '../../../../shared/telemost/link.ts'
import { formatTime, localDate } from '../../../../shared/text/date-time.ts'
import { makeTestClock, makeTestFolder, storesOn } from '../database/fixture.ts'

const resourcesDirectory = join(import.meta.dirname, '../../../../resources')
const regulation = await readRegulation(join(resourcesDirectory, 'regulations/kuzbass-121.json'))
const timeZone = 'Asia/Novokuznetsk'
const calendar = makeWorkingCalendar({
  years: await readCalendars(join(resourcesDirectory, 'calendars')),
  ...{ exceptions: [], schedule: defaultSchedule, timeZone },
})
const isWorking = isWorkingBy(calendar)
// A Wednesday, 11:02 of the office.
const now = '2026-11-18T04:02:00Z'
// Some thirty thousand statements.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })
const filter = { search: '', from: null, to: null, outcomes: [], withoutResult: false, withoutRecording: false }

async function seeded(at: string) {
  const folder = makeTestFolder()
  const database = openDatabase({ path: folder.databasePath, keyHex: folder.keyHex })
  const clock = makeTestClock(at)
  const promised: PromisedFilm[] = []
  migrate({ database, keyHex: folder.keyHex, nowMs: clock.nowMs() })
  await seedDemonstration({
    ...{ write: database.write, regulation, resourcesDirectory, nowMs: clock.nowMs(), timeZone, passwordHash: 'none' },
    recordingPlace: { rootDirectory: join(folder.path, 'recordings'), storeId: null },
    identity: { retentionYears: 2, program: '0.1.0', regulation: 'kuzbass-121@1' },
    keepPromised: films => promised.push(...films),
  })
  return {
    ...storesOn(database, clock),
    promised,
    rowsOf(sql: string) {
      return database.raw.prepare<[], Record<string, string | number | null>>(sql).all()
    },
    close() {
      database.close()
      folder.remove()
    },
  }
}

let office: Awaited<ReturnType<typeof seeded>>
beforeAll(async () => {
  office = await seeded(now)
})
afterAll(() => office.close())

/** All rows of the journal, the newest day first. */
function allRows() {
  const { journal } = office
  const { total } = journal.list({ filter, offset: 0, limit: 1 })
  return Array.from({ length: Math.ceil(total / 500) }, (_, page) =>
    journal.list({ filter, offset: page * 500, limit: 500 }),
  ).flatMap(({ rows }) => rows)
}

test('a working morning: some are over, the next is minutes away, others follow', () => {
  const { receptions } = office
  const today = receptions.ofDay('2026-11-18')
  expect(today.map(({ appointedAt }) => appointedAt.slice(11, 16))).toEqual([
    ...['02:10', '02:40', '03:10', '03:40', '04:10', '04:40', '05:10', '05:40', '06:10', '06:40', '07:10'],
  ])
  const steps = today.map(({ id }) => receptions.stepOf(id))
  expect(steps.slice(0, 4).every(step => step === 'closed' || step === 'cancelled')).toBe(true)
  expect(steps.slice(4).every(step => step === 'scheduled')).toBe(true)
  expect(receptions.openIds()).toEqual([])
})

test('twenty-six months of journal: every outcome, every specialist, only working days, no blank left', () => {
  const rows = allRows()
  expect(rows.length).toBeGreaterThan(1_400)
  expect(rows.length).toBeLessThan(1_700)
  for (const row of rows) {
    expect(JournalRow.parse(row)).toEqual(row)
    expect(hasBlank(row.result), row.result).toBe(false)
    if (row.receptionDate === null) continue
    expect(isWorking(row.receptionDate), row.receptionDate).toBe(true)
  }
  expect(new Set(rows.flatMap(({ outcome }) => outcome ?? []))).toEqual(new Set(OutcomeCode.options))
  const days = rows.map(({ receivedOn }) => receivedOn).toSorted()
  expect(days[0]?.slice(0, 7)).toBe('2024-09')
  expect(new Set(rows.map(({ specialistName }) => specialistName)).size).toBeGreaterThanOrEqual(specialists.length)
})

test('moves, corrections and rejections with their papers', () => {
  const { rowsOf } = office
  const [counts] = rowsOf(`select
    (select count(*) from reception_move) as moves, (select count(*) from journal_correction) as corrections,
    (select count(*) from rejection_signing) as signed, (select count(*) from rejection_dispatch) as given,
    (select count(*) from rejection_file where media_type = 'application/pdf') as papers,
    (select count(*) from rejection_report) as told`)
  expect(counts?.moves).toBeGreaterThan(30)
  expect(counts?.corrections).toBeGreaterThan(25)
  expect(counts?.signed).toBeGreaterThan(35)
  expect(counts).toMatchObject({ given: counts?.signed, papers: counts?.signed })
  expect(counts?.told).toBeGreaterThan(3)
  expect(allRows().filter(({ consideration }) => /отклон/i.test(consideration)).length).toBe(counts?.signed)
})

test('the event log is whole, its lines in order of time, in every month of them', () => {
  const { eventLog, rowsOf } = office
  expect(eventLog.verifyChain()).toMatchObject({ intact: true })
  const moments = rowsOf('select at from event_log order by sequence').map(({ at }) => String(at))
  expect(moments.toSorted()).toEqual(moments)
  expect(new Set(moments.map(at => at.slice(0, 7))).size).toBeGreaterThanOrEqual(26)
  expect(moments.at(-1)?.slice(0, 10)).toBe('2026-11-18')
  expect(Date.parse(moments.at(-1) ?? '')).toBeLessThanOrEqual(Date.parse(now))
})

test('every seeded history folds into the step and the text the journal shows', () => {
  const { receptions } = office
  for (const row of allRows()) {
    // Rejected, or not yet decided.
    if (row.receptionId === null) continue
    const stored = receptions.byId(row.receptionId)
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
})

test('the same moment gives the same plan, and all of it would pass the door', () => {
  const workDays = makeWorkDays({ today: '2026-11-18', isWorking })
  const at = { nowMs: Date.parse(now), timeZone, workDays }
  const plan = demonstrationPlan(at)
  expect(demonstrationPlan(at)).toEqual(plan)
  for (const { fields, link } of plan.receptions) {
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

test('six workplaces on the board, one of each kind; this computer was measured by nobody today, and one figure drifts', () => {
  const { database, accounts, clock } = office
  const shared = { ...database, place: accounts.place, clock }
  const store = makeCheckStore(shared)
  const lines = makeMorningBoard({ ...shared, store }).lines()
  const shown = lines.map(({ name, isBlocked, full, latest, troubles }) => ({
    ...{ name, isBlocked, full: full?.state ?? null, latest: latest?.state ?? null },
    troubles: troubles.map(({ code, since }) => `${code} ${formatTime(since, timeZone)}`),
  }))
  expect(shown.toSorted((one, other) => one.name.localeCompare(other.name))).toEqual([
    { name: 'Рабочее место 1', isBlocked: false, full: 'good', latest: 'good', troubles: [] },
    { name: 'Рабочее место 2', isBlocked: true, full: 'fault', latest: 'fault', troubles: ['microphoneLevel 08:41'] },
    { name: 'Рабочее место 3', isBlocked: false, full: null, latest: 'good', troubles: [] },
    { name: 'Рабочее место 4', isBlocked: true, full: 'fault', latest: 'fault', troubles: ['ffmpeg 08:35'] },
    { name: 'Рабочее место 5', isBlocked: false, full: null, latest: 'warning', troubles: ['telemostHosts 08:20'] },
    { name: 'Рабочее место 6', isBlocked: false, full: 'warning', latest: 'warning', troubles: ['diskRoom 08:35'] },
  ])
  expect(lines.find(({ isHere }) => isHere)?.name).toBe('Рабочее место 3')
  const checks = store.since('2026-10-19T00:00:00Z')
  expect(checks).toHaveLength(21)
  expect(driftsOf(checks)).toMatchObject([{ code: 'microphoneNoise', usual: expect.closeTo(-63, 0) }])
  expect(accounts.session()?.account.fullName).toBe('Иванова Анна Петровна')
})

test('nine receptions promise a recording; each has been recorded as long as the journal tells, and no other row claims one', () => {
  const { receptions, promised, rowsOf } = office
  expect(promised).toHaveLength(9)
  expect(new Set(promised.map(({ kind }) => kind))).toEqual(new Set(FilmKind.options))
  const claimed = rowsOf('select reception_id, recording_id from journal_row where recording_id is not null')
  expect(claimed.map(({ reception_id, recording_id }) => `${reception_id} ${recording_id}`).toSorted()).toEqual(
    promised
      .filter(({ recordingId }) => recordingId !== null)
      .map(({ receptionId, recordingId }) => `${receptionId} ${recordingId}`)
      .toSorted(),
  )
  for (const { kind, receptionId } of promised) {
    const stored = receptions.byId(receptionId)
    if (!stored) throw new Error('promised to no reception')
    const { parts, lines } = outlineOf(
      initialState(stored),
      receptions.events(receptionId),
      receptionLimits(regulation, timeZone),
    )
    expect(parts.map(({ brokenBy }) => brokenBy)).toEqual(kind === 'broken' ? ['recorderLost', null] : [null])
    const recordedMs = (parts.at(-1)?.toMs ?? 0) - (parts[0]?.fromMs ?? 0)
    expect(recordedMs >= 30_000 && (recordedMs <= 90_000 || kind === 'overtime'), kind).toBe(true)
    expect(lines.filter(line => line.kind === 'document').length, kind).toBeGreaterThan(0)
  }
})
