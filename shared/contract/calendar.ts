import * as z from 'zod'
import { ExceptionKind, LocalException } from '../calendar/local-exception.ts'
import { ProductionYear } from '../calendar/production-year.ts'
import { longestCalendarFile } from '../calendar/read-calendar-file.ts'
import { WorkSchedule } from '../calendar/schedule.ts'
import { keptAsTyped, typedText } from '../text/text-schema.ts'
import { allowed } from './procedure.ts'
import { reply } from './reply.ts'

const Moment = z.iso.datetime({ offset: true })
const Basis = typedText().trim().min(1, 'Укажите документ-основание').max(300, 'Слишком длинно')

/** Who decided something, when and on what document. */
const Decision = z.strictObject({ authorName: z.string(), at: Moment, basis: z.string() })

export const LoadedYear = z.strictObject({
  calendar: ProductionYear,
  workingDays: z.int().positive(),
  /** null: it came with the program. */
  imported: Decision.nullable(),
})
export type LoadedYear = z.infer<typeof LoadedYear>

/** A local exception that is in force. */
export const CalendarException = z.strictObject({
  date: z.iso.date(),
  kind: ExceptionKind.exclude(['asCalendar']),
  decision: Decision,
})
export type CalendarException = z.infer<typeof CalendarException>

/** What the terms of a body are counted by. */
export const CalendarState = z.strictObject({
  timeZone: z.string(),
  today: z.iso.date(),
  /** In order. */
  years: z.array(LoadedYear),
  exceptions: z.array(CalendarException),
  schedule: WorkSchedule,
  /** null: the schedule is the one the program starts with. */
  scheduleDecision: Decision.nullable(),
})
export type CalendarState = z.infer<typeof CalendarState>

/** A term of an open application whose last day would become another one. By the number alone: no names here. */
export const TermShift = z.strictObject({
  journalNumber: z.int().positive(),
  termId: z.string(),
  termTitle: z.string(),
  legalBefore: z.iso.date(),
  legalAfter: z.iso.date(),
})
export type TermShift = z.infer<typeof TermShift>

/** What would change, before it is saved. */
export const ImportPreview = z.strictObject({
  calendar: ProductionYear,
  workingDays: z.int().positive(),
  /** Dates whose kind differs from the calendar of that year that is loaded now; null: none is loaded. */
  differences: z.array(z.iso.date()).nullable(),
  shifts: z.array(TermShift),
})
export type ImportPreview = z.infer<typeof ImportPreview>

/** A file of xmlcalendar.ru as its text, and the decree it rests on: the file names none. */
const CalendarFile = z.strictObject({
  text: keptAsTyped().max(longestCalendarFile + 1, 'Файл слишком велик для календаря'),
  basis: Basis,
})

const mayChange = () => allowed('administrator', 'head')
const NewException = LocalException.extend({ basis: Basis })

export const calendar = {
  state: allowed('specialist', 'head', 'administrator').output(reply(CalendarState)),
  /** Which terms would move; nothing is written. */
  previewException: mayChange()
    .input(LocalException)
    .output(reply(z.array(TermShift))),
  /** Also takes one back (`asCalendar`). Open terms are counted anew, each change with its trace. */
  decideException: mayChange().input(NewException).output(reply(CalendarState)),
  /** Reads the file and tells what it would change; nothing is written. */
  previewImport: mayChange().input(CalendarFile).output(reply(ImportPreview)),
  importYear: mayChange().input(CalendarFile).output(reply(CalendarState)),
  setSchedule: mayChange()
    .input(z.strictObject({ schedule: WorkSchedule, basis: Basis }))
    .output(reply(CalendarState)),
}
