import { Text } from '@mantine/core'
import { AnswerableKind, type AttentionItem } from '../../../shared/contract/day.ts'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { answerWords } from './attention-words.ts'
import { useAttentionWords } from './use-attention-words.ts'
import { useDayChange } from './use-day-change.ts'

interface AnswerDialogProps {
  item: AttentionItem
  /** Local date of the body. */
  today: string
  onClose: () => void
}

/** What was done about a thing that cannot be mended any more; the words stay with their author. */
export function AnswerDialog({ item, today, onClose }: AnswerDialogProps) {
  const answer = useDayChange(
    (calls, note: string) =>
      calls.day.answer({ kind: AnswerableKind.parse(item.kind), subjectId: item.subjectId ?? '', note }),
    onClose,
  )
  const wordsOf = useAttentionWords(today)
  const words = answerWords(item.kind)
  if (words === null) return null
  return (
    <ReasonDialog
      title={words.title}
      label={words.label}
      button="Записать"
      pending={answer.isPending}
      error={answer.error}
      onSubmit={note => answer.mutate(note)}
      onClose={onClose}
    >
      <Text>{wordsOf(item).text}</Text>
    </ReasonDialog>
  )
}
