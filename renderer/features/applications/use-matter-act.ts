import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ApplicationMatter } from '../../../shared/contract/application-list.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'

/** An act on an application that answers with how it stands afterwards. */
export function useMatterAct<Input>(act: (input: Input) => Promise<ApplicationMatter>, onDone: () => void) {
  const { queries } = useWorkstation()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: matter => {
      const applicationId = matter.card.id
      queryClient.setQueryData(queries.applications.matter.queryKey({ input: { applicationId } }), matter)
      void queryClient.invalidateQueries({ queryKey: queries.applications.cases.key() })
      void queryClient.invalidateQueries({ queryKey: queries.applications.case.key() })
      onDone()
    },
  })
}
