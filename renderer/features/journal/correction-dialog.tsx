import { Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type CorrectableColumn, correctionLimits, type JournalEntry } from '../../../shared/contract/journal.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultFields } from '../../ui/fault-hint.ts'
import { GrowingTextarea } from '../../ui/growing-textarea.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'

interface CorrectionDialogProps {
  entry: JournalEntry
  /** The opening of the row this is a part of. */
  viewId: string
  column: CorrectableColumn
  heading: string
  /** Text to begin with: what stands there, or an earlier one to go back to. */
  initial: string
  onClose: () => void
}

/** Puts one column right; what was written first is kept and shown beside. */
export function CorrectionDialog({ entry, viewId, column, heading, initial, onClose }: CorrectionDialogProps) {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  const [after, setAfter] = useState(initial)
  const { applicationId } = entry.row
  const before = entry.row[column]
  const correct = useMutation({
    mutationFn: (reason: string) =>
      calls.journal.correct({ applicationId, column, before, after: after.trim(), reason }),
    onSuccess: corrected => {
      queryClient.setQueryData(queries.journal.entry.queryKey({ input: { applicationId, viewId } }), corrected)
      onClose()
    },
  })
  return (
    <ReasonDialog
      title={`Исправить строку № ${entry.row.journalNumber}`}
      label="Причина исправления"
      button="Записать исправление"
      pending={correct.isPending}
      error={correct.error}
      blocked={after.trim() === '' || after.trim() === before}
      onSubmit={reason => correct.mutate(reason)}
      onClose={onClose}
    >
      <GrowingTextarea
        label={heading}
        description="Записанное раньше сохраняется в истории строки вместе с автором и причиной."
        required
        minRows={column === 'result' ? 4 : 1}
        maxRows={12}
        maxLength={correctionLimits.text}
        spellCheck={false}
        autoComplete="off"
        data-autofocus
        value={after}
        error={faultFields(correct.error).after}
        onChange={event => setAfter(event.currentTarget.value)}
      />
      {entry.written[column] !== before && (
        <Text size="sm">
          <Text span c="dimmed">
            Записано впервые:{' '}
          </Text>
          {entry.written[column]}
        </Text>
      )}
    </ReasonDialog>
  )
}
