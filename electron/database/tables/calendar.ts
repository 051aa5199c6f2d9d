import type { ExceptionKind } from '../../../shared/calendar/local-exception.ts'

/** Append-only; the last word about a day counts. */
export interface CalendarExceptionTable {
  id: string
  body_id: string
  workplace_id: string
  date: string
  kind: ExceptionKind
  basis: string
  author_id: string
  decided_at: string
}

/** Append-only; the last import of a year counts. */
export interface ImportedCalendarTable {
  id: string
  body_id: string
  workplace_id: string
  year: number
  basis: string
  /** JSON of ProductionYear. */
  content: string
  author_id: string
  imported_at: string
}

/** Append-only; the last one counts. */
export interface BodyScheduleTable {
  id: string
  body_id: string
  workplace_id: string
  /** JSON of WorkSchedule. */
  content: string
  basis: string
  author_id: string
  decided_at: string
}

/** A term of an open application that another calendar moved; append-only. */
export interface TermChangeTable {
  id: string
  body_id: string
  workplace_id: string
  application_id: string
  term_id: string
  legal_before: string
  legal_after: string
  basis: string
  author_id: string
  changed_at: string
}

/** Tables of the working calendar, by name. */
export interface CalendarTables {
  calendar_exception: CalendarExceptionTable
  imported_calendar: ImportedCalendarTable
  body_schedule: BodyScheduleTable
  term_change: TermChangeTable
}
