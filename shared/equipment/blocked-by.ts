import type { CheckCode, CheckResult } from './codes.ts'

/** A check reduced to what keeps a room closed. */
export interface BlockingCheck {
  readonly kind: 'quick' | 'full' | 'silent'
  readonly blocked: readonly CheckCode[]
  readonly results: readonly Pick<CheckResult, 'code'>[]
}

/**
 * The lines that keep a room closed after the checks of one day, given newest first. A silent check looks at less: what
 * a fuller one found broken is not mended by it.
 */
export function blockedBy([latest, ...earlier]: readonly BlockingCheck[]): readonly CheckCode[] {
  if (!latest) return []
  if (latest.kind !== 'silent') return latest.blocked
  const seen = new Set(latest.results.map(({ code }) => code))
  const fuller = earlier.find(({ kind }) => kind !== 'silent')
  return [...latest.blocked, ...(fuller?.blocked.filter(code => !seen.has(code)) ?? [])]
}
