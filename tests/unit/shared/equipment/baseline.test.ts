import { expect, test } from 'vitest'
import { type DatedResults, driftsOf, seriesOf } from '../../../../shared/equipment/baseline.ts'
import { driftText } from '../../../../shared/equipment/drift-text.ts'

/** One noise figure a day. */
const noise = (...figures: number[]): DatedResults[] =>
  figures.map((figure, day) => ({
    finishedAt: `2026-11-${String(day + 1).padStart(2, '0')}T01:30:00.000Z`,
    results: [{ code: 'microphoneNoise', figure, unit: 'decibels' }],
  }))

test.each([
  ['as always', noise(-47, -46, -48, -47, -47, -46, -47), 0],
  ['one loud morning', noise(-47, -46, -48, -47, -47, -47, -38), 0],
  ['two of them', noise(-47, -46, -48, -47, -47, -38, -38), 1],
  ['up and down is no drift', noise(-47, -46, -48, -47, -47, -38, -57), 0],
  ['too young a workplace', noise(-47, -47, -38, -38), 0],
])('%s: %#', (_name, checks, count) => {
  expect(driftsOf(checks)).toHaveLength(count)
})

test('in words, against the usual of this computer', () => {
  const [drift] = driftsOf(noise(-47, -46, -48, -47, -47, -38, -38))
  expect(drift && driftText(drift)).toBe('Шум: −38 дБ, на 9 дБ выше обычного за 30 дней (−47 дБ)')
})

test('a disk at a third of its usual speed', () => {
  const checks = [200, 210, 190, 205, 200, 60, 64].map((figure, day) => ({
    finishedAt: `2026-11-0${day + 1}T01:30:00.000Z`,
    results: [{ code: 'diskSpeed' as const, figure, unit: 'megabytesPerSecond' as const }],
  }))
  expect(driftsOf(checks)).toMatchObject([{ code: 'diskSpeed', usual: 200, now: 64 }])
})

test('a series is at least two points; what has no figure is none', () => {
  expect(seriesOf(noise(-47))).toEqual([])
  expect(seriesOf(noise(-47, -46))[0]?.points).toHaveLength(2)
  const yesNo = {
    finishedAt: '2026-11-01T01:30:00.000Z',
    results: [{ code: 'power' as const, figure: null, unit: null }],
  }
  expect(seriesOf([yesNo, yesNo])).toEqual([])
})

test('a figure in another unit begins another line', () => {
  const hosts = (figure: number, unit: 'hosts' | 'milliseconds', day: number) => ({
    finishedAt: `2026-11-0${day}T01:30:00.000Z`,
    results: [{ code: 'telemostHosts' as const, figure, unit }],
  })
  const series = seriesOf([hosts(7, 'hosts', 1), hosts(90, 'milliseconds', 2), hosts(95, 'milliseconds', 3)])
  expect(series).toMatchObject([{ unit: 'milliseconds', points: [{ figure: 90 }, { figure: 95 }] }])
})
