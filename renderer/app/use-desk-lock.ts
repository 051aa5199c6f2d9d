import { useEffect, useRef } from 'react'
import { isLockKey } from './lock-key.ts'
import { useDeskAct } from './use-desk-act.ts'
import { useWorkstation } from './workstation-provider.tsx'

/** Not more often than this does the page tell that somebody is there; whether it is too long ago is not its business. */
const touchEveryMs = 20_000

/** Ctrl+Alt+L covers the desk; keys and the mouse tell the workstation that somebody works here. */
export function useDeskLock(): void {
  const { calls } = useWorkstation()
  const touchedAtMs = useRef(Number.NEGATIVE_INFINITY)
  const { mutate } = useDeskAct('lock')

  useEffect(() => {
    const touch = (): void => {
      const nowMs = performance.now()
      if (nowMs - touchedAtMs.current < touchEveryMs) return
      touchedAtMs.current = nowMs
      // A cut is shown by the band; a refusal means that the desk is locked already.
      calls.accounts.touch().catch(() => undefined)
    }
    const onKey = (event: KeyboardEvent): void => {
      if (isLockKey(event)) {
        event.preventDefault()
        mutate()
      } else touch()
    }
    window.addEventListener('keydown', onKey)
    window.addEventListener('pointermove', touch, { passive: true })
    window.addEventListener('pointerdown', touch, { passive: true })
    return () => {
      window.removeEventListener('keydown', onKey)
      window.removeEventListener('pointermove', touch)
      window.removeEventListener('pointerdown', touch)
    }
  }, [calls, mutate])
}
