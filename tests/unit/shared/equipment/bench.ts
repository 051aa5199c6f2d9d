import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CameraFacts, PageMeasurements, SoundFacts, ToneFacts } from '../../../../shared/equipment/measurements.ts'
import { Thresholds } from '../../../../shared/equipment/thresholds.ts'

/** The limits of the product. */
export const thresholds = Thresholds.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../../resources/equipment/thresholds.json'), 'utf8')),
)

export const goodCamera: CameraFacts = {
  ...{ widthPixels: 1280, heightPixels: 720, framesPerSecond: 30, frames: 90 },
  ...{ meanLuma: 110, blackShare: 0, identicalShare: 0 },
}
export const goodSound: SoundFacts = {
  ...{ sampleRateHz: 48_000, channels: 1, seconds: 3, digitalSilence: false },
  ...{ voiceDb: -24, noiseDb: -62, longestFullScaleRun: 0, sideDifferenceDb: null },
}
export const goodTone: ToneFacts = { heardDb: 0, latencyMs: null, confirmed: true }

const device = { label: 'Гарнитура', groupId: 'g' }
/** A page where everything is well, but for what is given. */
export const pageWith = (part: {
  camera?: Partial<CameraFacts>
  microphone?: Partial<SoundFacts>
  speaker?: Partial<ToneFacts>
}): PageMeasurements => ({
  camera: { device, problem: null, facts: { ...goodCamera, ...part.camera } },
  microphone: { device, problem: null, facts: { ...goodSound, ...part.microphone } },
  speaker: { device, problem: null, facts: { ...goodTone, ...part.speaker } },
  peer: null,
  server: null,
  browser: 'Chromium',
})
