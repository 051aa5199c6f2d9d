import { useRef } from 'react'

/**
 * Runs one piece of work at a time: a press that comes while the last one is on its way does nothing and answers null.
 * Known at once, not with the next drawing: two clicks of one double click see the same screen.
 */
export function useOneAtATime(): <Result>(work: () => Promise<Result>) => Promise<Result | null> {
  const isBusy = useRef(false)
  return async work => {
    if (isBusy.current) return null
    isBusy.current = true
    try {
      return await work()
    } finally {
      isBusy.current = false
    }
  }
}
