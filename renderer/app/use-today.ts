import { localDate } from '../../shared/text/date-time.ts'
import { useTimeZone } from './desk.tsx'
import { useWorkstation } from './workstation-provider.tsx'

/** Local date of the body when this was drawn; a form that only begins with it is not drawn anew every second. */
export function useToday(): string {
  const { live } = useWorkstation()
  return localDate(live.get().nowMs ?? Date.now(), useTimeZone())
}
