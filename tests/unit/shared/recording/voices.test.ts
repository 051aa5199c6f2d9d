import { expect, test } from 'vitest'
import { measureVoices } from '../../../../shared/recording/voices.ts'

const silenceLevelDb = -60
const turns = (count: number, on: (turn: number) => boolean, level: number, off: number) =>
  Array.from({ length: count * 20 }, (_, index) => (on(Math.floor(index / 20)) ? level : off))

test('each speaks alone: the worse direction counts', () => {
  const citizen = turns(10, turn => turn % 2 === 0, -20, -90)
  const specialist = turns(10, turn => turn % 2 === 1, -25, -70)
  expect(measureVoices(citizen, specialist, silenceLevelDb)).toEqual({
    separationDb: 50,
    citizenSilentShare: 0.5,
    specialistSilentShare: 0.5,
  })
})

test('mono measures 0, however loud', () => {
  const mixed = turns(10, turn => turn % 3 !== 0, -18, -80)
  expect(measureVoices(mixed, mixed, silenceLevelDb).separationDb).toBe(0)
})

test('talking at once most of the time does not hide a good separation', () => {
  const citizen = turns(20, () => true, -20, -20)
  const specialist = turns(20, turn => turn % 5 !== 0, -22, -100)
  expect(measureVoices(citizen, specialist, silenceLevelDb).separationDb).toBe(80)
})

test('less than a second of speech says nothing; silence is not speech', () => {
  const quiet = Array.from({ length: 200 }, () => -75)
  const blip = quiet.map((level, index) => (index < 5 ? -20 : level))
  expect(measureVoices(blip, quiet, silenceLevelDb)).toEqual({
    separationDb: null,
    citizenSilentShare: 0.975,
    specialistSilentShare: 1,
  })
  expect(measureVoices([], [], silenceLevelDb)).toMatchObject({ separationDb: null, citizenSilentShare: 1 })
})
