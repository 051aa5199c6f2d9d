/**
 * One moment on both clocks, as a log line tells it. Wall clock in epoch milliseconds; monotonic milliseconds mean
 * something within one run of the workstation only.
 */
export interface ClockReading {
  readonly run: string
  readonly atMs: number
  readonly monotonicMs: number
}

/**
 * A clock that was never set: the wall clock of the first reading, carried on by the monotonic one. Everything of a
 * recording is placed by it, so that a wall clock set in the middle moves nothing.
 */
export interface SteadyClock {
  /** A moment whose monotonic time is known. */
  at(moment: ClockReading): number
  /**
   * Where a wall clock moment without a monotonic time may lie: from the earliest to the latest. Both are the same
   * where the clock was never set, or only one of its settings can have shown that time.
   */
  range(atMs: number): { readonly earliestMs: number; readonly latestMs: number }
  /** The largest step of the wall clock within a run, signed; 0 = it was never set. */
  readonly largestStepMs: number
}

/** Readings nearer together than this are of one setting: two clocks read one after the other, a clock slewed by NTP. */
const sameSettingMs = 250
/** A smaller step is the clock being put right by seconds' fractions, not worth a word. */
export const clockStepMs = 2_000
/** An event is stamped a moment before its line is written. */
const slackMs = 2_000

/** A time in which the wall clock kept one setting; `shiftMs` = wall clock minus steady clock. */
interface Setting {
  readonly shiftMs: number
  readonly fromMs: number
  readonly untilMs: number
}

/** `readings` in the order they were made; without any the wall clock is taken at its word. */
export function makeSteadyClock(readings: readonly ClockReading[]): SteadyClock {
  const { baseOf, settings } = settingsOf(readings)
  const first = settings[0]?.shiftMs ?? 0
  return {
    at({ run, monotonicMs, atMs }) {
      const baseMs = baseOf.get(run)
      return baseMs === undefined ? atMs - first : monotonicMs + baseMs
    },
    range(atMs) {
      const places = settings.map(setting => ({ setting, placeMs: atMs - setting.shiftMs }))
      const possible = places.filter(
        ({ setting, placeMs }) => placeMs >= setting.fromMs - slackMs && placeMs <= setting.untilMs + slackMs,
      )
      // Stamped by a clock nobody read: anywhere it could have been.
      const taken = (possible.length > 0 ? possible : places).map(({ placeMs }) => placeMs)
      return taken.length === 0
        ? { earliestMs: atMs, latestMs: atMs }
        : { earliestMs: leastOf(taken), latestMs: -leastOf(taken.map(placeMs => -placeMs)) }
    },
    largestStepMs: largestStep(settings),
  }
}

function settingsOf(readings: readonly ClockReading[]): { baseOf: Map<string, number>; settings: Setting[] } {
  /** Steady clock minus monotonic clock, of each run. */
  const baseOf = new Map<string, number>()
  const settings: Setting[] = []
  /** A run begins where the wall clock then stood, less what it was set by before. */
  let shiftMs = 0
  let lastMs = 0
  for (const { run, atMs, monotonicMs } of readings) {
    if (!baseOf.has(run)) baseOf.set(run, atMs - shiftMs - monotonicMs)
    const placeMs = monotonicMs + (baseOf.get(run) ?? 0)
    const now = settings.at(-1)
    const nowShiftMs = atMs - placeMs
    if (now && Math.abs(nowShiftMs - now.shiftMs) < sameSettingMs) {
      settings[settings.length - 1] = { ...now, untilMs: Math.max(now.untilMs, placeMs) }
    } else {
      // Set at some moment between the two readings: both settings may have shown a time of then.
      if (now) settings[settings.length - 1] = { ...now, untilMs: Math.max(now.untilMs, placeMs) }
      settings.push({ shiftMs: nowShiftMs, fromMs: now ? Math.min(lastMs, placeMs) : placeMs, untilMs: placeMs })
    }
    shiftMs = nowShiftMs
    lastMs = placeMs
  }
  return { baseOf, settings }
}

function largestStep(settings: readonly Setting[]): number {
  let largest = 0
  let before = settings[0]
  for (const setting of settings) {
    const stepMs = setting.shiftMs - (before?.shiftMs ?? 0)
    if (Math.abs(stepMs) > Math.abs(largest)) largest = stepMs
    before = setting
  }
  return Math.abs(largest) >= clockStepMs ? largest : 0
}

const leastOf = (numbers: readonly number[]): number =>
  numbers.reduce((least, number) => Math.min(least, number), Number.POSITIVE_INFINITY)
