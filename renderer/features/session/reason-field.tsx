import { Button, Group, Stack, TextInput } from '@mantine/core'

interface ReasonFieldProps {
  label: string
  /** Usual words, one press each. */
  usual: readonly string[]
  value: string
  onChange: (reason: string) => void
}

/** A reason: one of the usual ones by a press, or one's own words. */
export function ReasonField({ label, usual, value, onChange }: ReasonFieldProps) {
  return (
    <Stack gap="xs">
      <Group gap="xs" role="group" aria-label={label}>
        {usual.map(words => (
          <Button
            key={words}
            size="compact-md"
            variant={words === value ? 'light' : 'default'}
            aria-pressed={words === value}
            onClick={() => onChange(words)}
          >
            {words}
          </Button>
        ))}
      </Group>
      <TextInput
        label={label}
        required
        autoComplete="off"
        maxLength={500}
        value={value}
        onChange={event => onChange(event.currentTarget.value)}
      />
    </Stack>
  )
}
