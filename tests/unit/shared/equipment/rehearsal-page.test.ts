import { expect, test } from 'vitest'
import { hiddenRate, type Stretch, usualLag } from '../../../../shared/equipment/rehearsal-page.ts'

/** 25 a second for ten seconds, one a second from the fourth to the eighth. */
const pictures = Array.from({ length: 250 }, (_, index) => index * 40).filter(
  atMs => atMs < 4000 || atMs >= 8000 || atMs % 1000 === 0,
)

test.each<[string, Stretch[], number | null]>([
  ['never hidden', [], null],
  ['too short to say', [{ fromMs: 0, untilMs: 1500 }], null],
  ['hidden while it is slow', [{ fromMs: 4000, untilMs: 8000 }], 1],
  ['hidden while it is fast', [{ fromMs: 0, untilMs: 4000 }], 25],
  [
    'twice, both too short alone',
    [
      { fromMs: 0, untilMs: 1200 },
      { fromMs: 2000, untilMs: 3200 },
    ],
    25,
  ],
  [
    'before and after the file',
    [
      { fromMs: -9000, untilMs: -100 },
      { fromMs: 30_000, untilMs: 40_000 },
    ],
    null,
  ],
  ['begun before the file', [{ fromMs: -9000, untilMs: 3000 }], 25],
])('%s', (_name, hidden, rate) => {
  const measured = hiddenRate(pictures, hidden)
  if (rate === null) expect(measured).toBeNull()
  else expect(measured).toBeCloseTo(rate, 0)
})

test('no pictures at all while hidden is a rate of nought, not an unknown', () => {
  expect(hiddenRate([0, 40, 9000], [{ fromMs: 1000, untilMs: 8000 }])).toBe(0)
})

test('the usual lag is not that of one late chunk', () => {
  expect(usualLag([100, 4000, 120])).toBe(120)
  expect(usualLag([])).toBeNull()
})
