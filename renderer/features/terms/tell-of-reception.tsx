import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { DayCard } from '../../../shared/contract/receptions.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { TellDialog, type Told, toldWayWords } from '../notices/tell-dialog.tsx'

interface TellOfReceptionProps {
  card: DayCard
  kind: keyof typeof whatWasDue
  onClose: () => void
}

/** The citizen was told without the program: of the time (п. 2.4), by which the decision is taken, or of the cancellation. */
export function TellOfReception({ card, kind, onClose }: TellOfReceptionProps) {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  const input = { receptionId: card.id }
  const mark = useMutation({
    mutationFn: ({ way, occurredLocal, whom }: Told) =>
      calls.applications.mark({
        ...{ ...input, kind, occurredLocal, channel: way === 'phone' ? 'phone' : 'hand' },
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
      about={`${card.shortName}, № ${card.journalNumber} в журнале: ${whatWasDue[kind]}`}
      phone={card.phone}
      pending={mark.isPending}
      error={mark.error}
      onTold={told => mark.mutate(told)}
      onClose={onClose}
    />
  )
}

const whatWasDue = {
  noticeSent:
    'дата и время приёма, должностное лицо и ссылка (п. 2.4). Со следующего рабочего дня гражданин подтверждает участие (п. 2.5).',
  cancellationTold: 'приём отменён, так как участие не подтверждено в срок (п. 2.6); можно обратиться снова (п. 2.8).',
} as const
