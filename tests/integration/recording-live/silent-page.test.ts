import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RecordingSession } from '../../../shared/recording/part-log.ts'
import { until } from '../../fixtures/until.ts'
import { type Bench, connectPage, makeBench, newSession, readPartLog } from './bench.ts'
import { armedStatus } from './page-stand-in.ts'

let bench: Bench
let session: RecordingSession
let speaking: NodeJS.Timeout | undefined
beforeEach(async () => {
  bench = await makeBench({ waits: { noBytesMs: 6_000 } })
  session = newSession()
})
afterEach(async () => {
  clearInterval(speaking)
  await bench.close()
})

/** Records, and reports its sources as live for ever, whatever becomes of its chunks. */
async function speakingPage() {
  const page = await bench.armedPage()
  expect(await bench.recorder.start(session)).toMatchObject({ ok: true })
  speaking = setInterval(() => page.say(armedStatus()), 200)
  const since = page.received.length
  page.make(randomBytes(1_000))
  await page.next('acknowledge', since)
  return page
}

/** How part 1 ended, as its log has it soon after it was told. */
const brokenLine = () =>
  until(
    'the end of the part stands in its log',
    async () => (await readPartLog(bench.root, session, 1)).at(-1),
    line => line?.kind === 'broken',
  )

test('a page that speaks and records nothing loses its part as encoderFailed, whatever it says', async () => {
  await speakingPage()
  expect(await bench.untilLost()).toMatchObject({ cause: 'encoderFailed' })
  expect(await brokenLine()).toMatchObject({ cause: 'encoderFailed' })
})

test('another window may go on as soon as the alarm is up, and the cause is named', async () => {
  await speakingPage()
  await bench.until(view => view.alarms.some(({ code }) => code === 'noNewBytes'))
  const other = await bench.armedPage()
  expect(other.received.map(({ kind }) => kind)).not.toContain('refused')
  expect(await bench.untilLost()).toMatchObject({ cause: 'encoderFailed' })
  expect(await bench.recorder.continueAsNewPart(session.recordingId)).toMatchObject({ ok: true })
})

test('a page that is gone is no failed encoder, however long the next one takes to come', async () => {
  const page = await speakingPage()
  clearInterval(speaking)
  await page.cut()
  await bench.until(view => view.alarms.some(({ code }) => code === 'noNewBytes'))
  await connectPage(bench.port)
  expect(await bench.untilLost()).toMatchObject({ cause: 'recorderLost' })
  expect(await brokenLine()).toMatchObject({ cause: 'recorderLost' })
})

test('a page whose bytes come keeps another window out', async () => {
  const page = await speakingPage()
  const other = await connectPage(bench.port)
  expect(await other.next('refused', 0)).toMatchObject({ kind: 'refused' })
  const since = page.received.length
  page.make(randomBytes(1_000))
  await page.next('acknowledge', since)
  expect(bench.lost).toEqual([])
})

test('three seconds in which our own loop stands still accuse nobody', async () => {
  const page = await speakingPage()
  const making = setInterval(() => page.make(randomBytes(1_000)), 200)
  const seen: string[] = []
  bench.recorder.onChange(view => seen.push(...view.alarms.map(({ code }) => code)))
  const untilMs = performance.now() + 3_500
  while (performance.now() < untilMs);
  const since = page.received.length
  page.make(randomBytes(1_000))
  await page.next('acknowledge', since)
  await bench.until(view => view.alarms.length === 0)
  clearInterval(making)
  expect(seen).not.toContain('recorderLost')
  expect(seen).not.toContain('noNewBytes')
  expect(bench.lost).toEqual([])
})

test('an adoption waits no longer once a page without the part is there', async () => {
  const page = await speakingPage()
  clearInterval(speaking)
  await page.cut()
  await bench.recorder.close()
  const next = await makeBench({ rootDirectory: bench.root, waits: { adoptMs: 600_000 } })
  const adopting = next.recorder.adopt(session)
  await connectPage(next.port)
  expect(await adopting).toMatchObject({ kind: 'interrupted' })
  await next.close()
})
