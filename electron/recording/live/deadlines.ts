/** Waits that end by the service's own tick, so that one injected timer drives everything and tests set the time. */
export interface Deadlines {
  /** `promise`, or 'late' once `durationMs` have passed. Rejects only where `promise` does. */
  within<T>(promise: Promise<T>, durationMs: number): Promise<T | 'late'>
  /** Ends the waits whose time is over; to be called every tick. */
  check(): void
  /** Ends all waits, also those to come: no tick would end them. */
  end(): void
}

/** `nowMs`: monotonic milliseconds. */
export function makeDeadlines(nowMs: () => number): Deadlines {
  let ended = false
  const waits = new Set<{ untilMs: number; end: () => void }>()
  const endWhere = (isOver: (untilMs: number) => boolean) => {
    for (const wait of waits) if (isOver(wait.untilMs)) wait.end()
  }
  return {
    within(promise, durationMs) {
      return new Promise((resolve, reject) => {
        const wait = {
          untilMs: nowMs() + durationMs,
          end: () => {
            waits.delete(wait)
            resolve('late')
          },
        }
        if (ended) return resolve('late')
        waits.add(wait)
        promise.then(resolve, reject).finally(() => waits.delete(wait))
      })
    },
    check: () => endWhere(untilMs => untilMs <= nowMs()),
    end() {
      ended = true
      endWhere(() => true)
    },
  }
}
