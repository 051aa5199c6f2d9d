import { Button, Paper, Stack, Text, Title } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { CorrectableColumn, JournalEntry } from '../../../shared/contract/journal.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { columnHeading } from './column-heading.ts'

interface CorrectionsProps {
  entry: JournalEntry
  columns: readonly string[]
  /** The form that puts a column right, beginning with an earlier text. */
  correction: (column: CorrectableColumn, initial: string, onClose: () => void) => ReactNode
}

/** Every correction of the row, the latest first: what stood there, what came in its place, who, when, why. */
export function Corrections({ entry, columns, correction }: CorrectionsProps) {
  const timeZone = useTimeZone()
  const [takenBack, setTakenBack] = useState<number | null>(null)
  return (
    <Stack gap="xs" component="section" aria-label="Исправления">
      <Title order={3} size="h5">
        Исправления
      </Title>
      {entry.corrections.length === 0 && (
        <Text c="dimmed">Строка не исправлялась: всё записано так, как было внесено впервые.</Text>
      )}
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
              onClick={() => setTakenBack(sequence)}
            >
              Вернуть прежний текст…
            </Button>
          )}
          {takenBack === sequence && correction(column, before, () => setTakenBack(null))}
        </Paper>
      ))}
    </Stack>
  )
}
