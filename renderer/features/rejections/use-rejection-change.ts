import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Rejection } from '../../../shared/contract/rejections.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'

/** An act on a rejection; the answer is what the screen shows from then on. */
export function useRejectionChange<Input>(act: (input: Input) => Promise<Rejection>, onDone?: () => void) {
  const { queries } = useWorkstation()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: changed => {
      const { applicationId } = changed
      queryClient.setQueryData(queries.rejections.ofApplication.queryKey({ input: { applicationId } }), changed)
      void queryClient.invalidateQueries({ queryKey: queries.applications.key() })
      onDone?.()
    },
  })
}
