import * as z from 'zod'

const Milliseconds = z.number().nonnegative()

/** What the page saw of a rehearsal while it recorded: what no file tells afterwards. */
export const RehearsalPage = z.strictObject({
  /** When its window was minimised or covered, by the wall clock. */
  hidden: z.array(z.strictObject({ fromMs: Milliseconds, untilMs: Milliseconds })).max(100),
  /** How old the last picture of each chunk was when the chunk came out of the encoder. */
  encoderLagsMs: z.array(z.number()).max(1000),
  /** Pictures the frame pump was to hand on, and those of them the encoder was not ready for. */
  frames: z.int().nonnegative(),
  framesDropped: z.int().nonnegative(),
})
export type RehearsalPage = z.infer<typeof RehearsalPage>

/** Times within a file or on a clock, milliseconds. */
export type Stretch = RehearsalPage['hidden'][number]

/** A page that told nothing of itself. */
export const untoldRehearsalPage: RehearsalPage = { hidden: [], encoderLagsMs: [], frames: 0, framesDropped: 0 }

/** Shorter than this, what was recorded of a hidden window is no measurement. */
const shortestHiddenMs = 2_000

/** Pictures a second while the window was hidden; null where it was not, or too short. `hidden` in the file's time. */
export function hiddenRate(picturesMs: readonly number[], hidden: readonly Stretch[]): number | null {
  const first = picturesMs[0] ?? 0
  const last = picturesMs.at(-1) ?? 0
  const within = hidden
    .map(({ fromMs, untilMs }) => ({ fromMs: Math.max(fromMs, first), untilMs: Math.min(untilMs, last) }))
    .filter(({ fromMs, untilMs }) => untilMs > fromMs)
  const lengthMs = within.reduce((sum, { fromMs, untilMs }) => sum + untilMs - fromMs, 0)
  if (lengthMs < shortestHiddenMs) return null
  const pictures = picturesMs.filter(atMs => within.some(({ fromMs, untilMs }) => atMs >= fromMs && atMs < untilMs))
  return (pictures.length / lengthMs) * 1000
}

/** The middle of the chunks' lags: one late chunk is no slow encoder. Null where none came. */
export function usualLag(lagsMs: readonly number[]): number | null {
  const sorted = [...lagsMs].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? null
}
