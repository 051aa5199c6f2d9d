import { createContext, type ReactNode, use, useSyncExternalStore } from 'react'
import type { LiveState, Workstation } from './workstation.ts'

const WorkstationContext = createContext<Workstation | null>(null)

/** Gives every screen the one workstation. */
export function WorkstationProvider({ workstation, children }: { workstation: Workstation; children: ReactNode }) {
  return <WorkstationContext value={workstation}>{children}</WorkstationContext>
}

export function useWorkstation(): Workstation {
  const workstation = use(WorkstationContext)
  if (!workstation) throw new Error('WorkstationProvider is missing above this component')
  return workstation
}

/** One value of the live state; the component is drawn again only when that value changes. */
export function useLive<Value extends string | number | boolean | object | null>(
  select: (state: LiveState) => Value,
): Value {
  const { live } = useWorkstation()
  return useSyncExternalStore(live.subscribe, () => select(live.get()))
}

/** Server time, epoch milliseconds, once a second; null until the first announcement. */
export const useNowMs = (): number | null => useLive(state => state.nowMs)
export const useRecorder = () => useLive(state => state.recorder)
export const useConnection = () => useLive(state => state.connection)
