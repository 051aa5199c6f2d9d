import { Button, Group } from '@mantine/core'
import { putChoice } from './closing-text.ts'

interface UsualWordsProps {
  choices: readonly string[]
  text: string
  onChange: (text: string) => void
}

/** The usual words of an outcome for the place left in its text, one press each. */
export function UsualWords({ choices, text, onChange }: UsualWordsProps) {
  if (choices.length === 0) return null
  return (
    <Group gap="xs" role="group" aria-label="Обычные слова">
      {choices.map(words => (
        <Button
          key={words}
          size="compact-md"
          variant={text.includes(words) ? 'light' : 'default'}
          aria-pressed={text.includes(words)}
          onClick={() => onChange(putChoice(text, choices, words))}
        >
          {words}
        </Button>
      ))}
    </Group>
  )
}
