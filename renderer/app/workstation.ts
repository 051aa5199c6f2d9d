import type { Client } from '@orpc/client'
import type { ClientRetryPluginContext } from '@orpc/client/plugins'
import type { ContractRouterClient } from '@orpc/contract'
import type { RouterUtils } from '@orpc/tanstack-query'
import type { Contract } from '../../shared/contract/contract.ts'
import type { Announcement, RecorderView } from '../../shared/contract/workplace.ts'
import type { DesktopBridge } from '../../shared/desktop/bridge.ts'

export type ContractClient = ContractRouterClient<Contract, ClientRetryPluginContext>

type ReplyValue<Answer> = Answer extends { ok: true; value: infer Value }
  ? Value
  : Answer extends { ok: false }
    ? never
    : Answer

/** The contract as pages call it: a reply arrives as its value, a refusal as a thrown FaultError. */
export type Unwrapped<T> =
  T extends Client<infer Context, infer Input, infer Output, infer Failure>
    ? Client<Context, Input, ReplyValue<Output>, Failure>
    : { [Name in keyof T]: Unwrapped<T[Name]> }

export type Calls = Unwrapped<ContractClient>

/** `lost` = was open and is being opened again. */
export type ConnectionState = 'connecting' | 'open' | 'lost'

/** What the workstation tells without being asked, as the screens draw it. */
export interface LiveState {
  readonly connection: ConnectionState
  /** Server time as epoch milliseconds; null until the first announcement. The page runs no clock of its own. */
  readonly nowMs: number | null
  readonly recorder: RecorderView | null
}

export interface LiveStore {
  get(): LiveState
  /** Returns its own undo. */
  subscribe(listener: () => void): () => void
  change(part: Partial<LiveState>): void
}

/** The workstation as every screen sees it; hosts differ only in who makes it. */
export interface Workstation {
  readonly calls: Calls
  /** The same calls as react-query options and keys. */
  readonly queries: RouterUtils<Calls>
  readonly live: LiveStore
  /** Follows the announcements until stopped, across cuts. `onResumed` runs when they flow again after a cut. */
  watch(listener: { onAnnouncement(announcement: Announcement): void; onResumed(): void }): () => void
  /** What only the desktop host can do; null in a browser. */
  readonly desktop: DesktopBridge | null
}
