import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PersonRights } from '../../../shared/contract/rights.ts'
import type { Calls } from '../../app/workstation.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'

/** One change of the requests of an application; the answer is what the dialog then shows. */
export function useRightsChange<Input>(
  applicationId: string,
  change: (calls: Calls, input: Input) => Promise<PersonRights>,
  onDone: () => void,
) {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => change(calls, input),
    onSuccess: rights => {
      queryClient.setQueryData(queries.rights.ofApplication.queryKey({ input: { applicationId } }), rights)
      void queryClient.invalidateQueries({ queryKey: queries.day.state.key() })
      onDone()
    },
  })
}
