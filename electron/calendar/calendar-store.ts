import { randomUUID } from 'node:crypto'
import type { LocalException } from '../../shared/calendar/local-exception.ts'
import { ProductionYear } from '../../shared/calendar/production-year.ts'
import { WorkSchedule } from '../../shared/calendar/schedule.ts'
import { shortName } from '../../shared/text/person-name.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'

/** Who decided something, when and on what document. */
export interface Decision {
  readonly authorName: string
  readonly at: string
  readonly basis: string
}

/** What the body decided of its working time: append-only, the last word counts. */
export interface CalendarStore {
  /** In the order they were decided. */
  exceptions(): readonly (LocalException & { readonly decision: Decision })[]
  /** The last import of each year. */
  importedYears(): readonly { readonly calendar: ProductionYear; readonly decision: Decision }[]
  /** null: nobody decided, the program's own holds. */
  schedule(): { readonly schedule: WorkSchedule; readonly decision: Decision } | null
  /** The others write the row and the line of the event log together, inside the caller's transaction if there is one. */
  addException(exception: LocalException, by: DecidedBy): void
  addImport(calendar: ProductionYear, by: DecidedBy): void
  setSchedule(schedule: WorkSchedule, by: DecidedBy): void
}

export interface DecidedBy {
  readonly authorId: string
  readonly basis: string
}

export interface CalendarStoreDeps {
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
}

interface DecidedRow {
  readonly full_name: string
  readonly at: string
  readonly basis: string
}

export function makeCalendarStore({ write, place, clock, eventLog }: CalendarStoreDeps): CalendarStore {
  // Through the writer: what has just been decided is counted with inside the same transaction.
  const exceptions = write.prepareRead<LocalException & DecidedRow>(`
    select date, kind, basis, decided_at as at, account.full_name from calendar_exception
      join account on account.id = author_id where calendar_exception.body_id = ? order by calendar_exception.rowid`)
  const imports = write.prepareRead<{ content: string } & DecidedRow>(`
    select content, basis, imported_at as at, account.full_name from imported_calendar
      join account on account.id = author_id
      where imported_calendar.rowid in
        (select max(rowid) from imported_calendar where body_id = ? group by year) order by year`)
  const schedule = write.prepareRead<{ content: string } & DecidedRow>(`
    select content, basis, decided_at as at, account.full_name from body_schedule
      join account on account.id = author_id where body_schedule.body_id = ? order by body_schedule.rowid desc limit 1`)
  const owner = () => ({ id: randomUUID(), body_id: place().bodyId, workplace_id: place().workplaceId })
  const now = () => new Date(clock.nowMs()).toISOString()
  const { build } = write

  function logged(
    authorId: string,
    kind: 'calendarExceptionDecided' | 'calendarImported' | 'scheduleChanged',
    insert: () => void,
  ): void {
    write.transaction(() => {
      insert()
      eventLog.append({ accountId: authorId, kind, objects: {}, result: 'done' })
    })
  }

  return {
    exceptions: () =>
      exceptions.all(place().bodyId).map(row => ({ date: row.date, kind: row.kind, decision: decisionOf(row) })),
    importedYears: () =>
      imports.all(place().bodyId).map(row => ({
        calendar: ProductionYear.parse(JSON.parse(row.content)),
        decision: decisionOf(row),
      })),
    schedule() {
      const row = schedule.first(place().bodyId)
      return row ? { schedule: WorkSchedule.parse(JSON.parse(row.content)), decision: decisionOf(row) } : null
    },
    addException: ({ date, kind }, { authorId, basis }) =>
      logged(authorId, 'calendarExceptionDecided', () =>
        write.run(
          build
            .insertInto('calendar_exception')
            .values({ ...owner(), date, kind, basis, author_id: authorId, decided_at: now() }),
        ),
      ),
    addImport: (calendar, { authorId, basis }) =>
      logged(authorId, 'calendarImported', () =>
        write.run(
          build.insertInto('imported_calendar').values({
            ...owner(),
            ...{ year: calendar.year, basis, content: JSON.stringify(calendar) },
            ...{ author_id: authorId, imported_at: now() },
          }),
        ),
      ),
    setSchedule: (hours, { authorId, basis }) =>
      logged(authorId, 'scheduleChanged', () =>
        write.run(
          build.insertInto('body_schedule').values({
            ...owner(),
            ...{ content: JSON.stringify(hours), basis, author_id: authorId, decided_at: now() },
          }),
        ),
      ),
  }
}

const decisionOf = ({ full_name, at, basis }: DecidedRow): Decision => ({ authorName: shortName(full_name), at, basis })
