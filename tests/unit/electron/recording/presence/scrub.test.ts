import { rename, rm, writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dayMs, makeStoreBench, type StoreBench } from './store-bench.ts'

let bench: StoreBench
beforeEach(() => {
  bench = makeStoreBench()
})
afterEach(() => bench.end())

const later = (byMs: number) => bench.clock.set(new Date(bench.clock.nowMs() + byMs).toISOString())

test('at the start it looks at all films, then reads what nobody has read for a month, and says what it found', async () => {
  const { recordingId, file } = await bench.sealed('film')
  await bench.turn()
  expect(bench.rowOf(recordingId)).toEqual({ presence: 'here', proven_at: null })
  await bench.turn()
  expect(bench.rowOf(recordingId)).toEqual({ presence: 'here', proven_at: '2026-11-20T02:00:00.000Z' })
  await writeFile(file, 'fiLm')
  later(30 * dayMs - 1000)
  await bench.turn()
  await bench.turn()
  expect(bench.rowOf(recordingId)).toMatchObject({ presence: 'here' })
  later(2000)
  await bench.turn()
  expect(bench.rowOf(recordingId)).toEqual({ presence: 'altered', proven_at: '2026-12-20T02:00:01.000Z' })
})

test('stands still while somebody is received, and begins anew after it', async () => {
  const { recordingId } = await bench.sealed()
  bench.day.receptionOpen = true
  await bench.turn()
  expect(bench.rowOf(recordingId)).toEqual({ presence: null, proven_at: null })
  bench.day.receptionOpen = false
  bench.scrub.tick()
  bench.day.receptionOpen = true
  await bench.turn()
  // The look was cut off: after the reception it is due at once.
  expect(bench.rowOf(recordingId)).toMatchObject({ proven_at: null })
  bench.day.receptionOpen = false
  await bench.turn()
  await bench.turn()
  expect(bench.rowOf(recordingId)).toMatchObject({ presence: 'here', proven_at: '2026-11-20T02:00:00.000Z' })
})

test('a large film is read on a thread that ends with the reception’s beginning: nothing is said of it', async () => {
  const { recordingId } = await bench.sealed(Buffer.alloc(24 * 1024 * 1024, 1))
  await bench.turn()
  bench.scrub.tick()
  bench.day.receptionOpen = true
  await bench.turn()
  expect(bench.rowOf(recordingId)).toEqual({ presence: 'here', proven_at: null })
  bench.day.receptionOpen = false
  await bench.turn()
  expect(bench.rowOf(recordingId)).toMatchObject({ presence: 'here', proven_at: '2026-11-20T02:00:00.000Z' })
})

test('a film taken away and put back is seen gone and here within the hour, and read again at once', async () => {
  const { recordingId, file } = await bench.sealed('film')
  await bench.turn()
  await bench.turn()
  await rename(file, `${file}.gone`)
  await bench.turn()
  expect(bench.rowOf(recordingId)).toMatchObject({ presence: 'here' })
  later(60 * 60_000)
  await bench.turn()
  expect(bench.rowOf(recordingId)).toMatchObject({ presence: 'missing' })
  await rename(`${file}.gone`, file)
  later(60 * 60_000)
  await bench.turn()
  expect(bench.rowOf(recordingId)).toEqual({ presence: 'here', proven_at: null })
  await bench.turn()
  expect(bench.rowOf(recordingId)).toEqual({ presence: 'here', proven_at: '2026-11-20T04:00:00.000Z' })
  expect(bench.lines()).toEqual(['here', 'missing'])
})

test('what was put back with other bytes of the same length is well for no longer than a turn', async () => {
  const { recordingId, file } = await bench.sealed('film')
  await bench.turn()
  await bench.turn()
  await rm(file)
  later(60 * 60_000)
  await bench.turn()
  await writeFile(file, 'fiLm')
  later(60 * 60_000)
  await bench.turn()
  await bench.turn()
  expect(bench.rowOf(recordingId)).toMatchObject({ presence: 'altered' })
})

test('many films that are gone keep no other from being read', async () => {
  for (let index = 0; index < 101; index += 1) await rm((await bench.sealed()).file)
  const { recordingId } = await bench.sealed()
  await bench.turn()
  await bench.turn()
  expect(bench.rowOf(recordingId)).toMatchObject({ proven_at: '2026-11-20T02:00:00.000Z' })
})
