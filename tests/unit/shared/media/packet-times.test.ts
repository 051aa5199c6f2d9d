import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findClockSteps, findHoles, measureDrift, median, withoutSteps } from '../../../../shared/media/packet-times.ts'

const every = (ms: number, count: number, from = 0) => Array.from({ length: count }, (_, index) => from + index * ms)
const find = (timesMs: number[], endMs = (timesMs.at(-1) ?? 0) + 60) =>
  findHoles({ timesMs, startMs: 0, endMs, minimumMs: 30 })

describe('holes in the sound', () => {
  test.each([
    ['60 ms packets', every(60, 100), 0, 0],
    ['20 ms packets', every(20, 100), 0, 0],
    ['the jitter of Chromium is none', every(60, 100).map((time, index) => time + (index % 3) * 4), 0, 0],
    ['one packet missing', [...every(60, 50), ...every(60, 50, 51 * 60)], 1, 60],
    [
      'half a second at once and later again',
      [...every(60, 10), ...every(60, 10, 1100), ...every(60, 10, 2200)],
      2,
      1000,
    ],
    ['the encoder starts 300 ms late', every(60, 100, 300), 0, 0],
    ['sound begins after 2 s', every(60, 100, 2000), 1, 2000],
  ])('%s', (_, times, count, totalMs) => {
    expect(find(times)).toMatchObject({ count, totalMs })
  })
  test('sound that stops before the picture', () => {
    expect(find(every(60, 100), 9_000)).toEqual({
      count: 1,
      totalMs: 3_000,
      packetMs: 60,
      holes: [{ startMs: 6_000, endMs: 9_000 }],
    })
  })
  test('no sound at all: the whole part', () => {
    expect(find([], 5_000)).toMatchObject({ count: 1, totalMs: 5_000, packetMs: 0 })
  })
})

describe('drift', () => {
  const points = (count: number, media: (clockMs: number) => number) =>
    every(500, count).map(clockMs => ({ clockMs, mediaMs: media(clockMs) }))
  test.each([
    ['in step', 1800, (clock: number) => clock, 0],
    ['40 ms a minute lost', 1800, (clock: number) => clock * (1 - 40 / 60_000), -40],
    ['25 ms a minute gained', 240, (clock: number) => clock * (1 + 25 / 60_000), 25],
    ['too short to tell', 40, (clock: number) => clock * 0.5, 0],
  ])('%s', (_, count, media, expected) => expect(measureDrift(points(count, media))).toBeCloseTo(expected, 1))

  test('chunks resent after an outage do not bend it', () => {
    const late = points(1800, clock => clock).map((point, index) =>
      index >= 900 && index < 920 ? { ...point, clockMs: 470_000 } : point,
    )
    expect(Math.abs(measureDrift(late))).toBeLessThan(1)
  })

  test.each([60, 120])('a workstation that stood still for 25.6 s does not accuse a recording of %i s', seconds => {
    const late = points(seconds * 2, clock => clock).map(point =>
      point.clockMs > 20_000 && point.clockMs < 45_600 ? { ...point, clockMs: 45_600 + point.clockMs / 10_000 } : point,
    )
    expect(Math.abs(measureDrift(late))).toBeLessThan(1)
    expect(findClockSteps(late, 2_000)).toEqual([])
  })
})

describe('a clock that was set', () => {
  const points = (setByMs: (clockMs: number) => number) =>
    every(500, 240).map(clockMs => ({ clockMs: clockMs + setByMs(clockMs), mediaMs: clockMs }))
  test.each([-60_000, -3_000, 5_000, 3_600_000])('by %i ms is one step, and no drift without it', byMs => {
    const set = points(clockMs => (clockMs >= 50_000 ? byMs : 0))
    const steps = findClockSteps(set, 2_000)
    expect(steps).toEqual([{ index: 100, clockMs: 49_500, byMs }])
    expect(withoutSteps(set, steps)).toEqual(points(() => 0))
  })
  test('there and back is two steps', () => {
    const set = points(clockMs => (clockMs >= 50_000 && clockMs < 80_000 ? -60_000 : 0))
    expect(findClockSteps(set, 2_000).map(({ byMs }) => byMs)).toEqual([-60_000, 60_000])
  })
  test('drift, a late chunk and a late end are none', () => {
    expect(
      findClockSteps(
        points(clockMs => clockMs / 20),
        2_000,
      ),
    ).toEqual([])
    expect(
      findClockSteps(
        points(clockMs => (clockMs === 50_000 ? 8_000 : 0)),
        2_000,
      ),
    ).toEqual([])
    expect(
      findClockSteps(
        points(clockMs => (clockMs >= 119_000 ? 8_000 : 0)),
        2_000,
      ),
    ).toEqual([])
  })
})

test('the median is one of the values and in the middle', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), values => {
      const middle = median(values) ?? Number.NaN
      expect(values).toContain(middle)
      expect(values.filter(value => value <= middle).length).toBeGreaterThanOrEqual(values.length / 2)
    }),
  )
  expect(median([])).toBeNull()
})
