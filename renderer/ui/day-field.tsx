import { DateInput, type DateInputProps } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { useState } from 'react'
import { Temporal } from 'temporal-polyfill'
import { type DatePurpose, readRussianDate } from '../../shared/text/russian-date.ts'
import { russianCalendar } from './russian-calendar.ts'

interface DayFieldProps extends DateInputProps {
  /** What a year of two figures means. */
  purpose?: DatePurpose
}

/**
 * A day typed as people type it (`readRussianDate`) or chosen; the value is an ISO date or null. What cannot be read stays
 * as typed with an error, and the form of a fact waits for it (`FactForm`).
 */
export function DayField({ purpose = 'any', onChange, onBlur, error, ...props }: DayFieldProps) {
  const today = Temporal.Now.plainDateISO().toString()
  const [typed, setTyped] = useState('')
  const [isLeft, setLeft] = useState(false)
  const reading = typed.trim() === '' ? null : readRussianDate(typed, { purpose, today })
  const problem = reading?.ok === false ? reading.problem : null
  return (
    <DateInput
      {...russianCalendar}
      valueFormat="DD.MM.YYYY"
      placeholder="ДД.ММ.ГГГГ"
      dateParser={text => {
        const read = readRussianDate(text, { purpose, today })
        return read.ok ? read.date : null
      }}
      autoComplete="off"
      leftSection={<IconCalendar aria-hidden size="1.1em" />}
      {...props}
      // What was not understood is neither put right nor replaced by the day before it.
      fixOnBlur={problem === null}
      data-unread-day={problem === null ? undefined : true}
      error={(isLeft && problem) || error}
      onInput={event => {
        const text = event.currentTarget.value
        setTyped(text)
        setLeft(false)
        if (text.trim() !== '' && !readRussianDate(text, { purpose, today }).ok) onChange?.(null)
      }}
      onBlur={event => {
        setLeft(true)
        onBlur?.(event)
      }}
      onChange={day => {
        if (day !== null) setTyped('')
        onChange?.(day)
      }}
    />
  )
}
