import type { ExceptionKind } from '../../shared/calendar/local-exception.ts'

/** What a body decides of a day, in words. */
export const exceptionWords: Readonly<Record<ExceptionKind, string>> = {
  off: 'Выходной',
  short: 'Сокращённый день',
  working: 'Рабочий день',
  asCalendar: 'Как в производственном календаре',
}
