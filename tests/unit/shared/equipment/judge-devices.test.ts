import { expect, test } from 'vitest'
import { judgeDevices } from '../../../../shared/equipment/judge-devices.ts'
import type { PageMeasurements } from '../../../../shared/equipment/measurements.ts'
import { pageWith, thresholds } from './bench.ts'

/** Everything that is not good, as «code state cause». */
const troubles = (page: PageMeasurements) =>
  judgeDevices(thresholds, page)
    .filter(({ state }) => state !== 'good')
    .map(({ code, state, cause }) => [code, state, cause].filter(Boolean).join(' '))

test.each([
  ['good devices', {}, []],
  ['a shutter over the camera', { camera: { blackShare: 1, meanLuma: 3 } }, ['cameraBlack fault']],
  ['the same picture again and again', { camera: { identicalShare: 1 } }, ['cameraFrozen fault']],
  ['an empty chair: still, but a living sensor', { camera: { identicalShare: 0.1 } }, []],
  ['a slow camera', { camera: { framesPerSecond: 12 } }, ['cameraRate warning']],
  ['a small picture', { camera: { heightPixels: 480 } }, ['cameraSize warning']],
  [
    'a microphone switched off by its button',
    { microphone: { digitalSilence: true } },
    ['microphoneLevel fault digitalSilence'],
  ],
  ['nobody speaks', { microphone: { voiceDb: null, noiseDb: -65 } }, ['microphoneLevel fault notHeard']],
  ['a quiet voice', { microphone: { voiceDb: -50 } }, ['microphoneLevel warning']],
  ['one clipped sample', { microphone: { longestFullScaleRun: 1 } }, []],
  ['a run of them', { microphone: { longestFullScaleRun: 40 } }, ['microphoneClipping warning']],
  ['noise', { microphone: { noiseDb: -38 } }, ['microphoneNoise warning']],
  ['one side', { microphone: { sideDifferenceDb: 60, channels: 2 } }, ['microphoneSides warning']],
  ['96 kHz', { microphone: { sampleRateHz: 96_000 } }, ['microphoneSampleRate warning']],
  ['loudspeakers', { speaker: { heardDb: 30, latencyMs: 80 } }, ['speakerEcho warning']],
  ['loudspeakers nobody was asked about', { speaker: { heardDb: 30, confirmed: null } }, ['speakerEcho warning']],
  ['headphones nobody was asked about', { speaker: { confirmed: null } }, ['speakerTone unknown notConfirmed']],
  ['a tone that was not heard', { speaker: { confirmed: false } }, ['speakerTone fault notHeard']],
  ['no microphone listened', { speaker: { heardDb: null, confirmed: true } }, ['speakerEcho unknown']],
])('%s', (_name, part, expected) => {
  expect(troubles(pageWith(part))).toEqual(expected)
})

test.each(['absent', 'denied', 'busy', 'ended', 'muted', 'failed'] as const)(
  'a device that is %s is one line',
  problem => {
    const gone = { device: null, problem, facts: null }
    expect(troubles({ ...pageWith({}), camera: gone, microphone: gone, speaker: gone })).toEqual([
      `cameraPresent fault ${problem}`,
      `microphonePresent fault ${problem}`,
      `speakerTone fault ${problem}`,
    ])
  },
)

test('what was left out is not judged', () => {
  expect(judgeDevices(thresholds, { ...pageWith({}), camera: null, microphone: null, speaker: null })).toEqual([])
})
