import { DatePicker } from '@mantine/dates'
import { russianCalendar } from '../../ui/russian-calendar.ts'

interface DayCalendarProps {
  /** Local date. */
  date: string
  onChoose: (date: string | null) => void
}

/** A month to choose a day from. */
export function DayCalendar({ date, onChoose }: DayCalendarProps) {
  return <DatePicker {...russianCalendar} defaultDate={date} value={date} onChange={onChoose} />
}
