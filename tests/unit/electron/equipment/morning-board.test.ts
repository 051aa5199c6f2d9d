import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type MorningBoard, makeMorningBoard } from '../../../../electron/equipment/morning-board.ts'
import { BoardLine, type CheckKind } from '../../../../shared/contract/equipment.ts'
import type { CheckResult } from '../../../../shared/equipment/codes.ts'
import { judged } from '../../../../shared/equipment/thresholds.ts'
import { registrationOf } from '../database/fixture.ts'
import { type EquipmentBench, openEquipmentBench } from './bench.ts'

let bench: EquipmentBench
let board: MorningBoard
beforeEach(async () => {
  bench = await openEquipmentBench()
  const { database, accounts, clock } = bench.stores
  board = makeMorningBoard({ ...database, store: bench.store, place: accounts.place, clock })
})
afterEach(() => bench.stores.close())

/** A check of this workplace, at a local time of the day. */
function check(time: string, kind: CheckKind, results: CheckResult[]) {
  const { clock, session } = bench.stores
  clock.set(`2026-11-${time}:00+07:00`)
  return bench.store.add({
    ...{ id: randomUUID(), kind, receptionId: null, results, authorId: session.account.id },
    startedAt: new Date(clock.nowMs()).toISOString(),
    devices: { camera: null, microphone: null, speaker: null },
    versions: { program: '', browser: '', ffmpeg: '', system: '' },
  })
}

/** Another computer of the same body, as a shared database would hold it. */
function otherWorkplace(name: string): string {
  const id = randomUUID()
  const { database, accounts } = bench.stores
  database.raw
    .prepare('insert into workplace (id, body_id, name, created_at) values (?, ?, ?, ?)')
    .run(id, accounts.place().bodyId, name, '2026-11-01T00:00:00.000Z')
  return id
}

test('an untouched workplace: no receptions, no checks, nothing wrong', () => {
  expect(board.lines()).toMatchObject([
    { name: 'Рабочее место 3', isHere: true, room: '', firstReceptionAt: null, full: null, latest: null, troubles: [] },
  ])
})

test('the one that receives first stands on top, those that receive nobody last, by name', () => {
  const { applications, session, database } = bench.stores
  const second = otherWorkplace('Рабочее место 2')
  otherWorkplace('Рабочее место 1')
  applications.create(registrationOf(session, {}, '2026-11-20T10:00:00+07:00'))
  const { receptionId } = applications.create(registrationOf(session, {}, '2026-11-20T09:15:00+07:00'))
  database.raw.prepare('update reception set workplace_id = ? where id = ?').run(second, receptionId)
  expect(board.lines().map(({ name, firstReceptionAt }) => [name, firstReceptionAt])).toEqual([
    ['Рабочее место 2', '2026-11-20T02:15:00.000Z'],
    ['Рабочее место 3', '2026-11-20T03:00:00.000Z'],
    ['Рабочее место 1', null],
  ])
})

test('what is cancelled, moved or of another day does not count as a reception of today', () => {
  const { applications, session, database } = bench.stores
  const { receptionId } = applications.create(registrationOf(session))
  database.raw.prepare("update reception set step = 'cancelled' where id = ?").run(receptionId)
  applications.create(registrationOf(session, {}, '2026-11-21T09:00:00+07:00'))
  expect(board.lines()[0]?.firstReceptionAt).toBeNull()
})

test('the full check of today, what is wrong and since when; the room stays closed as the room itself says', () => {
  check('19T08:30', 'full', [judged('clock', 'warning')])
  check('20T08:10', 'full', [judged('clock', 'warning'), judged('microphoneLevel', 'fault')])
  check('20T08:40', 'silent', [judged('microphonePresent', 'good')])
  expect(board.lines()[0]).toMatchObject({
    full: { at: '2026-11-20T01:10:00.000Z', state: 'fault' },
    latest: { at: '2026-11-20T01:40:00.000Z', state: 'good' },
    isBlocked: true,
    troubles: [
      { code: 'microphoneLevel', state: 'fault', since: '2026-11-20T01:10:00.000Z', times: 1 },
      { code: 'clock', state: 'warning', since: '2026-11-19T01:30:00.000Z', times: 2 },
    ],
  })
})

test('nothing of a citizen is in it', () => {
  const { applications, session } = bench.stores
  const canary = { familyName: 'Канарейкин', topic: 'Выплата на канареечный корм', phone: '+7 900 000-00-77' }
  const { receptionId } = applications.create(registrationOf(session, canary))
  check('20T08:10', 'full', [judged('clock', 'warning')])
  const lines = board.lines()
  expect(BoardLine.array().parse(lines)).toHaveLength(1)
  const told = JSON.stringify(lines).toLocaleLowerCase('ru')
  for (const canaryText of ['канаре', '000-00-77', receptionId, 'telemost', 'иванова']) {
    expect(told).not.toContain(canaryText.toLocaleLowerCase('ru'))
  }
})
