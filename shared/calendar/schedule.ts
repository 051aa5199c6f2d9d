import * as z from 'zod'
import { minuteOf, shortenedByMinutes } from './work-spans.ts'

const Time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Время: чч:мм')

const Span = z
  .strictObject({ from: Time, to: Time })
  .refine(({ from, to }) => from < to, { message: 'Конец должен быть позже начала', path: ['to'] })

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
