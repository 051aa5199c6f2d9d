import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { DayCard } from '../../../shared/contract/receptions.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { TellDialog, type Told, toldWayWords } from '../notices/tell-dialog.tsx'

/** The citizen was told of the time without the program (п. 2.4): the decision is taken by it. */
export function TellOfReception({ card, onClose }: { card: DayCard; onClose: () => void }) {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  const input = { receptionId: card.id }
  const mark = useMutation({
    mutationFn: ({ way, occurredLocal, whom }: Told) =>
      calls.applications.mark({
        ...{ ...input, kind: 'noticeSent', occurredLocal, channel: way === 'phone' ? 'phone' : 'hand' },
        note: way === 'phone' ? whom : `${toldWayWords[way]}. ${whom}`,
      }),
    onSuccess: terms => {
      queryClient.setQueryData(queries.applications.terms.queryKey({ input }), terms)
      void queryClient.invalidateQueries({ queryKey: queries.day.state.key() })
      onClose()
    },
  })
  return (
    <TellDialog
      about={`${card.shortName}, № ${card.journalNumber} в журнале: дата и время приёма, должностное лицо и ссылка (п. 2.4). Со следующего рабочего дня гражданин подтверждает участие (п. 2.5).`}
      phone={card.phone}
      pending={mark.isPending}
      error={mark.error}
      onTold={told => mark.mutate(told)}
      onClose={onClose}
    />
  )
}
