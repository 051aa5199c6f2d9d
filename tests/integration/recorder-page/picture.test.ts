import { expect, test, vi } from 'vitest'
import type { RecorderStatus } from '../../../shared/recording/recorder-link.ts'
import { recorderSettings } from '../../../shared/recording/settings.ts'
import { toneWav } from '../../fixtures/chromium.ts'
import { measured } from '../../fixtures/undisturbed.ts'
import { alphaPackets, decoderComplaints, pictureSizes, readPictures } from './media-facts.ts'
import { openWorkplace, type Workplace } from './workplace.ts'

/** The picture on its way into the part: its size, its pace, and that it is encoded once. */
vi.setConfig({ testTimeout: 300_000 })

const microphoneWav = await toneWav(1000)
let workplace: Workplace
const atOwnWorkplace = (measure: () => Promise<void>) => measured(measure, () => workplace.close())

const statuses = (): readonly RecorderStatus[] => workplace.sink.messages.filter(message => message.kind === 'status')
/** Fresh pictures a second between the last status and the first one `durationMs` later. */
async function freshPerSecond(durationMs: number): Promise<number> {
  const before = statuses().length
  const from = await workplace.sink.until('a status', () => statuses().at(before))
  const to = await workplace.sink.until('a later status', () =>
    statuses().find(({ atMs }) => atMs - from.atMs >= durationMs),
  )
  return ((to.freshFrames - from.freshFrames) * 1000) / (to.atMs - from.atMs)
}

test(
  'a window of another shape is recorded as it is, and the part keeps that size when the window changes',
  atOwnWorkplace(async () => {
    workplace = await openWorkplace({ microphoneWav })
    const room = await workplace.openRoom('mode=lively&sound=none')
    await room.setViewportSize({ width: 1280, height: 800 })
    await workplace.arm()
    await workplace.startPart(1)
    await workplace.recordChunks(1, 6)
    await room.setViewportSize({ width: 1000, height: 625 })
    await workplace.recordChunks(1, 14)
    const file = await workplace.stopPart(1)

    expect(await decoderComplaints(file)).toBe('')
    // 1280×800 as large as 1280×720 lets it be.
    expect(await pictureSizes(file)).toEqual(['1152×720'])
    const pictures = await readPictures(file)
    expect(pictures[5]?.sceneMs).not.toBeNull()
    expect(pictures.at(-1)?.sceneMs).not.toBeNull()

    await workplace.startPart(2)
    await workplace.recordChunks(2, 4)
    expect(await pictureSizes(await workplace.stopPart(2))).toEqual(['1280×720'])
  }),
)

test(
  'a window too small for a whole picture leaves the part its full size',
  atOwnWorkplace(async () => {
    workplace = await openWorkplace({ microphoneWav })
    const room = await workplace.openRoom('mode=lively&sound=none')
    await room.setViewportSize({ width: 301, height: 201 })
    await workplace.arm()
    await workplace.startPart(1)
    await workplace.recordChunks(1, 4)
    await room.setViewportSize({ width: 1280, height: 720 })
    await workplace.recordChunks(1, 12)
    const file = await workplace.stopPart(1)
    const { widthPixels, heightPixels } = recorderSettings
    const sizes = await pictureSizes(file)
    expect(sizes).toHaveLength(1)
    expect(Number(sizes[0]?.split('×')[0])).toBeGreaterThan(widthPixels / 2)
    expect(Number(sizes[0]?.split('×')[1])).toBeGreaterThan(heightPixels / 2)
    expect((await readPictures(file)).at(-1)?.sceneMs).not.toBeNull()
  }),
)

const mostLooksPerSecond = (1000 / recorderSettings.armedLookMs) * 1.2

test(
  'few pictures pass while nothing is encoded, all of them in a part',
  atOwnWorkplace(async () => {
    workplace = await openWorkplace({ microphoneWav })
    await workplace.openRoom('mode=lively&sound=none')
    await workplace.arm()
    expect(await freshPerSecond(3_000)).toBeLessThan(mostLooksPerSecond)
    await workplace.startPart(1)
    expect(await freshPerSecond(5_000)).toBeGreaterThan(mostLooksPerSecond * 1.5)
    await workplace.stopPart(1)
    expect(await freshPerSecond(3_000)).toBeLessThan(mostLooksPerSecond)
  }),
)

test.each(['lively', 'still'])('no picture of a %s room is encoded a second time for an alpha it has not', mode =>
  atOwnWorkplace(async () => {
    workplace = await openWorkplace({ microphoneWav })
    await workplace.openRoom(`mode=${mode}&sound=none`)
    await workplace.arm()
    await workplace.startPart(1)
    await workplace.recordChunks(1, 6)
    const file = await workplace.stopPart(1)
    expect(await alphaPackets(file)).toEqual({ packets: expect.toSatisfy(count => count > 10), withAlpha: 0 })
  })(),
)
