import { expect, test } from 'vitest'
import { hearTone, toneDb } from '../../../../shared/equipment/tone.ts'

const sampleRateHz = 48_000
const tone = (index: number, frequencyHz = 440) => Math.sin((2 * Math.PI * frequencyHz * index) / sampleRateHz)
const hum = (index: number) => 0.002 * Math.sin(index * index * 0.37)
const samples = (value: (seconds: number, index: number) => number) =>
  Float32Array.from({ length: 1.6 * sampleRateHz }, (_, index) => value(index / sampleRateHz, index))
const hear = (sound: Float32Array) => hearTone(sound, { sampleRateHz, quietMs: 400, frequencyHz: 440 })

test('the level of one frequency', () => {
  const sound = Float32Array.from({ length: 4800 }, (_, index) => 0.1 * tone(index))
  expect(toneDb(sound, 440, sampleRateHz)).toBeCloseTo(-20, 0)
  expect(toneDb(sound, 1000, sampleRateHz)).toBeLessThan(-50)
  expect(toneDb(new Float32Array(0), 440, sampleRateHz)).toBe(-120)
})

test('a tone that comes back after 120 ms', () => {
  const heard = hear(samples((seconds, index) => hum(index) + (seconds > 0.52 ? 0.05 * tone(index) : 0)))
  expect(heard?.heardDb).toBeGreaterThan(20)
  expect(heard?.latencyMs).toBeGreaterThanOrEqual(100)
  expect(heard?.latencyMs).toBeLessThanOrEqual(140)
})

test('a voice with a harmonic at the very frequency is not the tone', () => {
  const voice = (index: number) => [110, 220, 330, 440, 550, 660].reduce((sum, hertz) => sum + tone(index, hertz), 0)
  const heard = hear(samples((seconds, index) => hum(index) + (seconds > 0.45 ? 0.05 * voice(index) : 0)))
  expect(heard?.heardDb).toBeLessThan(10)
})

test('headphones: nothing comes back', () => {
  expect(hear(samples((_, index) => hum(index)))?.heardDb).toBeLessThan(10)
  expect(hear(samples(() => 0))).toEqual({ heardDb: 0, latencyMs: null })
})

test('another sound in the room is not the tone', () => {
  const heard = hear(samples((seconds, index) => hum(index) + (seconds > 0.5 ? 0.05 * tone(index, 1900) : 0)))
  expect(heard?.heardDb).toBeLessThan(10)
})

test('too little was heard to say anything', () => {
  expect(hear(new Float32Array(4800))).toBeNull()
})
