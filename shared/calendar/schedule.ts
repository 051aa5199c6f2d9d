import * as z from 'zod'

const Time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Время: чч:мм')

const Span = z
  .strictObject({ from: Time, to: Time })
  .refine(({ from, to }) => from < to, { message: 'Конец должен быть позже начала', path: ['to'] })

/** Minutes by which a pre-holiday day is shorter (ст. 95 ТК). */
export const shortenedByMinutes = 60

/** The working hours of a body, Monday first; null = nobody works on that weekday. */
export const WorkSchedule = z
  .strictObject({
    weekdays: z.array(Span.nullable()).length(7),
    /** The same every day; null = none. */
    lunch: Span.nullable(),
  })
  .refine(({ weekdays }) => weekdays.slice(0, 5).some(day => day !== null), 'Укажите хотя бы один рабочий день')
  .refine(
    ({ weekdays }) => weekdays.every(day => day === null || minuteOf(day.to) - minuteOf(day.from) > shortenedByMinutes),
    'Рабочий день должен быть длиннее часа',
  )
export type WorkSchedule = z.infer<typeof WorkSchedule>

const ordinary = { from: '09:00', to: '18:00' }

/** Until the body says otherwise: the hours of order № 003 of the same family, lunch from 13 to 14. */
export const defaultSchedule: WorkSchedule = {
  weekdays: [ordinary, ordinary, ordinary, ordinary, { from: '09:00', to: '16:45' }, null, null],
  lunch: { from: '13:00', to: '14:00' },
}

/** Minutes since midnight; NaN of what is no time, which the schema then refuses in words. */
export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3) || Number.NaN)

/** A stretch of work inside one day, minutes since midnight. */
export interface WorkSpan {
  readonly fromMinute: number
  readonly toMinute: number
}

/** When work goes on upon a day with these hours, the lunch left out. */
export function workSpans(
  schedule: WorkSchedule,
  weekday: number,
  { shortened }: { shortened: boolean },
): readonly WorkSpan[] {
  const hours = schedule.weekdays[weekday - 1] ?? null
  if (hours === null) return []
  const fromMinute = minuteOf(hours.from)
  const toMinute = minuteOf(hours.to) - (shortened ? shortenedByMinutes : 0)
  const lunch = schedule.lunch
  const parts = lunch === null ? [] : [minuteOf(lunch.from), minuteOf(lunch.to)]
  const [lunchFrom = toMinute, lunchTo = toMinute] = parts
  return [
    { fromMinute, toMinute: Math.min(toMinute, Math.max(fromMinute, lunchFrom)) },
    { fromMinute: Math.max(fromMinute, lunchTo), toMinute },
  ].filter(span => span.fromMinute < span.toMinute)
}
