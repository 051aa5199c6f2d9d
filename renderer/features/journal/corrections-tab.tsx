import { Button, Paper, Stack, Text } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import type { CorrectableColumn, JournalEntry } from '../../../shared/contract/journal.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { columnHeading } from './column-heading.ts'

interface CorrectionsTabProps {
  entry: JournalEntry
  columns: readonly string[]
  onTakeBack: (column: CorrectableColumn, text: string) => void
}

/** Every correction of the row, the latest first: what stood there, what came in its place, who, when, why. */
export function CorrectionsTab({ entry, columns, onTakeBack }: CorrectionsTabProps) {
  const timeZone = useTimeZone()
  if (entry.corrections.length === 0) {
    return <Text c="dimmed">Строка не исправлялась: всё записано так, как было внесено впервые.</Text>
  }
  return (
    <Stack gap="sm">
      {entry.corrections.toReversed().map(({ sequence, column, before, after, reason, authorName, correctedAt }) => (
        <Paper key={sequence} withBorder p="sm">
          <Text size="xs" c="dimmed">
            {columnHeading(columns, column)}
          </Text>
          <Text td="line-through">{before === '' ? '—' : before}</Text>
          <Text>{after}</Text>
          <Text size="sm">Причина: {reason}</Text>
          <Text size="xs" c="dimmed">
            {authorName} · {formatDateTime(correctedAt, timeZone)}
          </Text>
          {entry.mayCorrect.includes(column) && before !== '' && before !== entry.row[column] && (
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconArrowBackUp aria-hidden size="1.1em" />}
              onClick={() => onTakeBack(column, before)}
            >
              Вернуть прежний текст…
            </Button>
          )}
        </Paper>
      ))}
    </Stack>
  )
}
