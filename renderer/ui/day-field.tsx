import { DateInput, type DateInputProps } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'

/** A day typed as ДД.ММ.ГГГГ or chosen; the value is an ISO date or null. */
export function DayField(props: DateInputProps) {
  return (
    <DateInput
      valueFormat="DD.MM.YYYY"
      placeholder="ДД.ММ.ГГГГ"
      autoComplete="off"
      leftSection={<IconCalendar aria-hidden size="1.1em" />}
      ariaLabels={{
        nextDecade: 'Следующие десять лет',
        previousDecade: 'Предыдущие десять лет',
        nextYear: 'Следующий год',
        previousYear: 'Предыдущий год',
        nextMonth: 'Следующий месяц',
        previousMonth: 'Предыдущий месяц',
      }}
      {...props}
    />
  )
}
