import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type EquipmentReadiness, makeReadiness } from '../../../../electron/equipment/readiness.ts'
import type { CheckKind } from '../../../../shared/contract/equipment.ts'
import type { CheckResult } from '../../../../shared/equipment/codes.ts'
import { judged } from '../../../../shared/equipment/thresholds.ts'
import { registrationOf } from '../database/fixture.ts'
import { type EquipmentBench, openEquipmentBench } from './bench.ts'

let bench: EquipmentBench
let readiness: EquipmentReadiness
beforeEach(async () => {
  bench = await openEquipmentBench()
  const { database, accounts, clock } = bench.stores
  readiness = makeReadiness({
    store: bench.store,
    read: database.read,
    place: accounts.place,
    clock,
    roomProblem: () => null,
  })
})
afterEach(() => bench.stores.close())

function check(kind: CheckKind, results: CheckResult[], receptionId: string | null = null) {
  const { clock, session } = bench.stores
  return bench.store.add({
    ...{ id: randomUUID(), kind, receptionId, results, authorId: session.account.id },
    startedAt: new Date(clock.nowMs()).toISOString(),
    devices: { camera: null, microphone: null, speaker: null },
    versions: { program: '', browser: '', ffmpeg: '', system: '' },
  })
}
const at = (time: string) => bench.stores.clock.set(`2026-11-20T${time}+07:00`)
const silentMicrophone = judged('microphoneLevel', 'fault')
const goodMicrophone = judged('microphoneLevel', 'good')

test('no check forbids nothing; a fault of today does, until a check without it', () => {
  at('08:30:00')
  expect(readiness.refusalOfRoom()).toBeNull()
  check('quick', [silentMicrophone])
  expect(readiness.refusalOfRoom()?.fault.hint).toContain('громкость голоса')
  at('08:31:00')
  check('quick', [goodMicrophone])
  expect(readiness.refusalOfRoom()).toBeNull()
})

test('a fault of yesterday is no word about today', () => {
  at('08:30:00')
  check('quick', [silentMicrophone])
  bench.stores.clock.set('2026-11-21T01:30:00Z')
  expect(readiness.refusalOfRoom()).toBeNull()
  expect(readiness.of(null)).toEqual({ check: null, fullDue: true, roomRefusal: null, roomProblem: null })
})

test('a silent check does not mend what it did not look at', () => {
  at('08:30:00')
  check('full', [judged('rehearsalFile', 'fault'), silentMicrophone])
  at('08:50:00')
  check('silent', [goodMicrophone])
  expect(readiness.refusalOfRoom()?.fault.hint).toContain('файл пробной записи')
  expect(readiness.refusalOfRoom()?.fault.hint).not.toContain('громкость')
})

test('a false alarm lets the room be opened', () => {
  at('08:30:00')
  const { id } = check('quick', [silentMicrophone])
  const authorId = bench.stores.session.account.id
  bench.store.decide({ checkId: id, code: 'microphoneLevel', kind: 'falseAlarm', reason: 'слышно', authorId })
  expect(readiness.refusalOfRoom()).toBeNull()
})

test('a reception is due from a quarter of an hour before until a minute before, once', () => {
  const { applications, session } = bench.stores
  applications.create(registrationOf(session))
  at('08:40:00')
  expect(readiness.dueReception()).toBeNull()
  at('08:45:00')
  const receptionId = readiness.dueReception()
  expect(receptionId).not.toBeNull()
  at('08:59:30')
  expect(readiness.dueReception()).toBeNull()
  at('08:46:00')
  const own = check('silent', [goodMicrophone], receptionId)
  expect(readiness.dueReception()).toBeNull()
  at('08:47:00')
  check('full', [goodMicrophone])
  expect(readiness.of(receptionId).check?.id).toBe(own.id)
  expect(readiness.of(receptionId).fullDue).toBe(false)
})
