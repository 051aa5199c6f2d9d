import { useCallback, useEffect, useRef } from 'react'

/** How long a press may take to show that it is being answered, milliseconds; one that began nothing frees the button. */
const startMs = 250

/** Whoever enters something after a press means the next one. */
const meansAnother = ['input', 'change'] as const

/**
 * A lock between a press and the page's next picture: React shows that a call is pending only later, and a second press
 * until then would be a second call. Answers whether this press is the first; free again once the call is answered.
 */
export function useOnePress(pending: boolean): () => boolean {
  const taken = useRef(false)
  const isPending = useRef(pending)
  useEffect(() => {
    if (isPending.current && !pending) taken.current = false
    isPending.current = pending
  }, [pending])
  return useCallback(() => {
    if (taken.current || isPending.current) return false
    taken.current = true
    const entered = new AbortController()
    const free = () => {
      entered.abort()
      if (!isPending.current) taken.current = false
    }
    for (const kind of meansAnother) addEventListener(kind, free, { capture: true, signal: entered.signal })
    setTimeout(free, startMs)
    return true
  }, [])
}
