import type { LogContradiction, LogGap } from '../../shared/contract/event-log.ts'

/** A line of the log as somebody outside the database remembers it. */
export interface LogAnchor {
  /** Of whatever remembers it. */
  readonly madeAt: string
  readonly sequence: number
  readonly hash: string
  readonly at: string
}

/** How a log that differs from an anchor differs from it. */
export type LogDifference =
  | ({ readonly kind: 'contradicts' } & Omit<LogContradiction, 'source'>)
  /** Explained by a line of the log itself. */
  | ({ readonly kind: 'restored' } & Omit<LogGap, 'source'>)

export interface RememberedLog<Anchor extends LogAnchor = LogAnchor> {
  readonly anchors: readonly Anchor[]
  readonly unsigned: number
  readonly notTrusted: number
  readonly folder: 'notSet' | 'notReadable' | null
}

/**
 * Who remembers the event log outside its database: the backups; an office server is to be another one. Whatever it
 * answers, the log is compared with it, never changed.
 */
export interface LogWitness<Anchor extends LogAnchor = LogAnchor> {
  remembered(): RememberedLog<Anchor>
  /** Asked only of an anchor the log does not agree with. */
  differenceFrom(anchor: Anchor): Promise<LogDifference>
}

/** Kinds that say that later lines were left behind: nothing else explains a log that lacks them. */
export const resetKinds = ['backupRestored', 'databaseWentOn'] as const
