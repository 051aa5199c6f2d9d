import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Phrase } from '../../../shared/contract/phrases.ts'
import type { Calls } from '../../app/workstation.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'

/** The caller's phrases, and one way to change them: every answer is the list as it is now. */
export function usePhrases() {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  const list = useQuery(queries.phrases.list.queryOptions())
  const change = useMutation({
    mutationFn: (act: (phrases: Calls['phrases']) => Promise<Phrase[]>) => act(calls.phrases),
    onSuccess: phrases => queryClient.setQueryData(queries.phrases.list.queryKey(), phrases),
    onError: () => queryClient.invalidateQueries({ queryKey: queries.phrases.list.key() }),
  })
  return { list, change }
}
