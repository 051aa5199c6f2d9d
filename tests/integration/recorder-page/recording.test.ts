import { expect, test, vi } from 'vitest'
import type { RecorderStatus } from '../../../shared/recording/recorder-link.ts'
import { recorderSettings } from '../../../shared/recording/settings.ts'
import { toneWav } from '../../fixtures/chromium.ts'
import { measured } from '../../fixtures/undisturbed.ts'
import { decoderComplaints, decodeStereo, levelDb, longestInterval, readPictures, toneDb } from './media-facts.ts'
import { openWorkplace, type Workplace } from './workplace.ts'

const roomToneHz = 440
const microphoneToneHz = 1000
// Media time is never sped up, and a machine with busy neighbours is slow.
vi.setConfig({ testTimeout: 300_000 })

const microphoneWav = await toneWav(microphoneToneHz)
let workplace: Workplace
/** Each measurement at a workplace of its own. */
const atOwnWorkplace = (measure: () => Promise<void>) => measured(measure, () => workplace.close())

/** With headphones: the echo canceller would take a pure tone for an echo. */
async function openArmed(query: string): Promise<void> {
  workplace = await openWorkplace({ microphoneWav })
  await workplace.openRoom(query)
  await workplace.recorder.getByLabel('Я в наушниках').check()
  await workplace.arm()
}

const statuses = (): readonly RecorderStatus[] => workplace.sink.messages.filter(message => message.kind === 'status')
const untilStatus = (what: string, isMet: (status: RecorderStatus) => boolean): Promise<RecorderStatus> => {
  const before = statuses().length
  return workplace.sink.until(what, () => statuses().slice(before).find(isMet))
}

test(
  'records both voices apart, a clean file, and reports the levels',
  atOwnWorkplace(async () => {
    await openArmed('mode=lively&sound=tone')
    const armed = await untilStatus('both voices', ({ citizenLevelDb, specialistLevelDb }) =>
      [citizenLevelDb, specialistLevelDb].every(level => level > -40),
    )
    expect(armed).toMatchObject({ picture: 'live', citizenSound: 'live', microphone: 'live', recording: false })
    expect(Math.abs(armed.citizenSourceLevelDb - armed.citizenLevelDb)).toBeLessThan(3)

    await workplace.startPart(1)
    await workplace.recordChunks(1, 12)
    const file = await workplace.stopPart(1)

    expect(await decoderComplaints(file)).toBe('')
    const { left, right } = await decodeStereo(file)
    expect(toneDb(left, roomToneHz, 2, 4) - toneDb(right, roomToneHz, 2, 4)).toBeGreaterThan(40)
    expect(toneDb(right, microphoneToneHz, 2, 4) - toneDb(left, microphoneToneHz, 2, 4)).toBeGreaterThan(40)
    const pictures = await readPictures(file)
    expect(pictures.length).toBeGreaterThan(50)
    expect(pictures.filter(({ sceneMs }) => sceneMs === null)).toEqual([])
    expect(workplace.complaints).toEqual([])
    expect(await workplace.recorder.title()).toBe('Видеоприём — запись')
  }),
)

test(
  'a still and silent room never leaves a second between two chunks',
  atOwnWorkplace(async () => {
    await openArmed('mode=still&sound=none')
    await workplace.startPart(1)
    await workplace.recordChunks(1, 20)
    const { repeatedFrames } = await untilStatus('a status', () => true)
    const file = await workplace.stopPart(1)

    expect(longestInterval(workplace.sink.arrivals.map(({ atMs }) => atMs))).toBeLessThan(1000)
    expect(repeatedFrames).toBeGreaterThan(10)
    expect(await decoderComplaints(file)).toBe('')
    const { left } = await decodeStereo(file)
    expect(levelDb(left)).toBeLessThan(-80)
  }),
)

test(
  'a broken link loses nothing: held chunks come again, byte for byte',
  atOwnWorkplace(async () => {
    await openArmed('mode=lively&sound=tone')
    const { sink } = workplace
    await workplace.startPart(1)
    await workplace.recordChunks(1, 4)
    sink.acknowledge(false)
    await workplace.recordChunks(1, 6)
    const lastBefore = sink.arrivals.length
    sink.admit(false)
    sink.cut()
    await workplace.recorder.getByText('Нет связи с программой. Записанное хранится в этом окне').waitFor()
    sink.admit(true)
    sink.acknowledge(true)
    const hello = await sink.until('hello again', () =>
      sink.messages.filter(message => message.kind === 'hello').find(({ holding }) => holding !== null),
    )
    expect(hello.holding).toMatchObject({ recordingId: workplace.recordingId, partNumber: 1, recording: true })
    await sink.until('news after the break', () => sink.arrivals.length > lastBefore + 4)
    // Asked for once more although already taken: the page has let go of what was acknowledged, nothing more.
    sink.send({ kind: 'resend', recordingId: workplace.recordingId, partNumber: 1, fromSequence: 0 })
    const file = await workplace.stopPart(1)

    const first = new Map<number, string>()
    for (const { sequence, sha256 } of sink.arrivals) {
      expect(first.get(sequence) ?? sha256).toBe(sha256)
      first.set(sequence, sha256)
    }
    expect([...first.keys()]).toEqual(Array.from({ length: first.size }, (_, sequence) => sequence))
    expect(await decoderComplaints(file)).toBe('')
    // The time line is as long as the clock says: no stretch is missing from its end.
    const startedAtMs = sink.messages.find(message => message.kind === 'partStarted')?.startedAtMs ?? 0
    const stoppedAtMs = sink.messages.findLast(message => message.kind === 'partStopped')?.stoppedAtMs ?? 0
    const lastPictureMs = (await readPictures(file)).at(-1)?.atMs ?? 0
    expect(Math.abs(stoppedAtMs - startedAtMs - lastPictureMs)).toBeLessThan(1500)
    expect((await untilStatus('all let go', ({ heldBytes }) => heldBytes === 0)).recording).toBe(false)
  }),
)

test(
  'unacknowledged chunks come again when asked for, in order',
  atOwnWorkplace(async () => {
    await openArmed('mode=lively&sound=none')
    const { sink } = workplace
    await workplace.startPart(1)
    sink.acknowledge(false)
    await workplace.recordChunks(1, 3)
    sink.send({ kind: 'resend', recordingId: workplace.recordingId, partNumber: 1, fromSequence: 1 })
    const repeats = await sink.until('repeats', () => {
      const found = sink.arrivals.filter(({ isRepeat }) => isRepeat)
      return found.length >= 2 && found
    })
    expect(repeats.map(({ sequence }) => sequence).slice(0, 2)).toEqual([1, 2])
    for (const { sequence, sha256 } of repeats) {
      expect(sink.arrivals.find(arrival => arrival.sequence === sequence)?.sha256).toBe(sha256)
    }
    sink.acknowledge(true)
    await workplace.stopPart(1)
  }),
)

test(
  'a muted microphone is silence on the right, and only there',
  atOwnWorkplace(async () => {
    await openArmed('mode=lively&sound=tone')
    await workplace.startPart(1)
    await workplace.recordChunks(1, 6)
    workplace.sink.send({ kind: 'muteMicrophone', muted: true })
    await untilStatus(
      'muted',
      ({ microphoneMuted, specialistLevelDb }) => microphoneMuted && specialistLevelDb === -120,
    )
    await workplace.recordChunks(1, 14)
    const file = await workplace.stopPart(1)

    const { left, right } = await decodeStereo(file)
    const lengthSeconds = right.length / recorderSettings.audioSampleRateHz
    expect(levelDb(right, 0.5, 2)).toBeGreaterThan(-30)
    expect(levelDb(right, lengthSeconds - 1.5, lengthSeconds)).toBeLessThan(-80)
    expect(levelDb(left, lengthSeconds - 1.5, lengthSeconds)).toBeGreaterThan(-30)
  }),
)

test(
  'a share that stops leaves a placeholder, and another room goes on in the same part',
  atOwnWorkplace(async () => {
    workplace = await openWorkplace({ microphoneWav })
    const room = await workplace.openRoom('mode=lively&sound=tone')
    await workplace.recorder.getByLabel('Я в наушниках').check()
    await workplace.arm()
    await workplace.startPart(1)
    await workplace.recordChunks(1, 4)
    const { placeholderFrames: before } = await untilStatus('a status', () => true)
    await room.close()
    const lost = await untilStatus('placeholder', status => status.placeholderFrames > before + 5)
    expect(lost).toMatchObject({ picture: 'ended', citizenSound: 'ended', microphone: 'live', recording: true })

    await workplace.openRoom('mode=lively&sound=tone')
    await workplace.arm()
    await untilStatus('the citizen again', ({ picture, citizenLevelDb }) => picture === 'live' && citizenLevelDb > -40)
    const count = workplace.sink.arrivals.length
    await workplace.recordChunks(1, count + 4)
    const file = await workplace.stopPart(1)

    expect(await decoderComplaints(file)).toBe('')
    const pictures = await readPictures(file)
    expect(pictures[10]?.sceneMs).not.toBeNull()
    expect(pictures.filter(({ sceneMs }) => sceneMs === null).length).toBeGreaterThan(5)
    expect(pictures.at(-1)?.sceneMs).not.toBeNull()
    expect(longestInterval(pictures.map(({ atMs }) => atMs))).toBeLessThan(1000)
  }),
)
