import { TimePicker, type TimePickerProps } from '@mantine/dates'

/** A time of day, чч:мм; the value is «09:00» or empty. */
export function TimeField(props: TimePickerProps) {
  return (
    <TimePicker
      hoursInputLabel="Часы"
      minutesInputLabel="Минуты"
      hoursPlaceholder="––"
      minutesPlaceholder="––"
      {...props}
    />
  )
}
