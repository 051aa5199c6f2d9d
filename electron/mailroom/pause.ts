/** The waits of a loop: something may end them early, and the loop is closed in the middle of one. */
export interface Pause {
  /** Resolves when the time is over, or when it is woken; at once after `close`. Keeps no process alive. */
  wait(ms: number): Promise<void>
  /** Ends the wait that goes on now, if any. */
  wake(): void
  /** Ends the wait; there is no other one. */
  close(): void
  isClosed(): boolean
}

export function makePause(): Pause {
  let closed = false
  let wake: () => void = () => undefined
  return {
    wait: ms =>
      new Promise(resolve => {
        if (closed) return resolve()
        const timer = setTimeout(resolve, ms)
        timer.unref()
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      }),
    wake: () => wake(),
    isClosed: () => closed,
    close() {
      closed = true
      wake()
    },
  }
}
