/** Sound of two people talking in turn: tones with the overtones and the pace of speech, as our level meters hear it. */

export const voiceRateHz = 16_000
const channels = 2
const bytesPerSample = 2
/** One exchange: a question and its answer, with pauses. */
const exchangeSeconds = 9

interface Voice {
  readonly hertz: number
  readonly fromSecond: number
  readonly toSecond: number
}
const citizen: Voice = { hertz: 128, fromSecond: 0.4, toSecond: 3.8 }
const specialist: Voice = { hertz: 205, fromSecond: 4.6, toSecond: 8.5 }

const wave = (cycles: number): number => Math.sin(2 * Math.PI * cycles)

function sampleOf({ hertz, fromSecond, toSecond }: Voice, seconds: number): number {
  const place = seconds % exchangeSeconds
  if (place < fromSecond || place >= toSecond) return 0
  const syllables = 0.5 + 0.5 * wave(3.3 * seconds)
  const cycles = hertz * seconds + 0.4 * wave(4.7 * seconds)
  return 0.12 * syllables * (wave(cycles) + 0.5 * wave(2 * cycles) + 0.35 * wave(4 * cycles) + 0.15 * wave(7 * cycles))
}

/** Second by second, 16-bit stereo as the recorder keeps it: the citizen left, the specialist right. */
export function* drawVoices(seconds: number, { isCitizenHeard }: { isCitizenHeard: boolean }): Generator<Uint8Array> {
  const total = Math.ceil(seconds * voiceRateHz)
  for (let first = 0; first < total; first += voiceRateHz) {
    const count = Math.min(voiceRateHz, total - first)
    const piece = Buffer.alloc(count * channels * bytesPerSample)
    for (let index = 0; index < count; index++) {
      const at = (first + index) / voiceRateHz
      const left = isCitizenHeard ? sampleOf(citizen, at) : 0
      piece.writeInt16LE(Math.round(left * 0x7f_ff), index * channels * bytesPerSample)
      piece.writeInt16LE(Math.round(sampleOf(specialist, at) * 0x7f_ff), (index * channels + 1) * bytesPerSample)
    }
    yield piece
  }
}

/** When the mouth of whoever is in the picture moves, as an expression of ffmpeg over `t`. */
export const citizenSpeaks = `between(mod(t,${exchangeSeconds}),${citizen.fromSecond},${citizen.toSecond})`
