import { clocksOf, type ReceptionClocks } from '../../../shared/reception/clocks.ts'
import { useNowMs } from '../../app/workstation-provider.tsx'
import { useSession } from './session-context.tsx'

/** Every clock of the open reception at the workstation's moment; null until that is known. */
export function useClocks(): ReceptionClocks | null {
  const { detail, limits } = useSession()
  const nowMs = useNowMs()
  return nowMs === null ? null : clocksOf(detail.card.state, nowMs, limits, detail.events)
}
