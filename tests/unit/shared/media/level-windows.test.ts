import { expect, test } from 'vitest'
import { makeLevelWindows, meanLuma } from '../../../../shared/media/level-windows.ts'

const sampleRateHz = 8_000
/** Both channels constant over `ms`. */
function stereo(ms: number, left: number, right: number): Uint8Array {
  const samples = new Float32Array((ms * sampleRateHz) / 500)
  for (let index = 0; index < samples.length; index += 2) samples.set([left, right], index)
  return new Uint8Array(samples.buffer)
}

test('each channel has its own level per 100 ms', () => {
  const windows = makeLevelWindows({ fromMs: 2_000, toMs: 2_300, sampleRateHz })
  windows.add(2_000, stereo(100, 1, 0))
  windows.add(2_100, stereo(100, 0.1, 0.5))
  expect(windows.levels()).toEqual({ left: [0, -20, -120], right: [-120, -6, -120] })
})

test('packets may straddle windows; what lies outside the range is not counted', () => {
  const windows = makeLevelWindows({ fromMs: 1_000, toMs: 1_200, sampleRateHz })
  windows.add(940, stereo(120, 0.1, 0.1))
  windows.add(1_060, stereo(300, 0.1, 0.1))
  expect(windows.levels()).toEqual({ left: [-20, -20], right: [-20, -20] })
})

test.each([
  [[0, 0, 0], 0],
  [[255, 255], 255],
  [[10, 30], 20],
  [[], 0],
])('mean of %j is %f', (grey, mean) => expect(meanLuma(Uint8Array.from(grey))).toBe(mean))
