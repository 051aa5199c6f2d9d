import type { Stretch } from '../../../../shared/equipment/rehearsal-page.ts'

/** Notes when this page's window is minimised or covered, by the wall clock. */
export interface HiddenWatch {
  /** Up to now; one that still lasts ends now. */
  stretches(): Stretch[]
  stop(): void
}

export function watchHidden(): HiddenWatch {
  const over: Stretch[] = []
  let sinceMs: number | null = null
  const look = (): void => {
    if (document.visibilityState === 'hidden') sinceMs ??= Date.now()
    else if (sinceMs !== null) {
      over.push({ fromMs: sinceMs, untilMs: Date.now() })
      sinceMs = null
    }
  }
  look()
  document.addEventListener('visibilitychange', look)
  return {
    stretches: () => [...over, ...(sinceMs === null ? [] : [{ fromMs: sinceMs, untilMs: Date.now() }])].slice(0, 100),
    stop: () => document.removeEventListener('visibilitychange', look),
  }
}
