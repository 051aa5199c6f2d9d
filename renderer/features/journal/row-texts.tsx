import { ActionIcon, Group, Stack, Text } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { CorrectableColumn, JournalEntry } from '../../../shared/contract/journal.ts'
import { formatLocalDate } from '../../../shared/text/date-time.ts'
import { ToneText } from '../../ui/tone-text.tsx'

interface RowTextsProps {
  entry: JournalEntry
  columns: readonly string[]
  /** The form that puts a column right, beginning with this text. */
  correction: (column: CorrectableColumn, initial: string, onClose: () => void) => ReactNode
}

/** The columns of Annex 1 as they stand, each with its way to a correction where the person may make one. */
export function RowTexts({ entry, columns, correction }: RowTextsProps) {
  const [correcting, setCorrecting] = useState<CorrectableColumn | null>(null)
  const { row, mayCorrect } = entry
  const fields: readonly (readonly [heading: number, text: string, column?: CorrectableColumn])[] = [
    [1, formatLocalDate(row.receivedOn)],
    [2, row.fullName, 'fullName'],
    [3, row.topic, 'topic'],
    [4, row.consideration],
    [5, row.specialistName, 'specialistName'],
    [6, row.result, 'result'],
  ]
  return (
    <Stack gap="xs">
      {fields.map(([heading, text, column]) => (
        <div key={heading}>
          <Group gap="xs" justify="space-between" wrap="nowrap">
            <Text size="xs" c="dimmed">
              {columns[heading]}
            </Text>
            {column && mayCorrect.includes(column) && (
              <ActionIcon
                variant="subtle"
                size="sm"
                aria-label={`Исправить: ${columns[heading]}`}
                onClick={() => setCorrecting(column)}
              >
                <IconPencil aria-hidden size="1.1em" />
              </ActionIcon>
            )}
          </Group>
          <Text>{text === '' ? '—' : text}</Text>
          {column && row.corrected.includes(column) && (
            <ToneText tone="info" size="xs" icon={IconPencil}>
              исправлено; записано впервые: {entry.written[column]}
            </ToneText>
          )}
          {column && correcting === column && correction(column, row[column], () => setCorrecting(null))}
        </div>
      ))}
    </Stack>
  )
}
