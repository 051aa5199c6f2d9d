import * as z from 'zod'
import { type Cause, CheckCode, type CheckResult, type CheckState, Unit } from './codes.ts'

/** One limit with its source; `null` = there is no fault, a warning at most (or the reverse). */
export const Threshold = z.strictObject({
  warning: z.number().nullable(),
  fault: z.number().nullable(),
  unit: Unit,
  better: z.enum(['more', 'less']),
  source: z.string().min(1),
})
export type Threshold = z.infer<typeof Threshold>

/** Limits by code (resources/equipment/thresholds.json); what has none is judged by yes or no. */
export const Thresholds = z.partialRecord(CheckCode, Threshold)
export type Thresholds = z.infer<typeof Thresholds>

/** The state of a figure under a limit. The limit itself is still good. */
export function stateUnder({ warning, fault, better }: Threshold, figure: number): CheckState {
  const isWorse = (limit: number | null) => limit !== null && (better === 'more' ? figure < limit : figure > limit)
  if (isWorse(fault)) return 'fault'
  return isWorse(warning) ? 'warning' : 'good'
}

/** Judges a figure; `null` = it could not be measured. @throws where the file has no limit for the code. */
export function judgeFigure(
  thresholds: Thresholds,
  code: CheckCode,
  figure: number | null,
  { detail = '', cause = null }: { readonly detail?: string; readonly cause?: Cause | null } = {},
): CheckResult {
  const threshold = thresholds[code]
  if (!threshold) throw new Error(`No threshold for ${code}`)
  const state = figure === null ? 'unknown' : stateUnder(threshold, figure)
  const limit = state === 'fault' ? threshold.fault : (threshold.warning ?? threshold.fault)
  return { code, state, figure, unit: threshold.unit, limit, source: threshold.source, cause, detail }
}

/** A line without a figure. */
export const judged = (
  code: CheckCode,
  state: CheckState,
  { cause = null, detail = '' }: { readonly cause?: Cause | null; readonly detail?: string } = {},
): CheckResult => ({ code, state, figure: null, unit: null, limit: null, source: null, cause, detail })
