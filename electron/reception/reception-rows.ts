import type { ReceptionEvent } from '../../shared/reception/event.ts'
import type { ReceptionStepName } from '../../shared/reception/state.ts'
import type { JournalOfReception } from './journal-of-reception.ts'

/** One reception as stored, without its state. */
export interface ReceptionRow {
  readonly id: string
  readonly applicationId: string
  readonly journalNumber: number
  readonly shortName: string
  readonly fullName: string
  readonly topic: string
  readonly phone: string
  readonly consentVideo: boolean
  readonly link: string | null
  readonly meetingNumber: string | null
  readonly specialistId: string
  readonly specialistName: string
  readonly appointedAt: string
  readonly recordingId: string | null
  readonly note: string
  readonly createdAt: string
}

/** The stored receptions, for those who hold, move or list them. */
export interface ReceptionRows {
  byId(receptionId: string): ReceptionRow | null
  /** In order of the appointed time, between two instants. */
  ofDay(localDate: string): readonly ReceptionRow[]
  events(receptionId: string): readonly ReceptionEvent[]
  /** Appends and updates the journal row in one transaction; `stale` when the sequence is taken. */
  append(
    receptionId: string,
    event: ReceptionEvent,
    journal: JournalOfReception,
    /** Joins the transaction; throws = nothing is written. */
    alongside?: () => void,
  ): 'appended' | 'stale'
  /** Receptions whose last known step is live (waiting … closing, fault). */
  openIds(): readonly string[]
  /** The step after the last event; null for an unknown reception. */
  stepOf(receptionId: string): ReceptionStepName | null
  /** Address of the application; null for an unknown reception. */
  addressOf(receptionId: string): string | null
  /**
   * Puts a note in place of `over`; `stale` where another one stands there. A colleague's words that go are a line of
   * the event log.
   */
  saveNote(
    receptionId: string,
    note: { readonly note: string; readonly over: string },
    authorId: string,
  ): 'saved' | 'stale'
  setLink(receptionId: string, link: { url: string; meetingNumber: string }): void
}
