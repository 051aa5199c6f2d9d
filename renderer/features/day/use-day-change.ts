import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { DayState } from '../../../shared/contract/day.ts'
import type { Calls } from '../../app/workstation.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'

/** One change of the day; the answer is the day as it is now. */
export function useDayChange<Input>(change: (calls: Calls, input: Input) => Promise<DayState>, onDone: () => void) {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  const queryKey = queries.day.state.queryKey()
  return useMutation({
    mutationFn: (input: Input) => change(calls, input),
    onSuccess: state => {
      queryClient.setQueryData(queryKey, state)
      onDone()
    },
    onError: () => queryClient.invalidateQueries({ queryKey }),
  })
}
