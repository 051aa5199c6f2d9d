import { Group } from '@mantine/core'
import { DayField } from './day-field.tsx'
import { TimeField } from './time-field.tsx'

interface WhenFieldsProps {
  date: string | null
  time: string
  onDate: (date: string | null) => void
  onTime: (time: string) => void
  dateLabel?: string
  error: string | undefined
}

/** Day and time of something that was. */
export function WhenFields({ date, time, onDate, onTime, dateLabel = 'Дата', error }: WhenFieldsProps) {
  return (
    <Group align="flex-start">
      <DayField label={dateLabel} required value={date} onChange={onDate} error={error} />
      <TimeField label="Время" required value={time} onChange={onTime} />
    </Group>
  )
}
