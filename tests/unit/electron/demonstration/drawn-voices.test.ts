import { expect, test } from 'vitest'
import { drawVoices, voiceRateHz } from '../../../../electron/demonstration/films/drawn-voices.ts'

const silenceDb = -60
const bytesPerFrame = 4

/** dBFS of each side over a second; null: digital silence. */
function levelsOf(isCitizenHeard: boolean, seconds: number): (readonly [number | null, number | null])[] {
  return [...drawVoices(seconds, { isCitizenHeard })].map(piece => {
    const view = Buffer.from(piece)
    const side = (offset: number) => {
      let sum = 0
      for (let at = offset; at < view.length; at += bytesPerFrame) sum += (view.readInt16LE(at) / 0x80_00) ** 2
      const meanSquare = sum / (view.length / bytesPerFrame)
      return meanSquare === 0 ? null : 10 * Math.log10(meanSquare)
    }
    return [side(0), side(2)]
  })
}

test('two voices in turn, each on its side, loud enough for our meters and never clipped', () => {
  const levels = levelsOf(true, 9)
  expect(levels).toHaveLength(9)
  expect(levels.map(([citizen]) => citizen !== null && citizen > silenceDb)).toEqual([
    ...[true, true, true, true, false, false, false, false, false],
  ])
  expect(levels.map(([, specialist]) => specialist !== null && specialist > silenceDb)).toEqual([
    ...[false, false, false, false, true, true, true, true, true],
  ])
  const loudest = [...drawVoices(9, { isCitizenHeard: true })].map(piece =>
    new Int16Array(piece.buffer, piece.byteOffset, piece.byteLength / 2).reduce(
      (most, sample) => Math.max(most, Math.abs(sample)),
      0,
    ),
  )
  expect(Math.max(...loudest)).toBeLessThan(0x7f_ff)
})

test('a citizen who is not heard leaves nothing on that side', () => {
  const levels = levelsOf(false, 9)
  expect(levels.map(([citizen]) => citizen)).toEqual(levels.map(() => null))
  expect(levels.some(([, specialist]) => specialist !== null)).toBe(true)
})

test('no longer than asked for', () => {
  const bytes = [...drawVoices(2.5, { isCitizenHeard: true })].reduce((sum, piece) => sum + piece.byteLength, 0)
  expect(bytes).toBe(2.5 * voiceRateHz * bytesPerFrame)
})
