import { toMs } from './change.ts'
import type { ReceptionFacts } from './state.ts'

/**
 * How long our own side was not there between two moments (ms since the epoch): the room not open yet, faults of ours,
 * interrupted work. Overlaps count once.
 */
export function outageMs(facts: ReceptionFacts, fromMs: number, toMoment: number, nowMs: number): number {
  const appointedMs = toMs(facts.appointedAt)
  const openedMs = facts.roomOpenedAt === null ? nowMs : toMs(facts.roomOpenedAt)
  const spans = [
    { fromMs: appointedMs, toMs: openedMs },
    ...facts.faults.map(fault => ({ fromMs: toMs(fault.from), toMs: fault.to === null ? nowMs : toMs(fault.to) })),
    ...facts.workInterruptions.map(span => ({ fromMs: toMs(span.from), toMs: toMs(span.to) })),
  ]
  let total = 0
  let coveredUntilMs = fromMs
  for (const span of spans.sort((one, other) => one.fromMs - other.fromMs)) {
    const start = Math.max(span.fromMs, coveredUntilMs)
    const end = Math.min(span.toMs, toMoment)
    if (end > start) {
      total += end - start
      coveredUntilMs = end
    }
  }
  return total
}
