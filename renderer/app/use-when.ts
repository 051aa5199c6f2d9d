import { useState } from 'react'
import { formatTime, localDate } from '../../shared/text/date-time.ts'
import { useTimeZone } from './desk.tsx'
import { useWorkstation } from './workstation-provider.tsx'

/** When something was, as it is entered: now, unless another time is. `fields` are for `WhenFields`. */
export function useWhen() {
  const { live } = useWorkstation()
  const timeZone = useTimeZone()
  const [nowMs] = useState(() => live.get().nowMs ?? Date.now())
  const [date, setDate] = useState<string | null>(() => localDate(nowMs, timeZone))
  const [time, setTime] = useState(() => formatTime(nowMs, timeZone))
  return {
    /** Local date and time of the body, «2026-11-25T10:00»; null while one of the two is missing. */
    local: date === null || time === '' ? null : `${date}T${time}`,
    fields: { date, time, onDate: setDate, onTime: setTime },
  }
}
