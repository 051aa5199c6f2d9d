import type { WorkSchedule } from '../../../shared/calendar/schedule.ts'

/** The form's hours: empty texts where nobody works. */
export interface ScheduleValues {
  readonly days: readonly { readonly from: string; readonly to: string }[]
  readonly lunchFrom: string
  readonly lunchTo: string
}

export const weekdayNames = ['Понедельник', 'Вторник', 'Среда', 'Четверг', 'Пятница', 'Суббота', 'Воскресенье'] as const

/** A schedule as its form begins. */
export const scheduleValues = ({ weekdays, lunch }: WorkSchedule): ScheduleValues => ({
  days: weekdays.map(day => day ?? { from: '', to: '' }),
  lunchFrom: lunch?.from ?? '',
  lunchTo: lunch?.to ?? '',
})

/** What the form says; a day with one time alone stays half and is refused by the schema. */
export const toSchedule = ({ days, lunchFrom, lunchTo }: ScheduleValues): WorkSchedule => ({
  weekdays: days.map(spanOf),
  lunch: spanOf({ from: lunchFrom, to: lunchTo }),
})

const spanOf = ({ from, to }: { from: string; to: string }) => (from === '' && to === '' ? null : { from, to })
