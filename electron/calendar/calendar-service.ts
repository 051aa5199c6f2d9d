import { daysOfYear } from '../../shared/calendar/days-of-year.ts'
import type { LocalException } from '../../shared/calendar/local-exception.ts'
import { type ProductionYear, workingDaysOf } from '../../shared/calendar/production-year.ts'
import { readCalendarFile } from '../../shared/calendar/read-calendar-file.ts'
import { defaultSchedule, type WorkSchedule } from '../../shared/calendar/schedule.ts'
import type { Term } from '../../shared/calendar/term.ts'
import { makeWorkingCalendar, missingYearText } from '../../shared/calendar/working-calendar.ts'
import type { Session } from '../../shared/contract/accounts.ts'
import type { CalendarException, CalendarState, ImportPreview, TermShift } from '../../shared/contract/calendar.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import { localDate } from '../../shared/text/date-time.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { WriteDb } from '../database/handles.ts'
import { shiftsBetween } from '../terms/shifts.ts'
import type { Shift, TermStore } from '../terms/term-store.ts'
import type { CalendarStore, DecidedBy } from './calendar-store.ts'
import type { CalendarChange, WorkingTime } from './working-time.ts'

export interface CalendarServiceDeps {
  readonly store: CalendarStore
  readonly workingTime: WorkingTime
  readonly terms: readonly Term[]
  readonly termStore: Pick<TermStore, 'open' | 'addChanges'>
  readonly write: Pick<WriteDb, 'transaction'>
  readonly place: () => Place
  readonly announce: (announcement: Announcement) => void
  readonly clock: Clock
}

/** What terms are counted by, and every way to change it: what it moves is told first and written down after. */
export interface CalendarService {
  state(): Reply<CalendarState>
  previewException(exception: LocalException): Reply<TermShift[]>
  decideException(who: Session, request: LocalException & { basis: string }): Reply<CalendarState>
  previewImport(file: CalendarFile): Reply<ImportPreview>
  importYear(who: Session, file: CalendarFile): Reply<CalendarState>
  setSchedule(who: Session, request: { schedule: WorkSchedule; basis: string }): Reply<CalendarState>
}

interface CalendarFile {
  readonly text: string
  readonly basis: string
}

export function makeCalendarService(deps: CalendarServiceDeps): CalendarService {
  const { store, workingTime, clock, place } = deps

  const shiftsOf = (change: CalendarChange): readonly Shift[] =>
    shiftsBetween(deps.termStore.open(), deps.terms, {
      before: workingTime.current(),
      after: workingTime.with(change),
    })

  /** The decision and the trace of every term it moves, or nothing. */
  function decide(by: DecidedBy, change: CalendarChange, save: () => void): Reply<CalendarState> {
    deps.write.transaction(() => {
      const shifts = shiftsOf(change)
      save()
      deps.termStore.addChanges(shifts, by)
    })
    workingTime.forget()
    deps.announce({ kind: 'calendarChanged' })
    return state()
  }

  function state(): Reply<CalendarState> {
    const { timeZone } = place()
    const imported = new Map(store.importedYears().map(({ calendar, decision }) => [calendar.year, decision]))
    const schedule = store.schedule()
    return done({
      timeZone,
      today: localDate(clock.nowMs(), timeZone),
      years: workingTime.years().map(calendar => ({
        calendar,
        workingDays: workingDaysOf(calendar),
        imported: imported.get(calendar.year) ?? null,
      })),
      exceptions: inForce(store.exceptions()),
      schedule: schedule?.schedule ?? defaultSchedule,
      scheduleDecision: schedule?.decision ?? null,
    })
  }

  /** Russian, or null where the day can be decided upon. */
  function wrongDay({ date, kind }: LocalException): string | null {
    const year = Number(date.slice(0, 4))
    if (!workingTime.years().some(loaded => loaded.year === year)) return `Сначала загрузите: ${missingYearText(year)}`
    const decided = inForce(store.exceptions()).some(exception => exception.date === date)
    if (kind === 'asCalendar') return decided ? null : 'Решения об этом дне нет'
    const now = workingTime.current().kindOf(date)
    return now === sameAs[kind] ? 'Этот день уже такой' : null
  }

  return {
    state,
    previewException(exception) {
      const wrong = wrongDay(exception)
      return wrong === null ? done(shiftsOf({ exception }).map(shown)) : refused('badInput', unchanged, { date: wrong })
    },
    decideException(who, { basis, ...exception }) {
      const wrong = wrongDay(exception)
      if (wrong !== null) return refused('badInput', unchanged, { date: wrong })
      const by = { authorId: who.account.id, basis }
      return decide(by, { exception }, () => store.addException(exception, by))
    },
    previewImport(file) {
      const reading = readCalendarFile(file.text, file.basis)
      if (!reading.ok) return notImported(reading.message)
      const loaded = workingTime.years().find(({ year }) => year === reading.year.year)
      return done({
        calendar: reading.year,
        workingDays: workingDaysOf(reading.year),
        differences: loaded ? differences(loaded, reading.year) : null,
        shifts: shiftsOf({ year: reading.year }).map(shown),
      })
    },
    importYear(who, file) {
      const reading = readCalendarFile(file.text, file.basis)
      if (!reading.ok) return notImported(reading.message)
      const by = { authorId: who.account.id, basis: file.basis }
      return decide(by, { year: reading.year }, () => store.addImport(reading.year, by))
    },
    setSchedule(who, { schedule, basis }) {
      const by = { authorId: who.account.id, basis }
      return decide(by, { schedule }, () => store.setSchedule(schedule, by))
    },
  }
}

const unchanged = 'Проверьте выделенные поля. Календарь не изменён.'
const sameAs = { off: 'off', short: 'shortened', working: 'working' } as const

const notImported = (message: string) =>
  refused('importRefused', `Файл не принят: ${message}. Календарь не изменён. Скачайте файл с xmlcalendar.ru заново.`)

const shown = ({ applicationId: _application, ...shift }: Shift): TermShift => shift

/** The last word about each day, those taken back left out; by date. */
function inForce(decided: ReturnType<CalendarStore['exceptions']>): CalendarException[] {
  const last = new Map(decided.map(exception => [exception.date, exception]))
  return [...last.values()]
    .flatMap(({ kind, ...rest }) => (kind === 'asCalendar' ? [] : [{ ...rest, kind }]))
    .sort((one, other) => one.date.localeCompare(other.date))
}

/** Dates that are another kind of day in the other calendar of the same year. */
function differences(one: ProductionYear, other: ProductionYear): string[] {
  const common = { exceptions: [], schedule: defaultSchedule, timeZone: 'UTC' }
  const [was, is] = [one, other].map(year => makeWorkingCalendar({ ...common, years: [year] }))
  return daysOfYear(one.year)
    .map(({ date }) => date)
    .filter(date => was?.kindOf(date) !== is?.kindOf(date))
}
