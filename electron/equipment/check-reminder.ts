import type { Announcement } from '../../shared/contract/workplace.ts'
import type { Clock } from '../clock.ts'

export interface CheckReminderDeps {
  /** The reception that is to be checked for; null = none. */
  readonly dueReception: () => string | null
  /** A specialist is signed in and nobody is received: else a camera or a microphone is nobody's business. */
  readonly mayCheck: () => boolean
  readonly announce: (announcement: Announcement) => void
  readonly clock: Pick<Clock, 'monotonicMs'>
}

const lookEveryMs = 10_000
/** A page that did not answer is asked again: it may just have been opened. */
const askAgainMs = 60_000

/** Asks the page for the silent check before a reception; the clock of it runs here, pages only measure. */
export function makeCheckReminder({ dueReception, mayCheck, announce, clock }: CheckReminderDeps) {
  let lookedAtMs = Number.NEGATIVE_INFINITY
  let asked: { readonly receptionId: string; readonly atMs: number } | null = null
  return {
    tick(): void {
      const nowMs = clock.monotonicMs()
      if (nowMs - lookedAtMs < lookEveryMs) return
      lookedAtMs = nowMs
      if (!mayCheck()) return
      const receptionId = dueReception()
      if (receptionId === null) return
      if (asked?.receptionId === receptionId && nowMs - asked.atMs < askAgainMs) return
      asked = { receptionId, atMs: nowMs }
      announce({ kind: 'equipmentDue', receptionId })
    },
  }
}
