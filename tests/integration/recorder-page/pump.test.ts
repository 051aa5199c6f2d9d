import type { Worker } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import type { RecorderStatus } from '../../../shared/recording/recorder-link.ts'
import { toneWav } from '../../fixtures/chromium.ts'
import { measured } from '../../fixtures/undisturbed.ts'
import { decoderComplaints, decodeStereo, levelDb, longestInterval, readPictures } from './media-facts.ts'
import { openWorkplace, type Workplace } from './workplace.ts'

/** The pump under the faults of the browser: nothing is lost, or the part ends, is told and goes on with a new picture. */
vi.setConfig({ testTimeout: 300_000 })

const microphoneWav = await toneWav(1000)
let workplace: Workplace
const atOwnWorkplace = (measure: () => Promise<void>) => measured(measure, () => workplace.close())

interface PumpPage {
  MediaStreamTrackGenerator: new (init: { readonly kind: 'video' }) => MediaStreamTrack
  endPicture(): void
}
const endPicture = (): Promise<void> =>
  workplace.recorder.evaluate(() => (globalThis as unknown as PumpPage).endPicture())

/** Armed, and so that a test can end the track the encoder is given. */
async function openArmed(): Promise<void> {
  workplace = await openWorkplace({ microphoneWav })
  const { recorder } = workplace
  await recorder.addInitScript(() => {
    const page = globalThis as unknown as PumpPage
    const Real = page.MediaStreamTrackGenerator
    page.MediaStreamTrackGenerator = function make(init: { readonly kind: 'video' }) {
      const made = new Real(init)
      page.endPicture = () => made.stop()
      return made
    } as unknown as typeof Real
  })
  await recorder.reload()
  await workplace.openRoom('mode=lively&sound=tone')
  await recorder.getByLabel('Я в наушниках').check()
  await workplace.arm()
}

const pumpWorker = (): Worker => {
  const worker = workplace.recorder.workers().find(one => one.url().includes('frame-pump'))
  if (worker === undefined) throw new Error('the pump has no worker')
  return worker
}
const statuses = (): readonly RecorderStatus[] => workplace.sink.messages.filter(message => message.kind === 'status')
const lastStatus = (): RecorderStatus => statuses().at(-1) ?? expect.fail('no status came')

/** The part has pictures and both voices from its beginning to its end, without a hole between them. */
async function expectWhole(file: string): Promise<void> {
  expect(await decoderComplaints(file)).toBe('')
  const times = (await readPictures(file)).map(({ atMs }) => atMs)
  const { left, right } = await decodeStereo(file)
  expect(times.length).toBeGreaterThan(20)
  expect(longestInterval([0, ...times, left.length / samplesPerMs])).toBeLessThan(longestHoleMs)
  expect(levelDb(left)).toBeGreaterThan(-40)
  expect(levelDb(right)).toBeGreaterThan(-40)
}
/** A weak machine needs most of a second to start the encoder; a fault would cost the rest of the part. */
const longestHoleMs = 1_500
const samplesPerMs = 48

/** The page has ended part 1 by itself and said why; the workstation would begin part 2 now, as the test does. */
async function untilRenewed(causedAtMs: number): Promise<string> {
  const { sink, recordingId } = workplace
  const renewed = await sink.until('the page says it', () =>
    sink.messages.find(({ kind }) => kind === 'pictureRenewed'),
  )
  expect(Date.now() - causedAtMs).toBeLessThan(5_000)
  expect(renewed).toMatchObject({ recordingId, partNumber: 1 })
  const first = await workplace.stopPart(1)
  await workplace.startPart(2)
  await workplace.recordChunks(2, 8)
  await expectWhole(await workplace.stopPart(2))
  return first
}

test.each([
  [
    'a picture that cannot be made',
    () => {
      const Real = VideoFrame
      self.VideoFrame = class {
        constructor() {
          self.VideoFrame = Real
          throw new DOMException('no frame', 'OperationError')
        }
      } as unknown as typeof VideoFrame
    },
  ],
  [
    'a picture the writer refuses',
    () => {
      const { prototype } = WritableStreamDefaultWriter
      const real = prototype.write
      prototype.write = () => {
        prototype.write = real
        return Promise.reject(new TypeError('refused'))
      }
    },
  ],
])('%s costs that picture alone', (_name, sabotage) =>
  atOwnWorkplace(async () => {
    await openArmed()
    await workplace.startPart(1)
    await workplace.recordChunks(1, 4)
    const { droppedFrames, freshFrames } = lastStatus()
    await pumpWorker().evaluate(sabotage)
    await workplace.recordChunks(1, 12)
    expect(lastStatus().droppedFrames).toBeGreaterThan(droppedFrames)
    expect(lastStatus().freshFrames).toBeGreaterThan(freshFrames + 25)
    await expectWhole(await workplace.stopPart(1))
    expect(workplace.sink.messages.filter(({ kind }) => kind === 'pictureRenewed')).toEqual([])
  })(),
)

test(
  'the picture track ends: told within 5 s, and the next part has its picture',
  atOwnWorkplace(async () => {
    await openArmed()
    await workplace.startPart(1)
    await workplace.recordChunks(1, 4)
    const causedAtMs = Date.now()
    await endPicture()
    await expectWhole(await untilRenewed(causedAtMs))
  }),
)

test.each([
  [
    'each write is refused',
    () => {
      WritableStreamDefaultWriter.prototype.write = () => Promise.reject(new TypeError('refused'))
    },
  ],
  [
    'no picture can be made any more',
    () => {
      self.VideoFrame = class {
        constructor() {
          throw new DOMException('no frame', 'OperationError')
        }
      } as unknown as typeof VideoFrame
    },
  ],
])('%s: told within 5 s, and the next part has its picture', (_name, sabotage) =>
  atOwnWorkplace(async () => {
    await openArmed()
    await workplace.startPart(1)
    await workplace.recordChunks(1, 4)
    const { freshFrames } = lastStatus()
    const causedAtMs = Date.now()
    await pumpWorker().evaluate(sabotage)
    await untilRenewed(causedAtMs)
    // What was not written was not counted: far fewer than 25 a second over those seconds.
    expect(lastStatus().freshFrames).toBeGreaterThan(freshFrames)
  })(),
)

test(
  'before the recording a dead picture is made anew without a word, and the part has it',
  atOwnWorkplace(async () => {
    await openArmed()
    // The page reports once a second, and may not have done so yet.
    await workplace.sink.until('a report', () => statuses().length > 0)
    await endPicture()
    const { freshFrames } = lastStatus()
    await workplace.sink.until('pictures again', () => lastStatus().freshFrames > freshFrames + 5)
    await workplace.startPart(1)
    await workplace.recordChunks(1, 8)
    await expectWhole(await workplace.stopPart(1))
    expect(workplace.sink.messages.filter(({ kind }) => kind === 'pictureRenewed')).toEqual([])
  }),
)
