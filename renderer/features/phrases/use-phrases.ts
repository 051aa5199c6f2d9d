import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
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

/** The directory of topics, and the one the open reception is about; null where none is open, or nobody knows. */
export function useTopics() {
  const { queries } = useWorkstation()
  const { receptionId } = useParams({ strict: false })
  const topics = useQuery(queries.applications.topics.queryOptions()).data ?? []
  const own = useQuery({
    ...queries.phrases.topicOf.queryOptions({ input: { receptionId: receptionId ?? '' } }),
    enabled: receptionId !== undefined,
  })
  return { topics, topic: topics.find(({ id }) => id === own.data?.topicId) ?? null }
}
