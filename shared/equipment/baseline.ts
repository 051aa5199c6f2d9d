import type { CheckCode, CheckResult, Unit } from './codes.ts'

/** A check reduced to what a trend needs. */
export interface DatedResults {
  readonly finishedAt: string
  readonly results: readonly Pick<CheckResult, 'code' | 'figure' | 'unit'>[]
}

/** One figure over time, oldest first. */
export interface Series {
  readonly code: CheckCode
  readonly unit: Unit
  readonly points: readonly { readonly at: string; readonly figure: number }[]
}

/** This computer against its own usual: `usual` is the middle of what was before. */
export interface Drift {
  readonly code: CheckCode
  readonly unit: Unit
  readonly usual: number
  readonly now: number
}

/**
 * From how far off its usual a figure is told, in its unit or as a share of the usual; chosen above the daily scatter. The
 * pictures a second of a rehearsal are not here: they follow the pace the program asks for, which an update may change.
 */
const tellFrom: Readonly<Partial<Record<CheckCode, { readonly by: number } | { readonly share: number }>>> = {
  microphoneNoise: { by: 6 },
  microphoneLevel: { by: 8 },
  cameraRate: { share: 0.2 },
  cameraSize: { share: 0.2 },
  diskSpeed: { share: 0.5 },
  diskFlush: { share: 3 },
  processor: { share: 0.5 },
  memory: { share: 0.5 },
  rehearsalEncoder: { by: 150 },
  rehearsalVoices: { by: 12 },
  rehearsalSync: { by: 60 },
}
const fewestBefore = 5
/** It must repeat before it is told: one open window is no broken microphone. */
const repeats = 2

/** Every figure of the checks, by code; what was measured less than twice is no series. */
export function seriesOf(checks: readonly DatedResults[]): readonly Series[] {
  const byCode = new Map<CheckCode, { unit: Unit; points: { at: string; figure: number }[] }>()
  for (const { finishedAt, results } of checks) {
    for (const { code, figure, unit } of results) {
      if (figure === null || unit === null) continue
      const known = byCode.get(code)
      // Servers out of reach are counted, reached ones timed: a line of both would mean nothing.
      const kept = known?.unit === unit ? known : { unit, points: [] }
      kept.points.push({ at: finishedAt, figure })
      byCode.set(code, kept)
    }
  }
  return [...byCode]
    .filter(([, { points }]) => points.length > 1)
    .map(([code, { unit, points }]) => ({ code, unit, points }))
}

/** What differs from this computer's own usual, twice in a row and to the same side. */
export function driftsOf(checks: readonly DatedResults[]): readonly Drift[] {
  return seriesOf(checks).flatMap(({ code, unit, points }) => {
    const rule = tellFrom[code]
    const before = points.slice(0, -repeats).map(({ figure }) => figure)
    const latest = points.slice(-repeats).map(({ figure }) => figure)
    if (rule === undefined || before.length < fewestBefore) return []
    const usual = middle(before)
    const limit = 'by' in rule ? rule.by : Math.abs(usual) * rule.share
    const sides = latest.map(figure => (Math.abs(figure - usual) > limit ? Math.sign(figure - usual) : 0))
    const [side = 0] = sides
    if (side === 0 || sides.some(other => other !== side)) return []
    return [{ code, unit, usual, now: latest.at(-1) ?? usual }]
  })
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
