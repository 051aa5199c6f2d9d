/** So many new pictures within this time are no repair any more: whoever waits for the next part would wait in vain. */
const mostRenewals = 3
const withinMs = 30_000

/** Tells a picture that was made anew and will do from one that dies again and again. */
export function makeRenewals(): { isRepair(nowMs: number): boolean } {
  let earlierMs: readonly number[] = []
  return {
    /** To be called at each renewal. */
    isRepair(nowMs) {
      earlierMs = [...earlierMs.filter(atMs => nowMs - atMs < withinMs), nowMs]
      return earlierMs.length <= mostRenewals
    },
  }
}
