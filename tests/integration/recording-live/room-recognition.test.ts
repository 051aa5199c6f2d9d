import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RecordingSession } from '../../../shared/recording/part-log.ts'
import { type Bench, makeBench, newSession, readSessionLog } from './bench.ts'
import { armedStatus } from './page-stand-in.ts'

/** «Это он?»: a browser does not tell which tab it captures, so nothing is recorded of a room nobody recognised. */
let bench: Bench
let session: RecordingSession
beforeEach(async () => {
  bench = await makeBench({ isRoomGiven: false })
  session = newSession()
})
afterEach(() => bench.close())

const refusal = { ok: false, code: 'recorderNotArmed' }

/** A page whose room was chosen by hand. */
async function pageWithChoice() {
  const page = await bench.armedPage()
  const choiceId = await choose(page)
  return { page, choiceId }
}

async function choose(page: Awaited<ReturnType<Bench['armedPage']>>): Promise<string> {
  const choiceId = randomUUID()
  page.say(armedStatus({ choiceId }))
  await bench.until(view => view.unrecognisedChoiceId === choiceId)
  return choiceId
}

const roomLines = async () =>
  (await readSessionLog(bench.root, session))
    .filter(line => line.kind === 'room')
    .map(({ choiceId, by }) => ({ choiceId, by }))

test('a room nobody recognised is not recorded, a recognised one is, and the log says who knew it', async () => {
  const { choiceId } = await pageWithChoice()
  expect(await bench.recorder.start(session)).toMatchObject(refusal)
  expect(bench.recorder.answerRoom(choiceId, true)).toBe(true)
  expect(bench.recorder.view().unrecognisedChoiceId).toBeNull()
  expect(await bench.recorder.start(session)).toMatchObject({ ok: true })
  await bench.recorder.stop(session.recordingId)
  expect(await roomLines()).toEqual([{ choiceId, by: 'person' }])
})

test('an answer for what was shown before does not count for what is shown now', async () => {
  const { page, choiceId } = await pageWithChoice()
  const next = await choose(page)
  expect(bench.recorder.answerRoom(choiceId, true)).toBe(false)
  expect(bench.recorder.view().unrecognisedChoiceId).toBe(next)
  expect(await bench.recorder.start(session)).toMatchObject(refusal)
})

test('a recognised room that is chosen anew is asked for again', async () => {
  const { page, choiceId } = await pageWithChoice()
  bench.recorder.answerRoom(choiceId, true)
  await choose(page)
  expect(await bench.recorder.start(session)).toMatchObject(refusal)
})

test('«no»: the page is told to let the room go, and nothing begins', async () => {
  const { page, choiceId } = await pageWithChoice()
  const sinceIndex = page.received.length
  expect(bench.recorder.answerRoom(choiceId, false)).toBe(true)
  expect(await page.next('leaveRoom', sinceIndex)).toMatchObject({ choiceId })
  expect(await bench.recorder.start(session)).toMatchObject(refusal)
})

test('a page that does not say what it captures is no known room', async () => {
  await bench.armedPage()
  expect(await bench.recorder.start(session)).toMatchObject(refusal)
})

test('chosen anew in mid-talk: the recording goes on, and the log tells of both', async () => {
  const { page, choiceId } = await pageWithChoice()
  bench.recorder.answerRoom(choiceId, true)
  await bench.recorder.start(session)
  const second = await choose(page)
  const third = await choose(page)
  bench.recorder.answerRoom(third, true)
  await bench.recorder.stop(session.recordingId)
  expect(await roomLines()).toEqual([
    { choiceId, by: 'person' },
    { choiceId: second, by: null },
    { choiceId: third, by: null },
    { choiceId: third, by: 'person' },
  ])
})

test('a room the program gives is known without a question', async () => {
  await bench.close()
  bench = await makeBench({ isRoomGiven: true })
  const page = await bench.armedPage()
  const choiceId = randomUUID()
  page.say(armedStatus({ choiceId, citizenLevelDb: -33 }))
  await bench.until(view => view.citizenLevelDb === -33)
  expect(bench.recorder.view().unrecognisedChoiceId).toBeNull()
  expect(await bench.recorder.start(session)).toMatchObject({ ok: true })
  await bench.recorder.stop(session.recordingId)
  expect(await roomLines()).toEqual([{ choiceId, by: 'program' }])
})
