import { createContext, type ReactNode, use } from 'react'
import type { Session } from '../../shared/contract/accounts.ts'
import type { Capabilities } from '../../shared/contract/workplace.ts'
import { type Host, hostOf } from '../../shared/desktop/host.ts'
import type { Regulation } from '../../shared/regulation/regulation.ts'

/** Who sits at which workplace, under which regulation: known once the gate let the person in. */
export interface Desk {
  readonly session: Session
  readonly regulation: Regulation
  readonly can: Capabilities
  readonly demonstration: boolean
  /** Stand-in for the Telemost room, opened instead of the link in the demonstration. */
  readonly demonstrationRoomUrl: string | null
  readonly version: string
}

const DeskContext = createContext<Desk | null>(null)

export function DeskProvider({ desk, children }: { desk: Desk; children: ReactNode }) {
  return <DeskContext value={desk}>{children}</DeskContext>
}

export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (!desk) throw new Error('DeskProvider is missing above this component')
  return desk
}

/** IANA zone of the body: every date and time on screen is local to it. */
export const useTimeZone = (): string => useDesk().session.body.timeZone
/** For words that name what only one host has. */
export const useHost = (): Host => hostOf(useDesk().can)
export const useRegulation = (): Regulation => useDesk().regulation
