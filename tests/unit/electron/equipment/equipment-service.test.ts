import { afterEach, beforeEach, expect, test } from 'vitest'
import type { EquipmentCheck } from '../../../../shared/contract/equipment.ts'
import { unwrap } from '../../../../shared/contract/reply.ts'
import type { PageMeasurements } from '../../../../shared/equipment/measurements.ts'
import { pageWith } from '../../shared/equipment/bench.ts'
import { type EquipmentBench, goodFacts, openEquipmentBench } from './bench.ts'

let bench: EquipmentBench
beforeEach(async () => {
  bench = await openEquipmentBench()
})
afterEach(() => bench.stores.close())

async function check(page: PageMeasurements = pageWith({})): Promise<EquipmentCheck> {
  const { service, stores } = bench
  const { checkId } = await unwrap(service.begin(stores.session, { kind: 'quick', receptionId: null }))
  return unwrap(service.finish(stores.session, { checkId, page }))
}
const silentMicrophone = () => pageWith({ microphone: { digitalSilence: true } })

test('a good workplace: judged, kept, told to the pages', async () => {
  const made = await check()
  expect(made).toMatchObject({ state: 'good', blocked: [], kind: 'quick', by: 'Иванова А. П.' })
  expect(made.devices.microphone).toEqual({ label: 'Гарнитура', groupId: 'g' })
  expect(await unwrap(bench.service.latest())).toEqual(made)
  expect(await unwrap(bench.service.list(0))).toEqual({ checks: [made], total: 1 })
  expect(bench.news).toEqual([{ kind: 'equipmentChanged' }])
})

test('a fault of the disk blocks like one of the microphone', async () => {
  bench.facts = { ...goodFacts, computer: { ...goodFacts.computer, roomInReceptions: 0 } }
  expect((await check(silentMicrophone())).blocked).toEqual(['microphoneLevel', 'diskRoom'])
})

test('not while a citizen is received; a cancelled check leaves nothing', async () => {
  const { service, stores } = bench
  bench.receptionOpen = true
  const request = { kind: 'quick', receptionId: null } as const
  expect(service.begin(stores.session, request)).toMatchObject({ ok: false, fault: { code: 'refusedByRule' } })
  bench.receptionOpen = false
  const { checkId } = await unwrap(service.begin(stores.session, request))
  service.cancel(checkId)
  expect(await service.finish(stores.session, { checkId, page: pageWith({}) })).toMatchObject({
    ok: false,
    fault: { code: 'notFound' },
  })
  expect((await unwrap(service.list(0))).total).toBe(0)
})

test('another check takes the place of the one that runs', async () => {
  const { service, stores } = bench
  const first = await unwrap(service.begin(stores.session, { kind: 'quick', receptionId: null }))
  await unwrap(service.begin(stores.session, { kind: 'quick', receptionId: null }))
  expect(await service.finish(stores.session, { ...first, page: pageWith({}) })).toMatchObject({ ok: false })
})

test('a false alarm lifts the block, stays in the check and stands in the event log', async () => {
  const { id } = await check(silentMicrophone())
  const request = { checkId: id, code: 'microphoneLevel', reason: 'слышно в Телемосте' } as const
  const after = await unwrap(bench.service.callFalseAlarm(bench.stores.session, request))
  expect(after).toMatchObject({ state: 'warning', blocked: [] })
  expect(after.decisions).toMatchObject([{ kind: 'falseAlarm', reason: 'слышно в Телемосте', by: 'Иванова А. П.' }])
  expect(bench.stores.eventLog.list({ offset: 0, limit: 1 })).toMatchObject([
    { kind: 'equipmentDecided', result: 'falseAlarm', objects: JSON.stringify({ checkId: id }) },
  ])
})

test.each(['rehearsalFile', 'diskRoom', 'ffmpeg', 'speakerTone'] as const)('%s has no override', async code => {
  const { id } = await check()
  const answer = bench.service.callFalseAlarm(bench.stores.session, { checkId: id, code, reason: 'так надо' })
  expect(answer).toMatchObject({ ok: false, fault: { code: 'refusedByRule' } })
})

test('no camera is a decision with its reason; a good camera needs none', async () => {
  const { session } = bench.stores
  const gone = await check({ ...pageWith({}), camera: { device: null, problem: 'absent', facts: null } })
  expect(gone).toMatchObject({ state: 'fault', blocked: [] })
  const decided = await unwrap(bench.service.receiveWithoutCamera(session, gone.id, 'камера в ремонте'))
  expect(decided.state).toBe('warning')
  const { id } = await check()
  expect(bench.service.receiveWithoutCamera(session, id, 'зачем')).toMatchObject({ ok: false })
})

test('the ear has the last word', async () => {
  const { session } = bench.stores
  const { id } = await check(pageWith({ speaker: { confirmed: null } }))
  expect((await unwrap(bench.service.answerTone(session, id, false))).blocked).toEqual(['speakerTone'])
  bench.stores.clock.set('2026-11-20T02:01:00Z')
  expect((await unwrap(bench.service.answerTone(session, id, true))).blocked).toEqual([])
})
