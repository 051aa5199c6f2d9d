import { afterEach, beforeEach, expect, test } from 'vitest'
import { type AbsenceService, makeAbsenceService } from '../../../../electron/applications/absence-service.ts'
import { makeAbsenceStore } from '../../../../electron/applications/absence-store.ts'
import { makeSlotDesk, type SlotDesk } from '../../../../electron/applications/slot-desk.ts'
import { obstaclesOf } from '../../../../shared/applications/slots.ts'
import { unwrap } from '../../../../shared/contract/reply.ts'
import { kuzbassCalendar, order121 } from '../../../fixtures/calendars.ts'
import { openStores, registrationOf } from '../database/fixture.ts'

/** Friday 20.11.2026, 09:00 local. */
let stores: ReturnType<typeof openStores>
let absences: AbsenceService
let slots: SlotDesk

beforeEach(() => {
  stores = openStores()
  const { database, accounts, clock, eventLog } = stores
  const store = makeAbsenceStore({ write: database.write, place: accounts.place, clock, eventLog })
  absences = makeAbsenceService({ store, clock, announce: () => undefined })
  const calendar = kuzbassCalendar()
  slots = makeSlotDesk({
    ...{ write: database.write, place: accounts.place, clock, regulation: order121 },
    ...{ calendar: () => calendar, slotMinutes: () => 30, absencesOf: store.standing },
  })
})
afterEach(() => stores.close())

const me = () => stores.session
const days = { from: '2026-11-25', to: '2026-11-26', note: 'отпуск' }
const obstacles = (at: string, specialistId = me().account.id) =>
  obstaclesOf(Date.parse(at), slots.ruleFor(specialistId))

test('on days of absence nothing can be appointed, on those beside it and to a colleague it can; taken back, all can', async () => {
  const [noted] = await unwrap(absences.note(me(), days))
  expect(obstacles('2026-11-25T10:00:00+07:00')).toEqual(['specialistAbsent'])
  expect(obstacles('2026-11-26T17:00:00+07:00')).toEqual(['specialistAbsent'])
  expect(obstacles('2026-11-24T10:00:00+07:00')).toEqual([])
  expect(obstacles('2026-11-27T10:00:00+07:00')).toEqual([])
  expect(obstacles('2026-11-25T10:00:00+07:00', '00000000-0000-4000-8000-000000000009')).toEqual([])
  expect(await unwrap(absences.withdraw(me(), noted?.id ?? ''))).toEqual([])
  expect(obstacles('2026-11-25T10:00:00+07:00')).toEqual([])
})

test('the grid shows the days as absent, not as taken and not as free', async () => {
  await unwrap(absences.note(me(), days))
  const grid = await unwrap(
    slots.grid({ applicationId: null, specialistId: me().account.id, from: '2026-11-24', days: 3 }),
  )
  const states = grid.days.map(day => [day.date, [...new Set(day.slots.map(({ state }) => state))]])
  expect(states).toEqual([
    ['2026-11-24', ['free']],
    ['2026-11-25', ['absent']],
    ['2026-11-26', ['absent']],
  ])
})

test('the same days twice are one line with one event, and the answer is the same', async () => {
  const first = await unwrap(absences.note(me(), days))
  expect(await unwrap(absences.note(me(), days))).toEqual(first)
  const { select } = stores.database.read
  expect(stores.database.read.all(select.selectFrom('absence').selectAll())).toHaveLength(1)
  const absenceId = first[0]?.id ?? ''
  await unwrap(absences.withdraw(me(), absenceId))
  expect(await unwrap(absences.withdraw(me(), absenceId))).toEqual([])
  const kinds = stores.eventLog.list({ offset: 0, limit: 3 }).map(({ kind }) => kind)
  expect(kinds.slice(0, 2)).toEqual(['absenceWithdrawn', 'absenceNoted'])
})

test('receptions that stand on these days are told of; days that are over or turned round are refused', async () => {
  stores.applications.create(registrationOf(stores.session, {}, '2026-11-25T10:00:00+07:00'))
  expect(await unwrap(absences.note(me(), days))).toMatchObject([{ ...days, receptions: 1 }])
  expect(absences.note(me(), { ...days, to: '2026-11-24' })).toMatchObject({ ok: false, fault: { code: 'badInput' } })
  expect(absences.note(me(), { from: '2026-11-18', to: '2026-11-19', note: '' })).toMatchObject({ ok: false })
})
