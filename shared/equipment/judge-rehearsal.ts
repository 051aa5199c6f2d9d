import type { CheckResult } from './codes.ts'
import type { RehearsalFacts } from './rehearsal-facts.ts'
import { type RehearsalPage, usualLag } from './rehearsal-page.ts'
import { judged, judgeFigure, type Thresholds } from './thresholds.ts'

/** A rehearsal as it went: what the file says and how it got onto the disk. */
export type RehearsalOutcome =
  | {
      readonly kind: 'recorded'
      readonly facts: RehearsalFacts
      readonly decodeErrors: number
      readonly audioHolesMs: number
      /** The longest wait between two pieces reaching the disk. */
      readonly longestGapMs: number
      readonly codec: string
      readonly byteLength: number
      readonly page: RehearsalPage
    }
  /** The recorder did not record: what it said. */
  | { readonly kind: 'failed'; readonly detail: string }
  /** Not tried, because a device it needs is not there. */
  | { readonly kind: 'leftOut' }

/** Judges a rehearsal: a file that does not decode is the one fault nobody may override (п. 3.6). */
export function judgeRehearsal(thresholds: Thresholds, outcome: RehearsalOutcome): readonly CheckResult[] {
  if (outcome.kind === 'leftOut') return [judged('rehearsalFile', 'unknown', { cause: 'notAvailable' })]
  if (outcome.kind === 'failed') {
    return [judged('rehearsalFile', 'fault', { cause: 'failed', detail: outcome.detail.slice(0, 300) })]
  }
  const { facts, decodeErrors, audioHolesMs, longestGapMs, codec, byteLength, page } = outcome
  const isWhole = decodeErrors === 0 && facts.durationMs > 0
  const rounded = (value: number | null, digits = 0) =>
    value === null ? null : Math.round(value * 10 ** digits) / 10 ** digits
  const sync = judgeFigure(thresholds, 'rehearsalSync', facts.syncMs === null ? null : Math.abs(facts.syncMs), {
    detail: `${facts.pairs} pairs`,
  })
  const drift = facts.driftMsPerMinute
  return [
    judged('rehearsalFile', isWhole ? 'good' : 'fault', {
      cause: isWhole ? null : 'failed',
      detail: `${codec}, ${byteLength} bytes, ${Math.round(facts.durationMs)} ms, ${decodeErrors} errors`,
    }),
    facts.specialistHeard
      ? judgeFigure(thresholds, 'rehearsalVoices', rounded(facts.separationDb, 1), {
          cause: facts.separationDb !== null && facts.separationDb < 20 ? 'headset' : null,
        })
      : judged('rehearsalVoices', 'warning', { cause: 'notHeard' }),
    // The sign is part of the figure: who is late, the sound or the picture.
    { ...sync, figure: rounded(facts.syncMs) },
    judgeFigure(thresholds, 'rehearsalDrift', drift === null ? null : Math.abs(rounded(drift, 1) ?? 0)),
    judgeFigure(thresholds, 'rehearsalRate', rounded(facts.framesPerSecond, 1)),
    judgeFigure(thresholds, 'rehearsalHiddenRate', rounded(facts.hiddenFramesPerSecond, 1), {
      cause: facts.hiddenFramesPerSecond === null ? 'notMinimised' : null,
    }),
    judgeFigure(thresholds, 'rehearsalBlack', rounded(facts.blackPercent)),
    judgeFigure(thresholds, 'rehearsalHoles', rounded(audioHolesMs)),
    judgeFigure(thresholds, 'rehearsalWriting', rounded(longestGapMs)),
    judgeFigure(thresholds, 'rehearsalEncoder', rounded(usualLag(page.encoderLagsMs)), {
      detail: `${page.encoderLagsMs.length} chunks, at most ${rounded(Math.max(0, ...page.encoderLagsMs))} ms`,
    }),
    judgeFigure(
      thresholds,
      'rehearsalDropped',
      page.frames === 0 ? null : rounded((page.framesDropped / page.frames) * 100, 1),
      { detail: `${page.framesDropped} of ${page.frames}` },
    ),
  ]
}
