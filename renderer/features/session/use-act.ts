import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReceptionDetail } from '../../../shared/contract/receptions.ts'
import { FaultError } from '../../../shared/contract/reply.ts'
import type { ManualSource, ReceptionAction } from '../../../shared/reception/event.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import type { EnteredFact } from './session-context.tsx'

interface Act {
  readonly action: ReceptionAction
  readonly occurredAt: string | null
  readonly source: ManualSource
}

/**
 * One step of the reception. Every act names the sequence the screen saw, so that a double press or an outdated page
 * writes nothing; after a refusal or a cut the reception is read again.
 */
export function useAct(detail: ReceptionDetail) {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  const receptionId = detail.card.id
  const queryKey = queries.receptions.detail.queryKey({ input: { receptionId } })
  const write = useMutation({
    mutationFn: ({ action, occurredAt, source }: Act) =>
      calls.receptions.act({
        receptionId,
        expectedSequence: detail.card.state.nextSequence,
        action,
        occurredAt,
        source,
      }),
    onSuccess: answer => {
      queryClient.setQueryData(queryKey, answer)
      void queryClient.invalidateQueries({ queryKey: queries.receptions.day.key() })
      void queryClient.invalidateQueries({ queryKey: queries.receptions.open.key() })
    },
    onError: error => {
      if (!(error instanceof FaultError) || error.fault.code === 'stale') {
        void queryClient.invalidateQueries({ queryKey })
      }
    },
  })
  return {
    act: async (action: ReceptionAction, entered?: EnteredFact): Promise<boolean> => {
      if (write.isPending) return false
      try {
        await write.mutateAsync({
          action,
          occurredAt: entered?.occurredAt ?? null,
          source: entered?.source ?? 'hand',
        })
        return true
      } catch {
        // Shown from write.error; the caller only needs to know that nothing was written.
        return false
      }
    },
    acting: write.isPending,
    failure: write.error,
  }
}
