import { Paper, Text } from '@mantine/core'

/** The words of a letter as they are: plain text, nothing of it is run or fetched. */
export function ReplyLetter({ words }: { words: string }) {
  if (words === '') {
    return (
      <Text size="sm" c="dimmed">
        Своих слов гражданина в письме нет.
      </Text>
    )
  }
  return (
    // A long one is scrolled, by the keyboard too.
    <Paper
      withBorder
      component="section"
      aria-label="Слова гражданина"
      tabIndex={0}
      p="xs"
      mah="10rem"
      style={{ overflowY: 'auto', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
    >
      <Text component="blockquote" m={0}>
        {words}
      </Text>
    </Paper>
  )
}
