import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { systemClock } from '../../../electron/clock.ts'
import { locateFfmpeg } from '../../../electron/media/locate-ffmpeg.ts'
import { type Grabber, makeGrabber } from '../../../electron/recording/grabber/grabber.ts'
import { listMicrophones, listWindows, speakerMonitor } from '../../../electron/recording/grabber/linux-sources.ts'
import { makeRecordingProof, type RecordingProof, readThresholds } from '../../../electron/recording/recording-proof.ts'
import type { GrabbedSources } from '../../../shared/media/grabber-arguments.ts'
import { sealedFileName } from '../../../shared/recording/part-log.ts'
import {
  citizenToneHz,
  type GrabbedDesktop,
  openGrabbedDesktop,
  specialistToneHz,
} from '../../fixtures/grabbed-desktop.ts'
import { decodeStereo, toneDb } from '../recorder-page/media-facts.ts'
import { type Bench, fastTicks, makeBench, newSession, quietLog } from '../recording-live/bench.ts'

/** The second engine on a real desktop of its own: real windows, real sound server, real ffmpeg, the real sink. */
let desktop: GrabbedDesktop
let sources: GrabbedSources
let proof: RecordingProof
let ffmpegPath: string
let bench: Bench
let grabber: Grabber
const labels = { pictureLabel: 'window', microphoneLabel: 'microphone' }

beforeAll(async () => {
  desktop = await openGrabbedDesktop()
  Object.assign(process.env, desktop.environment)
  sources = {
    picture: { kind: 'x11Window', display: desktop.display, windowId: desktop.windowId },
    citizen: { kind: 'pulse', device: desktop.speakerMonitor },
    microphone: { kind: 'pulse', device: desktop.microphone },
  }
  const found = await locateFfmpeg({ setting: null, platform: process.platform, environment: process.env })
  if (found.kind === 'refused') throw new Error('no ffmpeg')
  ffmpegPath = found.path
  const thresholds = await readThresholds(join(import.meta.dirname, '../../../resources/recording-thresholds.json'))
  proof = makeRecordingProof({ ffmpegPath, thresholds, clock: systemClock, everySecond: fastTicks })
})
afterAll(() => desktop.close())
afterEach(async () => {
  await grabber.release()
  await bench.close()
})

async function armed(): Promise<void> {
  bench = await makeBench({ makeVerifier: proof.makeVerifier })
  grabber = makeGrabber({ ffmpegPath, connect: bench.recorder.connect, clock: systemClock, log: quietLog })
  expect(await grabber.arm(sources, labels)).toBe(true)
  await recogniseRoom()
}

/** Each window chosen anew is asked for anew. */
async function recogniseRoom(): Promise<void> {
  const { unrecognisedChoiceId } = await bench.until(view => view.armed && view.unrecognisedChoiceId !== null)
  expect(bench.recorder.answerRoom(String(unrecognisedChoiceId), true)).toBe(true)
}

const savedFor = (ms: number) => {
  const untilMs = Date.now() + ms
  return bench.until(view => Date.parse(view.recording?.savedUntil ?? '1970-01-01') > untilMs)
}

test('what can be chosen is found: the window by its title, the microphone, what the loudspeaker plays', async () => {
  await armed()
  expect(await listWindows()).toContainEqual({ id: String(desktop.windowId), label: 'Telemost' })
  expect((await listMicrophones())?.map(({ id }) => id)).toEqual(['microphone'])
  expect(await speakerMonitor()).toBe('speakers.monitor')
})

test('both voices stay apart, the file is proven, the microphone can be silenced while it records', async () => {
  await armed()
  await bench.until(({ citizenLevelDb }) => citizenLevelDb > -40)
  await bench.until(({ specialistLevelDb }) => specialistLevelDb > -40)
  const session = newSession()
  const started = await bench.recorder.start(session)
  if (!started.ok) throw new Error(started.hint)
  await savedFor(5_000)
  bench.recorder.muteMicrophone(true)
  await bench.until(({ specialistLevelDb }) => specialistLevelDb === -120)
  const mutedMs = Date.now() - started.startedAtMs
  await savedFor(3_000)
  const { directory } = await bench.recorder.stop(session.recordingId)

  const { slip, manifest } = await proof.seal(directory, new AbortController().signal)
  expect(slip.remarks).toEqual([])
  expect(slip.verdict).toBe('sound')
  expect(manifest.encoder).toContain('avc1')
  expect(slip.separationDb).toBeGreaterThan(20)
  const { left, right } = await decodeStereo(join(directory, manifest.file))
  expect(manifest.file).toBe(sealedFileName(session.recordingId))
  expect(toneDb(left, citizenToneHz, 1, 3) - toneDb(right, citizenToneHz, 1, 3)).toBeGreaterThan(40)
  expect(toneDb(right, specialistToneHz, 1, 3) - toneDb(left, specialistToneHz, 1, 3)).toBeGreaterThan(40)
  // Two seconds: a turn of each.
  const afterMute = mutedMs / 1000 + 0.5
  // The citizen's tone, switched on and off, splashes over all frequencies, and the codec carries a trace of it across to
  // the other channel, near -73 dB; 20 ms of a microphone that is still open would be -55 dB.
  expect(toneDb(right, specialistToneHz, afterMute, afterMute + 2)).toBeLessThan(-60)
  expect(toneDb(left, citizenToneHz, afterMute, afterMute + 2)).toBeGreaterThan(-40)
})

test('a killed grabber loses at most about a second, is told, and goes on as the next part', async () => {
  await armed()
  const session = newSession()
  const started = await bench.recorder.start(session)
  if (!started.ok) throw new Error(started.hint)
  await savedFor(4_000)
  const pid = grabber.recordingPid()
  if (pid === null) throw new Error('no grabber is running')
  const killedAtMs = Date.now()
  process.kill(pid, 'SIGKILL')
  const lost = await bench.untilLost()
  expect(lost).toMatchObject({ recordingId: session.recordingId, cause: 'encoderFailed' })
  expect(killedAtMs - lost.savedUntilMs).toBeLessThan(1_500)

  await bench.until(view => view.armed)
  const again = await bench.recorder.continueAsNewPart(session.recordingId)
  if (!again.ok) throw new Error(again.hint)
  await savedFor(3_000)
  const { directory } = await bench.recorder.stop(session.recordingId)
  const { slip, manifest } = await proof.seal(directory, new AbortController().signal)
  expect(manifest.parts).toHaveLength(2)
  expect(slip.gaps).toMatchObject([{ cause: 'encoderFailed' }])
  expect(slip.verdict).not.toBe('damaged')
})

test('a window that is closed is told as a lost picture, before anything is recorded', async () => {
  await armed()
  desktop.closeWindow()
  await bench.until(view => view.picture === 'ended' && !view.armed)
})
