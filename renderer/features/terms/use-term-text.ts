import type { Term } from '../../../shared/calendar/term.ts'
import type { TermState } from '../../../shared/calendar/term-state.ts'
import { termStateText } from '../../../shared/calendar/term-text.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useLive } from '../../app/workstation-provider.tsx'

/** Where a term stands in words, by the workstation's clock to the minute. */
export function useTermText(): (term: Term, state: TermState) => string {
  const timeZone = useTimeZone()
  const minute = useLive(({ nowMs }) => (nowMs === null ? null : Math.floor(nowMs / 60_000)))
  return (term, state) => termStateText(term, state, { timeZone, nowMs: (minute ?? 0) * 60_000 })
}
