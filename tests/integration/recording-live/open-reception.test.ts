import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RecordingSession } from '../../../shared/recording/part-log.ts'
import { type Bench, makeBench, newSession } from './bench.ts'
import { armedStatus } from './page-stand-in.ts'

/** A capture belongs to one reception: the workstation judges it from what the page reports, never by the screen. */
let bench: Bench
let session: RecordingSession
beforeEach(async () => {
  bench = await makeBench()
  session = newSession()
})
afterEach(() => bench.close())

const armedFor = async (chosenFor: string | null) => {
  const page = await bench.armedPage()
  // The level tells this report from the one before.
  page.say(armedStatus({ chosenFor, citizenLevelDb: -33 }))
  await bench.until(view => view.citizenLevelDb === -33)
  return page
}

test('a room chosen for another reception is not recorded, and nothing of a recording stays', async () => {
  await armedFor(randomUUID())
  expect(await bench.recorder.start(session)).toMatchObject({ ok: false, code: 'recorderNotArmed' })
  expect(bench.recorder.view().recording).toBeNull()
})

test('a room chosen for this reception is', async () => {
  await armedFor(session.receptionId)
  expect(await bench.recorder.start(session)).toMatchObject({ ok: true })
  await bench.recorder.stop(session.recordingId)
})

test('a room chosen while no reception was open is for the one that begins', async () => {
  await armedFor(null)
  expect(await bench.recorder.start(session)).toMatchObject({ ok: true })
  await bench.recorder.stop(session.recordingId)
})

test('the view says why it is not ready as soon as the other reception is open', async () => {
  await armedFor(randomUUID())
  expect(bench.recorder.view()).toMatchObject({ armed: true })
  bench.recorder.setReception(session.receptionId)
  expect(bench.recorder.view()).toMatchObject({ armed: false, notArmedBecause: 'otherReception' })
})

test('the page is told which reception is open, and each new page is; before it is known, none is', async () => {
  const page = await bench.armedPage()
  expect(page.received.filter(({ kind }) => kind === 'reception')).toEqual([])
  bench.recorder.setReception(session.receptionId)
  expect(await page.next('reception', 0)).toMatchObject({ receptionId: session.receptionId })
  await page.cut()
  const next = await bench.armedPage()
  expect(await next.next('reception', 0)).toMatchObject({ receptionId: session.receptionId })
  const sinceIndex = next.received.length
  bench.recorder.setReception(null)
  expect(await next.next('reception', sinceIndex)).toMatchObject({ receptionId: null })
})
