import type pino from 'pino'

const periodMs = 1_000
/** Whoever finds ever new reasons must not fill the memory with them. */
const mostReasons = 1_000

/** Notes refusals: one line per reason and second, with the number of those it stands for. */
export interface RefusalLog {
  /** Whether it was written; false: its number is told with the next line. */
  note(message: string, facts: Readonly<Record<string, string | number>>, level?: 'warn' | 'error'): boolean
}

/**
 * Whoever is refused can come again a thousand times a second; each with a line of its own would push everything worth
 * reading out of the logs that are kept.
 */
export function makeRefusalLog({
  log,
  nowMs,
}: {
  log: Pick<pino.Logger, 'warn' | 'error'>
  nowMs: () => number
}): RefusalLog {
  const noted = new Map<string, { atMs: number; unsaid: number }>()
  return {
    note(message, facts, level = 'warn') {
      const reason = JSON.stringify([message, facts])
      const former = noted.get(reason)
      if (former && nowMs() - former.atMs < periodMs) {
        former.unsaid += 1
        return false
      }
      if (!former && noted.size >= mostReasons) noted.clear()
      noted.set(reason, { atMs: nowMs(), unsaid: 0 })
      log[level]({ ...facts, ...(former && former.unsaid > 0 ? { unsaid: former.unsaid } : {}) }, message)
      return true
    },
  }
}
