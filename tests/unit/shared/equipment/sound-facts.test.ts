import { expect, test } from 'vitest'
import type { SoundFacts } from '../../../../shared/equipment/measurements.ts'
import { makeSoundMeter } from '../../../../shared/equipment/sound-facts.ts'

const rateHz = 48_000
type Wave = (index: number) => number
const noise =
  (amplitude: number): Wave =>
  index =>
    amplitude * Math.sin(index * index * 0.37)
const voice =
  (amplitude: number): Wave =>
  index =>
    amplitude * Math.sin((2 * Math.PI * 220 * index) / rateHz)
/** Speaks for half of each second. */
const speech =
  (amplitude: number, hum: number): Wave =>
  index =>
    index % rateHz < rateHz / 2 ? voice(amplitude)(index) : noise(hum)(index)

function facts(...channels: readonly Wave[]): SoundFacts {
  const meter = makeSoundMeter(rateHz)
  const step = 480
  for (let from = 0; from < 3 * rateHz; from += step) {
    meter.add(channels.map(wave => Float32Array.from({ length: step }, (_, index) => wave(from + index))))
  }
  return meter.facts()
}

test('a voice stands out of the noise; both have their level', () => {
  const { voiceDb, noiseDb, digitalSilence, seconds, sideDifferenceDb } = facts(speech(0.2, 0.001))
  expect(voiceDb).toBeCloseTo(20 * Math.log10(0.2 / Math.SQRT2), 0)
  expect(noiseDb).toBeCloseTo(-63, 0)
  expect({ digitalSilence, seconds, sideDifferenceDb }).toEqual({
    digitalSilence: false,
    seconds: 3,
    sideDifferenceDb: null,
  })
})

test('zeros, and a step of one bit, are a switched-off microphone; a whisper is not', () => {
  expect(facts(() => 0)).toMatchObject({ digitalSilence: true, voiceDb: null })
  expect(facts(() => 1 / 40_000).digitalSilence).toBe(true)
  expect(facts(noise(0.0005)).digitalSilence).toBe(false)
})

test('a run of full-scale samples is counted, single ones are not', () => {
  expect(facts(index => (index % 100 === 0 ? 1 : 0.1)).longestFullScaleRun).toBe(1)
  expect(facts(index => Math.max(-1, Math.min(1, 3 * voice(1)(index)))).longestFullScaleRun).toBeGreaterThan(60)
})

test('one side alone', () => {
  expect(facts(speech(0.2, 0.001), () => 0).sideDifferenceDb).toBeGreaterThan(60)
  expect(facts(speech(0.2, 0.001), speech(0.2, 0.001)).sideDifferenceDb).toBeCloseTo(0)
  expect(
    facts(
      () => 0,
      () => 0,
    ).sideDifferenceDb,
  ).toBe(0)
})

test('the live bar follows the last window', () => {
  const meter = makeSoundMeter(rateHz)
  expect(meter.levelDb()).toBe(-120)
  meter.add([new Float32Array(rateHz / 50).fill(0.5)])
  expect(meter.levelDb()).toBeCloseTo(-6, 0)
})
