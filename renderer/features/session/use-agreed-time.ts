import { useState } from 'react'
import { formatTime, localDate, localToInstant } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useNowMs } from '../../app/workstation-provider.tsx'

/** Another time as it is typed, local to the body; `instant` is null until it is a time to come. */
export interface AgreedTime {
  readonly date: string | null
  readonly time: string
  readonly instant: string | null
  /** What is wrong with what was typed, in words. */
  readonly problem: string | null
  setDate(date: string | null): void
  setTime(time: string): void
  clear(): void
}

/** The state of the fields of another time; `noted`: the instant that was agreed before, to begin with. */
export function useAgreedTime(noted: string | null = null): AgreedTime {
  const timeZone = useTimeZone()
  const nowMs = useNowMs()
  const [date, setDate] = useState<string | null>(noted === null ? null : localDate(noted, timeZone))
  const [time, setTime] = useState(noted === null ? '' : formatTime(noted, timeZone))
  const entered = date !== null && time !== ''
  const typed = entered ? localToInstant(`${date}T${time}`, timeZone) : null
  const past = typed !== null && nowMs !== null && Date.parse(typed) <= nowMs
  return {
    ...{ date, time, setDate, setTime },
    instant: past ? null : typed,
    problem: past ? 'Это время уже прошло' : entered && typed === null ? 'Такого времени нет' : null,
    clear() {
      setDate(null)
      setTime('')
    },
  }
}
