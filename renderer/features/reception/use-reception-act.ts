import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { DayCard } from '../../../shared/contract/receptions.ts'
import type { ReceptionAction } from '../../../shared/reception/event.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'

/** One event of a reception written from the day's list, by the state the list showed. */
export function useReceptionAct(card: DayCard, onWritten: () => void) {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (action: ReceptionAction) =>
      calls.receptions.act({
        ...{ receptionId: card.id, expectedSequence: card.state.nextSequence, action },
        ...{ occurredAt: null, source: 'hand' },
      }),
    onSuccess: answer => {
      queryClient.setQueryData(queries.receptions.detail.queryKey({ input: { receptionId: card.id } }), answer)
      onWritten()
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: queries.receptions.day.key() }),
  })
}
