import { createContext, type RefObject, use } from 'react'
import type { ReceptionDetail } from '../../../shared/contract/receptions.ts'
import type { ManualSource, ReceptionAction } from '../../../shared/reception/event.ts'
import type { ReceptionLimits } from '../../../shared/regulation/limits.ts'
import type { ClosingDraft } from './note-text.ts'
import type { NoteState } from './use-note.ts'

/** What may stand over the session or in place of its step; the step's key is silent while one is open. */
export type SessionDialog =
  | 'interrupt'
  | 'fault'
  | 'finish'
  | 'help'
  | 'presence'
  | 'times'
  | 'emergency'
  | 'phrases'
  | 'secondEngine'

/** A fact entered later than it happened. */
export interface EnteredFact {
  readonly occurredAt: string
  readonly source: ManualSource
}

export interface SessionValue {
  readonly detail: ReceptionDetail
  readonly limits: ReceptionLimits
  /** Writes one event; the screen changes when the workstation has answered. Resolves to whether it was written. */
  act(action: ReceptionAction, entered?: EnteredFact): Promise<boolean>
  readonly acting: boolean
  /** Why the last act was not written; null after the next one that was. */
  readonly failure: unknown
  readonly dialog: SessionDialog | null
  showDialog(dialog: SessionDialog): void
  /** Closes this one; another that was opened since, while an answer was on its way, stays. */
  closeDialog(dialog: SessionDialog): void
  readonly note: string
  setNote(note: string): void
  readonly draft: ClosingDraft | null
  setDraft(draft: ClosingDraft | null): void
  readonly noteState: NoteState
  /** Puts words into the text of column 7 while its form is on the screen, to be undone there. */
  readonly resultText: RefObject<((words: string) => void) | null>
}

const SessionContext = createContext<SessionValue | null>(null)
export const SessionProvider = SessionContext

export function useSession(): SessionValue {
  const session = use(SessionContext)
  if (!session) throw new Error('SessionProvider is missing above this component')
  return session
}
