import type { ReceptionAction } from '../../../shared/reception/event.ts'
import { useNowMs } from '../../app/workstation-provider.tsx'
import { useSession } from './session-context.tsx'
import { useClocks } from './use-clocks.ts'

/** The tick that can be taken back now; null when there is none. */
export function useUndo(): { action: ReceptionAction; secondsLeft: number; run(): void } | null {
  const { detail, act, limits } = useSession()
  const undo = useClocks()?.undo ?? null
  const nowMs = useNowMs()
  const target = detail.events.find(event => event.sequence === undo?.sequence)
  if (undo === null || nowMs === null || target === undefined) return null
  return {
    action: target.action,
    // The page hears of the time once a second: its clock may stand before the tick.
    secondsLeft: Math.max(0, Math.ceil(Math.min(limits.undoMs, undo.untilMs - nowMs) / 1000)),
    run: () => void act({ kind: 'tickUndone', sequence: undo.sequence }),
  }
}
