import { useEffect, useEffectEvent } from 'react'

/** Prints what was just drawn, once; `onPrinted` takes it off the page again when the printer has it. */
export function usePrintedOnce(onPrinted: () => void): void {
  const printed = useEffectEvent(onPrinted)
  useEffect(() => {
    const tell = (): void => printed()
    window.addEventListener('afterprint', tell, { once: true })
    window.print()
    return () => window.removeEventListener('afterprint', tell)
  }, [])
}
