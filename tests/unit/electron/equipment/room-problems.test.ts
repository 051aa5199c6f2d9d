import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeRoomProblems, type RoomProblems } from '../../../../electron/equipment/room-problems.ts'
import { registrationOf } from '../database/fixture.ts'
import { type EquipmentBench, openEquipmentBench } from './bench.ts'

let bench: EquipmentBench
let rooms: RoomProblems
let receptionId: string
/** What the recording was told. */
let heard: [receptionId: string, room: string, atMs: number][]
beforeEach(async () => {
  heard = []
  bench = await openEquipmentBench()
  const { applications, session } = bench.stores
  receptionId = applications.create(registrationOf(session)).receptionId
  rooms = make()
})
afterEach(() => bench.stores.close())

function make(isRoomInside = true): RoomProblems {
  const { database, accounts, eventLog } = bench.stores
  return makeRoomProblems({
    ...{ read: database.read, place: accounts.place, eventLog, clock: { nowMs: () => 9_000 }, isRoomInside },
    onRoom: (of, room, atMs) => heard.push([of, room, atMs]),
    announce: announcement => bench.news.push(announcement),
  })
}

const written = () =>
  bench.stores.database.raw
    .prepare("select result from event_log where kind = 'roomNotOpened' order by sequence")
    .all()
    .map(row => (row as { result: string }).result)

test('a room that did not open keeps its reception from beginning, with п. 3.5 at hand, until it opened', () => {
  const { session } = bench.stores
  expect(rooms.refusalOf(receptionId)).toBeNull()
  rooms.report(session, { receptionId, problem: 'unreachable' })
  expect(rooms.refusalOf(receptionId)?.fault).toMatchObject({
    ...{ code: 'refusedByRule', hint: expect.stringContaining('п. 3.5') },
  })
  rooms.report(session, { receptionId, problem: null })
  expect(rooms.refusalOf(receptionId)).toBeNull()
  expect(written()).toEqual(['unreachable', 'done'])
  expect(bench.news).toEqual([{ kind: 'equipmentChanged' }, { kind: 'equipmentChanged' }])
})

test('what is known is not written twice, and another reception is not touched', () => {
  const { session } = bench.stores
  rooms.report(session, { receptionId, problem: null })
  rooms.report(session, { receptionId, problem: 'windowBlocked' })
  rooms.report(session, { receptionId, problem: 'windowBlocked' })
  expect(written()).toEqual(['windowBlocked'])
  expect(rooms.refusalOf(randomUUID())).toBeNull()
})

test('a reception nobody knows is refused, and nothing is written', () => {
  const answer = rooms.report(bench.stores.session, { receptionId: randomUUID(), problem: 'unreachable' })
  expect(answer).toMatchObject({ ok: false, fault: { code: 'notFound' } })
  expect(written()).toEqual([])
})

test('the next workstation knows what was told of an open reception, and nothing of what was mended', () => {
  const { session } = bench.stores
  const recalled = (isRoomLost: boolean) => {
    const made = make()
    made.recall(receptionId, isRoomLost)
    return made.of(receptionId)
  }
  expect(recalled(false)).toBeNull()
  rooms.report(session, { receptionId, problem: 'crashed' })
  expect(recalled(false)).toBe('crashed')
  rooms.report(session, { receptionId, problem: null })
  expect(recalled(false)).toBeNull()
})

test('a host that held the room and began anew lost it: told, and written once, until it is opened', () => {
  const { session } = bench.stores
  for (let start = 1; start <= 2; start += 1) {
    const next = make()
    next.recall(receptionId, true)
    expect(next.of(receptionId)).toBe('pageClosed')
  }
  expect(written()).toEqual(['pageClosed'])
  const next = make()
  next.recall(receptionId, true)
  next.report(session, { receptionId, problem: null })
  expect(next.of(receptionId)).toBeNull()
  expect(written()).toEqual(['pageClosed', 'done'])
})

test('the recording is told of a loss once, at the moment it was found, and of the way back', () => {
  const { session } = bench.stores
  rooms.report(session, { receptionId, problem: 'crashed', atMs: 4_000 })
  rooms.report(session, { receptionId, problem: 'unreachable', atMs: 5_000 })
  rooms.report(session, { receptionId, problem: null })
  rooms.report(session, { receptionId, problem: null })
  // A page’s clock may not put it into what is to come.
  rooms.report(session, { receptionId, problem: 'pageClosed', atMs: 90_000 })
  expect(heard).toEqual([
    [receptionId, 'lost', 4_000],
    [receptionId, 'entered', 9_000],
    [receptionId, 'lost', 9_000],
  ])
})

test('a room lost with its host is told to the recording once; what was known before is not told again', () => {
  const { session } = bench.stores
  make().recall(receptionId, true)
  expect(heard).toEqual([[receptionId, 'lost', 9_000]])
  make().recall(receptionId, true)
  make().recall(receptionId, false)
  expect(heard).toHaveLength(1)
  make().report(session, { receptionId, problem: null })
  rooms.report(session, { receptionId, problem: 'crashed' })
  make().recall(receptionId, true)
  expect(heard).toHaveLength(2)
})

test('where the browser’s own windows are the rooms, one that did not open says nothing of the one that is recorded', () => {
  const { session } = bench.stores
  const browser = make(false)
  browser.report(session, { receptionId, problem: 'windowBlocked' })
  browser.report(session, { receptionId, problem: null })
  expect(heard).toEqual([])
})
