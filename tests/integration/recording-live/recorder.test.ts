import { randomBytes, randomUUID } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { systemClock } from '../../../electron/clock.ts'
import type { MakeVerifier } from '../../../electron/recording/live/recorder.ts'
import { recordingDirectory } from '../../../electron/recording/live/recording-folder.ts'
import { findUnsealed } from '../../../electron/recording/live/unsealed.ts'
import type { CheckedRange, RecordingSession } from '../../../shared/recording/part-log.ts'
import { recorderSettings } from '../../../shared/recording/settings.ts'
import {
  type Bench,
  connectPage,
  makeBench,
  newSession,
  readPart,
  readPartLog,
  readSessionLog,
  type SocketPage,
} from './bench.ts'
import { armedStatus, frameOf, makePageStandIn } from './page-stand-in.ts'

let bench: Bench
let session: RecordingSession
beforeEach(async () => {
  bench = await makeBench()
  session = newSession()
})
afterEach(() => bench.close())

const payloads = (count: number) => Array.from({ length: count }, () => randomBytes(2_000))
const sum = (chunks: readonly Buffer[]) => Buffer.concat(chunks)
const alarmed = (view: { alarms: readonly { code: string }[] }, code: string) =>
  view.alarms.some(alarm => alarm.code === code)

async function started(): Promise<SocketPage> {
  const page = await bench.armedPage()
  expect(await bench.recorder.start(session)).toMatchObject({ ok: true })
  return page
}
/** Makes chunks and waits until the last one is on the disk. */
async function make(page: SocketPage, chunks: readonly Buffer[]): Promise<void> {
  const since = page.received.length
  await onDisk(page, chunks.map(chunk => page.make(chunk)).at(-1) ?? 0, since)
}
/** Waits until chunk `last` is acknowledged, in the messages from `since` on. */
async function onDisk(page: SocketPage, last: number, since: number): Promise<void> {
  let index = since
  for (;;) {
    const { sequence } = await page.next('acknowledge', index)
    if (sequence === last) return
    index = page.received.findIndex((message, at) => at >= index && message.kind === 'acknowledge') + 1
  }
}

describe('a start is refused', () => {
  test('without a page', async () => {
    expect(await bench.recorder.start(session)).toMatchObject({ ok: false, code: 'recorderNotArmed' })
  })

  test.each([
    ['nothing chosen', { picture: 'absent', citizenSound: 'absent', microphone: 'absent' }, 'noSources'],
    ['no picture', { picture: 'ended' }, 'pictureLost'],
    ['no sound of the room', { citizenSound: 'absent' }, 'noCitizenSound'],
    ['no microphone', { microphone: 'absent' }, 'noMicrophone'],
  ] as const)('with %s', async (_name, sources, reason) => {
    const page = await connectPage(bench.port)
    await page.next('welcome', 0)
    page.say(armedStatus(sources))
    const view = await bench.until(now => now.notArmedBecause === reason)
    expect(view.armed).toBe(false)
    expect(await bench.recorder.start(session)).toMatchObject({ ok: false, code: 'recorderNotArmed' })
    expect(await findUnsealed(bench.root)).toEqual([])
  })

  test('where a reception does not fit, with the figures', async () => {
    await bench.close()
    bench = await makeBench({ freeBytes: async () => 1_200_000_000, sessionBytes: () => 1_500_000_000 })
    const page = await connectPage(bench.port)
    await page.next('welcome', 0)
    page.say(armedStatus())
    await bench.until(view => view.notArmedBecause === 'noRoom')
    const reply = await bench.recorder.start(session)
    expect(reply).toMatchObject({ ok: false, code: 'noRoom' })
    expect(reply.ok ? '' : reply.hint).toContain('свободно 1,2 ГБ, для одного приёма нужно 1,5 ГБ')
    expect(await findUnsealed(bench.root)).toEqual([])
  })

  test('by a page that does not answer, and leaves nothing behind', async () => {
    await bench.close()
    bench = await makeBench({ waits: { startMs: 200 } })
    const page = await connectPage(bench.port, makePageStandIn({ startsByItself: false }))
    await page.next('welcome', 0)
    page.say(armedStatus())
    await bench.until(view => view.armed)
    expect(await bench.recorder.start(session)).toMatchObject({ ok: false, code: 'recordingNotStarted' })
    expect(page.received.map(message => message.kind)).toContain('stopPart')
    await expect(stat(recordingDirectory(bench.root, session))).rejects.toThrow('ENOENT')
    expect(bench.recorder.view().recording).toBeNull()
  })
})

test('a recording from start to stop is on the disk byte for byte, for its owner alone', async () => {
  const page = await started()
  const directory = recordingDirectory(bench.root, session)
  bench.recorder.mark('notice', 1_700_000_000_000)
  bench.recorder.documentInterval(1, 2)
  const chunks = payloads(20)
  await make(page, chunks)
  expect(page.held()).toEqual([])
  expect(bench.recorder.isRunning(session.recordingId)).toBe(true)
  expect(bench.recorder.view().recording).toMatchObject({ partNumber: 1, bytes: 40_000 })
  expect(await bench.recorder.stop(session.recordingId)).toEqual({ directory })
  expect((await readPart(bench.root, session, 1)).equals(sum(chunks))).toBe(true)
  expect((await readPartLog(bench.root, session, 1)).map(line => line.kind)).toEqual([
    'opened',
    'started',
    ...chunks.map(() => 'chunk'),
    'stopped',
  ])
  const lines = await readSessionLog(bench.root, session)
  expect(lines).toContainEqual({ kind: 'marker', code: 'notice', atMs: 1_700_000_000_000 })
  expect(lines).toContainEqual({ kind: 'document', fromMs: 1, toMs: 2 })
  expect(lines.at(-1)).toMatchObject({ kind: 'finished' })
  expect(bench.recorder.view().recording).toBeNull()
  expect(bench.lost).toEqual([])
  if (process.platform !== 'win32') {
    expect((await stat(directory)).mode & 0o777).toBe(0o700)
    for (const name of await readdir(directory)) expect((await stat(join(directory, name))).mode & 0o777).toBe(0o600)
  }
  expect(await findUnsealed(bench.root)).toMatchObject([{ session, finished: true, partNumbers: [1] }])
})

test('the last chunks still on their way belong to the recording', async () => {
  const page = await started()
  const chunks = payloads(5)
  for (const chunk of chunks) page.make(chunk)
  await bench.recorder.stop(session.recordingId)
  expect((await readPart(bench.root, session, 1)).equals(sum(chunks))).toBe(true)
})

test('a lost chunk is an alarm at once, is sent again, and the alarm clears', async () => {
  const page = await started()
  const chunks = payloads(6)
  const seen: string[][] = []
  bench.recorder.onChange(view => seen.push(view.alarms.map(alarm => alarm.code)))
  page.onWire = frame => (frame[27] === 2 ? [] : [frame])
  for (const chunk of chunks.slice(0, 4)) page.make(chunk)
  await bench.until(view => alarmed(view, 'chunkMissing'))
  page.onWire = frame => [frame]
  await make(page, chunks.slice(4))
  await bench.until(view => !alarmed(view, 'chunkMissing'))
  await bench.recorder.stop(session.recordingId)
  expect((await readPart(bench.root, session, 1)).equals(sum(chunks))).toBe(true)
  expect(seen.flat()).toContain('chunkMissing')
})

test('repeated, swapped and damaged frames on the wire do not reach the file', async () => {
  const page = await started()
  const chunks = payloads(12)
  let kept: Uint8Array | null = null
  page.onWire = frame => {
    const sequence = frame[27] ?? 0
    if (sequence % 4 === 1) {
      const damaged = Uint8Array.from(frame)
      damaged[100] = (damaged[100] ?? 0) ^ 1
      page.onWire = once
      return [damaged]
    }
    return [frame, frame]
  }
  const once = (frame: Uint8Array): readonly Uint8Array[] => {
    // The next two change places.
    if (kept === null) {
      kept = frame
      return []
    }
    page.onWire = one => [one]
    return [frame, kept]
  }
  for (const chunk of chunks) page.make(chunk)
  await bench.recorder.stop(session.recordingId)
  expect((await readPart(bench.root, session, 1)).equals(sum(chunks))).toBe(true)
})

test('a chunk of an unknown part is refused', async () => {
  const page = await started()
  const [first, second] = payloads(2)
  if (!first || !second) throw new Error('two payloads')
  page.onWire = frame => [frameOf({ recordingId: session.recordingId, partNumber: 7 }, 0, first), frame]
  await make(page, [second])
  await bench.recorder.stop(session.recordingId)
  expect((await readPart(bench.root, session, 1)).equals(second)).toBe(true)
  expect(await readdir(recordingDirectory(bench.root, session))).not.toContain('part-007.webm')
})

test('other bytes under a number already written are an alarm, the file stays', async () => {
  const page = await started()
  const [first, second, third] = payloads(3)
  if (!first || !second || !third) throw new Error('three payloads')
  await make(page, [first])
  page.onWire = frame => [frameOf({ recordingId: session.recordingId, partNumber: 1 }, 0, third), frame]
  page.make(second)
  await bench.until(view => alarmed(view, 'chunkMissing'))
  await bench.recorder.stop(session.recordingId)
  expect((await readPart(bench.root, session, 1)).equals(sum([first, second]))).toBe(true)
})

describe('the link breaks', () => {
  test('the same page comes back: the same part goes on, nothing is lost', async () => {
    const page = await started()
    const chunks = payloads(9)
    await make(page, chunks.slice(0, 3))
    await page.cut()
    for (const chunk of chunks.slice(3, 6)) page.make(chunk)
    await page.back()
    await make(page, chunks.slice(6))
    await bench.recorder.stop(session.recordingId)
    expect((await readPart(bench.root, session, 1)).equals(sum(chunks))).toBe(true)
    expect(bench.lost).toEqual([])
  })

  test('and stays broken: alarm within 5 s; a new page means a new part', async () => {
    const page = await started()
    const first = payloads(3)
    await make(page, first)
    await page.cut()
    const cutAt = performance.now()
    await bench.until(view => alarmed(view, 'recorderLost'))
    expect(performance.now() - cutAt).toBeLessThan(5_000)
    const newPage = await bench.armedPage()
    const lost = await bench.untilLost()
    expect(lost).toMatchObject({ recordingId: session.recordingId, cause: 'recorderLost' })
    expect(bench.recorder.isRunning(session.recordingId)).toBe(false)
    expect(await bench.recorder.continueAsNewPart(session.recordingId)).toMatchObject({ ok: true })
    const second = payloads(3)
    await make(newPage, second)
    await bench.recorder.stop(session.recordingId)
    expect((await readPart(bench.root, session, 1)).equals(sum(first))).toBe(true)
    expect((await readPart(bench.root, session, 2)).equals(sum(second))).toBe(true)
    expect((await readPartLog(bench.root, session, 1)).at(-1)).toMatchObject({ kind: 'broken', cause: 'recorderLost' })
    expect((await readPartLog(bench.root, session, 2)).at(-1)).toMatchObject({ kind: 'stopped', chunkCount: 3 })
  })

  test('for good, and is stopped: the recording ends with what there is', async () => {
    await bench.close()
    bench = await makeBench({ waits: { stopMs: 200 } })
    const page = await started()
    const chunks = payloads(2)
    await make(page, chunks)
    await page.cut()
    await bench.recorder.stop(session.recordingId)
    expect((await readPart(bench.root, session, 1)).equals(sum(chunks))).toBe(true)
    expect((await readPartLog(bench.root, session, 1)).at(-1)).toMatchObject({ kind: 'broken' })
  })

  test('for longer than a page needs to come back: the loss is told without a new page', async () => {
    await bench.close()
    bench = await makeBench({ waits: { pageGoneMs: 200 } })
    const page = await started()
    await make(page, payloads(1))
    await page.cut()
    expect(await bench.untilLost()).toMatchObject({ cause: 'recorderLost' })
  })
})

test.each([
  ['while its part is still being ended', true],
  ['and loses its part before it was answered', false],
] as const)('a page that is back %s lets it go, and the next part is its own', async (_name, isLossFirst) => {
  const page = await started()
  // Each is synced: loss and answer both wait until all that came is on the disk.
  const first = payloads(400)
  for (const chunk of first) page.make(chunk)
  const lose = () =>
    page.say({ kind: 'recorderFailed', recordingId: session.recordingId, partNumber: 1, detail: 'EncodingError' })
  await page.next('acknowledge', 0)
  if (isLossFirst) {
    lose()
    await bench.until(() => !bench.recorder.isRunning(session.recordingId))
  }
  await page.cut()
  const since = page.received.length
  await page.back()
  if (!isLossFirst) lose()
  expect(bench.lost).toEqual([])
  expect(await bench.untilLost()).toMatchObject({ cause: 'encoderFailed' })
  await page.next('welcome', since)
  page.say(armedStatus())
  await bench.until(view => view.armed)
  const welcomes = page.received.slice(since).filter(({ kind }) => kind === 'welcome')
  expect(welcomes).toEqual(welcomes.map(() => ({ kind: 'welcome', resume: null })))
  expect(page.held()).toEqual([])
  expect(await bench.recorder.continueAsNewPart(session.recordingId)).toMatchObject({ ok: true })
  const second = payloads(3)
  await make(page, second)
  await bench.recorder.stop(session.recordingId)
  expect(bench.lost).toHaveLength(1)
  const written = await readPart(bench.root, session, 1)
  expect(written.equals(sum(first).subarray(0, written.length))).toBe(true)
  expect(written.length).toBeGreaterThanOrEqual(isLossFirst ? sum(first).length : 2_000)
  expect((await readPartLog(bench.root, session, 1)).filter(line => line.kind === 'broken')).toMatchObject([
    { cause: 'encoderFailed' },
  ])
  expect((await readPart(bench.root, session, 2)).equals(sum(second))).toBe(true)
})

describe('the page hangs while its link stands', () => {
  test('for good: alarm first, then the part is ended; when it wakes it is told to let go, and can begin anew', async () => {
    await bench.close()
    bench = await makeBench({ waits: { pageSilentMs: 4_000 } })
    const page = await started()
    const first = payloads(3)
    await make(page, first)
    const alarmsSeen: string[] = []
    bench.recorder.onChange(view => alarmsSeen.push(...view.alarms.map(alarm => alarm.code)))
    page.hang()
    expect(await bench.untilLost()).toMatchObject({ recordingId: session.recordingId, cause: 'recorderLost' })
    expect(alarmsSeen).toContain('recorderLost')
    expect(bench.recorder.view().connected).toBe(false)
    expect(await bench.recorder.continueAsNewPart(session.recordingId)).toMatchObject({ code: 'recorderNotArmed' })

    const since = page.received.length
    const closed = page.whenClosed()
    page.wake()
    await closed
    expect(page.received.slice(since)).toEqual([
      { kind: 'stopPart', recordingId: session.recordingId, partNumber: 1 },
      { kind: 'welcome', resume: null },
    ])
    expect(page.held()).toEqual([])
    const again = page.received.length
    await page.back()
    expect(await page.next('welcome', again)).toEqual({ kind: 'welcome', resume: null })
    page.say(armedStatus())
    await bench.until(view => view.armed)
    expect(await bench.recorder.continueAsNewPart(session.recordingId)).toMatchObject({ ok: true })
    const second = payloads(2)
    await make(page, second)
    await bench.recorder.stop(session.recordingId)
    expect((await readPart(bench.root, session, 1)).equals(sum(first))).toBe(true)
    expect((await readPartLog(bench.root, session, 1)).at(-1)).toMatchObject({ kind: 'broken', cause: 'recorderLost' })
    expect((await readPart(bench.root, session, 2)).equals(sum(second))).toBe(true)
  }, 20_000)

  test('and wakes in time: the same part goes on', async () => {
    const page = await started()
    const chunks = payloads(4)
    await make(page, chunks.slice(0, 2))
    page.hang()
    await bench.until(view => alarmed(view, 'recorderLost'))
    page.wake()
    await make(page, chunks.slice(2))
    await bench.until(view => !alarmed(view, 'recorderLost'))
    await bench.recorder.stop(session.recordingId)
    expect((await readPart(bench.root, session, 1)).equals(sum(chunks))).toBe(true)
    expect(bench.lost).toEqual([])
  }, 20_000)
})

test('while a backlog comes in, «saved until» is the place in the recording, not the moment of writing', async () => {
  await bench.close()
  let shiftMs = 0
  const clock = { ...systemClock, nowMs: () => systemClock.nowMs() + shiftMs }
  bench = await makeBench({ clock })
  const page = await started()
  await make(page, payloads(2))
  await page.cut()
  const backlog = payloads(20).map(payload => page.make(payload))
  shiftMs = backlog.length * recorderSettings.chunkMs
  // Half of it comes through.
  page.onWire = frame => ((frame[27] ?? 0) < 12 ? [frame] : [])
  const since = page.received.length
  await page.back()
  await onDisk(page, 11, since)
  const behindMs = () => clock.nowMs() - Date.parse(bench.recorder.view().recording?.savedUntil ?? '')
  expect(Math.abs(behindMs() - 10 * recorderSettings.chunkMs)).toBeLessThan(1_000)
  page.onWire = frame => [frame]
  await make(page, payloads(1))
  expect(behindMs()).toBeLessThan(1_000)
  await bench.recorder.stop(session.recordingId)
})

describe('the workstation closes while a part is starting', () => {
  test('the first: nothing of the recording stays behind', async () => {
    const page = await bench.armedPage(makePageStandIn({ startsByItself: false }))
    const reply = bench.recorder.start(session)
    await page.next('startPart', 0)
    const since = page.received.length
    const closed = page.whenClosed()
    await bench.recorder.close()
    expect(await reply).toMatchObject({ ok: false, code: 'recordingNotStarted' })
    expect(await findUnsealed(bench.root)).toEqual([])
    await expect(stat(recordingDirectory(bench.root, session))).rejects.toThrow('ENOENT')
    await closed
    expect(page.received.slice(since).map(message => message.kind)).toEqual(['stopPart', 'welcome'])
  })

  test('a later one: the parts before it stay as they are', async () => {
    await bench.close()
    bench = await makeBench({ waits: { pageGoneMs: 200 } })
    const page = await started()
    await make(page, payloads(1))
    await page.cut()
    await bench.untilLost()
    const next = await bench.armedPage(makePageStandIn({ startsByItself: false }))
    const reply = bench.recorder.continueAsNewPart(session.recordingId)
    await next.next('startPart', 0)
    await bench.recorder.close()
    expect(await reply).toMatchObject({ ok: false, code: 'recordingNotStarted' })
    expect(await findUnsealed(bench.root)).toMatchObject([{ session, finished: false, partNumbers: [1] }])
    expect((await readPartLog(bench.root, session, 1)).at(-1)).toMatchObject({ kind: 'broken', cause: 'recorderLost' })
  })
})

test('a second page is refused while the first records, and replaces it while it does not', async () => {
  const page = await started()
  const second = await connectPage(bench.port)
  expect(await second.next('refused', 0)).toMatchObject({ kind: 'refused' })
  const chunks = payloads(2)
  await make(page, chunks)
  await bench.recorder.stop(session.recordingId)
  const third = await connectPage(bench.port)
  await third.next('welcome', 0)
  expect(await page.next('replaced', 0)).toMatchObject({ kind: 'replaced' })
  expect((await readPart(bench.root, session, 1)).equals(sum(chunks))).toBe(true)
})

test('an encoder that fails ends the part, the same page goes on with the next', async () => {
  const page = await started()
  const first = payloads(2)
  for (const chunk of first) page.make(chunk)
  page.stopPart()
  page.say({ kind: 'recorderFailed', recordingId: session.recordingId, partNumber: 1, detail: 'EncodingError' })
  expect(await bench.untilLost()).toMatchObject({ cause: 'encoderFailed' })
  expect(await bench.recorder.continueAsNewPart(session.recordingId)).toMatchObject({ ok: true })
  const second = payloads(2)
  await make(page, second)
  await bench.recorder.stop(session.recordingId)
  expect((await readPart(bench.root, session, 1)).equals(sum(first))).toBe(true)
  expect((await readPartLog(bench.root, session, 1)).at(-1)).toMatchObject({ kind: 'broken', cause: 'encoderFailed' })
  expect((await readPart(bench.root, session, 2)).equals(sum(second))).toBe(true)
})

test('a page that had to make its picture anew goes on with the next part at once: an alarm, a named gap, no question', async () => {
  const page = await started()
  const first = payloads(2)
  for (const chunk of first) page.make(chunk)
  const sinceIndex = page.received.length
  page.say({ kind: 'pictureRenewed', recordingId: session.recordingId, partNumber: 1, detail: 'the track ended' })
  page.stopPart()
  expect(await page.next('startPart', sinceIndex)).toMatchObject({ partNumber: 2 })
  await bench.until(view => alarmed(view, 'pictureRenewed') && view.recording?.partNumber === 2)
  const second = payloads(2)
  await make(page, second)
  await bench.recorder.stop(session.recordingId)
  expect(bench.lost).toEqual([])
  expect((await readPart(bench.root, session, 1)).equals(sum(first))).toBe(true)
  expect((await readPartLog(bench.root, session, 1)).at(-1)).toMatchObject({ kind: 'broken', cause: 'encoderFailed' })
  expect((await readPart(bench.root, session, 2)).equals(sum(second))).toBe(true)
})

test('and is lost as any other recording where the next part cannot begin', async () => {
  const page = await started()
  page.make(payloads(1)[0] ?? Buffer.alloc(0))
  page.say(armedStatus({ picture: 'ended' }))
  page.say({ kind: 'pictureRenewed', recordingId: session.recordingId, partNumber: 1, detail: 'the track ended' })
  page.stopPart()
  expect(await bench.untilLost()).toMatchObject({ cause: 'encoderFailed' })
})

test('no bytes for 3 s are an alarm within 5 s', async () => {
  const page = await started()
  await make(page, payloads(1))
  const at = performance.now()
  const keepTalking = setInterval(() => page.say(armedStatus()), 500)
  await bench.until(view => alarmed(view, 'noNewBytes'))
  clearInterval(keepTalking)
  expect(performance.now() - at).toBeLessThan(5_000)
})

test('the workstation itself marks a lost picture, a lost and a muted microphone', async () => {
  const page = await started()
  const say = (changes: Parameters<typeof armedStatus>[0]) => page.say(armedStatus(changes))
  say({ picture: 'ended' })
  await bench.until(view => alarmed(view, 'pictureEnded'))
  say({})
  await bench.until(view => !alarmed(view, 'pictureEnded'))
  say({ microphone: 'ended' })
  await bench.until(view => alarmed(view, 'microphoneEnded'))
  say({ microphoneMuted: true })
  await bench.until(view => view.microphoneMuted && !alarmed(view, 'microphoneEnded'))
  say({})
  await bench.until(view => !view.microphoneMuted)
  await bench.recorder.stop(session.recordingId)
  const codes = (await readSessionLog(bench.root, session)).flatMap(line => (line.kind === 'marker' ? [line.code] : []))
  expect(new Set(codes.slice(0, 2))).toEqual(new Set(['pictureLost', 'pictureRestored']))
  expect([...codes].sort()).toEqual(
    [
      'pictureLost',
      'pictureRestored',
      'microphoneLost',
      'microphoneRestored',
      'microphoneMuted',
      'microphoneUnmuted',
    ].sort(),
  )
})

test('a muted microphone stays muted when the page is opened anew', async () => {
  const page = await started()
  bench.recorder.muteMicrophone(true)
  expect(await page.next('muteMicrophone', 0)).toMatchObject({ muted: true })
  await page.cut()
  const newPage = await bench.armedPage()
  expect(await newPage.next('muteMicrophone', 0)).toMatchObject({ muted: true })
})

test('frame counters are written as differences since the start', async () => {
  const page = await bench.armedPage()
  page.say(armedStatus({ freshFrames: 100, repeatedFrames: 10, citizenLevelDb: -31 }))
  await bench.until(view => view.citizenLevelDb === -31)
  await bench.recorder.start(session)
  page.say(armedStatus({ freshFrames: 130, repeatedFrames: 15, placeholderFrames: 2, citizenLevelDb: -32 }))
  await bench.until(view => view.citizenLevelDb === -32)
  await bench.recorder.stop(session.recordingId)
  const frames = (await readSessionLog(bench.root, session)).flatMap(line => (line.kind === 'frames' ? [line] : []))
  expect(frames).toMatchObject([{ fresh: 30, repeated: 5, placeholder: 2, dropped: 0 }])
})

describe('proof', () => {
  const range = (toMs: number, decodeErrors: number): CheckedRange => ({
    fromByte: 0,
    toByte: 1,
    fromMs: 0,
    toMs,
    frames: 50,
    blackFrames: 0,
    decodeErrors,
    citizenDb: [],
    specialistDb: [],
  })

  test('a sound range lights the way, one that does not decode is an alarm', async () => {
    await bench.close()
    const told: ((range: CheckedRange) => void)[] = []
    const makeVerifier: MakeVerifier = ({ onRange }) => {
      told.push(onRange)
      return { poke: () => undefined, finish: () => Promise.resolve() }
    }
    bench = await makeBench({ makeVerifier })
    const page = await bench.armedPage()
    const reply = await bench.recorder.start(session)
    await make(page, payloads(1))
    expect(bench.recorder.view().recording?.provenUntil).toBeNull()
    told[0]?.(range(4_000, 0))
    const until = reply.ok ? new Date(reply.startedAtMs + 4_000).toISOString() : ''
    expect(bench.recorder.view().recording?.provenUntil).toBe(until)
    told[0]?.(range(8_000, 3))
    expect(alarmed(bench.recorder.view(), 'decodeErrors')).toBe(true)
    expect(bench.recorder.view().recording?.provenUntil).toBe(until)
  })
})

test('nonsense on the wire ends nothing', async () => {
  const page = await started()
  const chunks = payloads(2)
  page.onWire = frame => [Buffer.from('not a frame'), randomBytes(500), frame]
  await make(page, chunks)
  await bench.recorder.stop(session.recordingId)
  expect((await readPart(bench.root, session, 1)).equals(sum(chunks))).toBe(true)
})

test('a stop of an unknown recording is refused loudly', async () => {
  await expect(bench.recorder.stop(randomUUID())).rejects.toThrow('No such recording')
})
