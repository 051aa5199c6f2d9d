import { Group } from '@mantine/core'
import { useState } from 'react'
import { DayField } from '../../ui/day-field.tsx'
import { TimeField } from '../../ui/time-field.tsx'

interface HandTimeProps {
  /** Local date and time; null until both are there. */
  onChange: (local: string | null) => void
  error: string | undefined
}

/** A time outside of the grid; the same rules judge it. */
export function HandTime({ onChange, error }: HandTimeProps) {
  const [date, setDate] = useState<string | null>(null)
  const [time, setTime] = useState('')
  const tell = (day: string | null, hour: string) => onChange(day === null || hour === '' ? null : `${day}T${hour}`)
  return (
    <Group grow align="flex-start">
      <DayField
        label="Дата приёма"
        required
        value={date}
        error={error}
        onChange={day => {
          setDate(day)
          tell(day, time)
        }}
      />
      <TimeField
        label="Время приёма (местное)"
        required
        value={time}
        onChange={hour => {
          setTime(hour)
          tell(date, hour)
        }}
      />
    </Group>
  )
}
