import { Paper, Stack, Text } from '@mantine/core'

interface LetterTextProps {
  subject: string
  text: string
  hasCalendar: boolean
  attachmentNames?: readonly string[]
}

/** A letter as the citizen reads it. */
export function LetterText({ subject, text, hasCalendar, attachmentNames = [] }: LetterTextProps) {
  const files = [...(hasCalendar ? ['priem.ics (запись в календарь)'] : []), ...attachmentNames]
  return (
    <Paper withBorder p="md" component="article" aria-label="Письмо">
      <Stack gap="xs">
        <Text fw={600}>{subject}</Text>
        <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text.trim()}</Text>
        {files.length > 0 && (
          <Text size="sm" c="dimmed">
            Вложения: {files.join(', ')}
          </Text>
        )}
      </Stack>
    </Paper>
  )
}
