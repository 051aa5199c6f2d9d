import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReplyVerdict, WaitingReplies } from '../../../shared/contract/replies.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'

export interface Judgement {
  readonly verdict: ReplyVerdict
  readonly applicationId: string | null
  readonly note?: string
  /** Told by a person; null where the letter's own moment counts. */
  readonly receivedAt?: string | null
}

/** Writes what was decided of one answer; the list that comes back is shown at once. */
export function useJudgeReply(letterId: string, onDone: () => void) {
  const workstation = useWorkstation()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (judgement: Judgement) => workstation.calls.replies.judge({ letterId, ...judgement }),
    onSuccess: waiting => {
      showWaiting(queryClient, workstation, waiting)
      onDone()
    },
  })
}

/** Shows the list a judgement, or its undoing, came back with. */
export function showWaiting(
  queryClient: QueryClient,
  { queries }: Pick<ReturnType<typeof useWorkstation>, 'queries'>,
  waiting: WaitingReplies,
): void {
  queryClient.setQueryData(queries.replies.list.queryKey(), waiting)
  void queryClient.invalidateQueries({ queryKey: queries.day.state.key() })
  void queryClient.invalidateQueries({ queryKey: queries.applications.key() })
}
