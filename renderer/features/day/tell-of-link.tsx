import { useQuery } from '@tanstack/react-query'
import type { AttentionItem } from '../../../shared/contract/day.ts'
import { formatLocalDate } from '../../../shared/text/date-time.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { TellDialog, type Told, toldWayWords } from '../notices/tell-dialog.tsx'
import { useAttentionWords } from './use-attention-words.ts'
import { useDayChange } from './use-day-change.ts'

interface TellOfLinkProps {
  item: AttentionItem
  receptionId: string
  /** Local date of the body. */
  today: string
  onClose: () => void
}

/** The new link was told to the citizen (п. 2.4): the words stay with their author. */
export function TellOfLink({ item, receptionId, today, onClose }: TellOfLinkProps) {
  const { queries } = useWorkstation()
  const detail = useQuery(queries.receptions.detail.queryOptions({ input: { receptionId } }))
  const answer = useDayChange(
    (calls, told: Told) =>
      calls.day.answer({ kind: 'linkChanged', subjectId: item.subjectId ?? receptionId, note: noteOf(told) }),
    onClose,
  )
  return (
    <TellDialog
      about={useAttentionWords(today)(item).text}
      phone={detail.data?.card.phone}
      pending={answer.isPending}
      error={answer.error}
      onTold={told => answer.mutate(told)}
      onClose={onClose}
    />
  )
}

function noteOf({ way, occurredLocal, whom }: Told): string {
  const [date = '', time = ''] = occurredLocal.split('T')
  // The contract holds 500 characters.
  return `${toldWayWords[way]}, ${formatLocalDate(date)} ${time}. ${whom}`.slice(0, 500)
}
