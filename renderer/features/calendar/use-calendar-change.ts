import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CalendarState } from '../../../shared/contract/calendar.ts'
import type { Calls } from '../../app/workstation.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'

/** One change of the calendar; the answer is the calendar as it is now. */
export function useCalendarChange<Input>(
  change: (calls: Calls['calendar'], input: Input) => Promise<CalendarState>,
  onDone: () => void,
) {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => change(calls.calendar, input),
    onSuccess: state => {
      queryClient.setQueryData(queries.calendar.state.queryKey(), state)
      onDone()
    },
  })
}
