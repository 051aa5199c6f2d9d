import type { DatePickerProps } from '@mantine/dates'
import dayjs from 'dayjs'
import 'dayjs/locale/ru'
import customParseFormat from 'dayjs/plugin/customParseFormat'

// Mantine's dates speak through dayjs.
dayjs.extend(customParseFormat)
dayjs.locale('ru')

/** What every calendar of ours is given; no provider stands above the pages, for most of them show no calendar at first. */
export const russianCalendar: Pick<DatePickerProps, 'locale' | 'firstDayOfWeek' | 'weekendDays' | 'ariaLabels'> = {
  locale: 'ru',
  firstDayOfWeek: 1,
  weekendDays: [0, 6],
  ariaLabels: {
    nextDecade: 'Следующие десять лет',
    previousDecade: 'Предыдущие десять лет',
    nextYear: 'Следующий год',
    previousYear: 'Предыдущий год',
    nextMonth: 'Следующий месяц',
    previousMonth: 'Предыдущий месяц',
  },
}
