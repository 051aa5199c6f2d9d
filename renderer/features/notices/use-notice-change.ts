import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Calls } from '../../app/workstation.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'

/** One act upon notices; every list of them is asked anew. */
export function useNoticeChange<Input, Output>(
  act: (calls: Calls['notices'], input: Input) => Promise<Output>,
  onDone: (output: Output) => void = () => undefined,
) {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => act(calls.notices, input),
    onSuccess: output => {
      void queryClient.invalidateQueries({ queryKey: queries.notices.key() })
      void queryClient.invalidateQueries({ queryKey: queries.day.state.key() })
      onDone(output)
    },
  })
}
