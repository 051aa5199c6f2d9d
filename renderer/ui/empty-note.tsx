import { Center, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

interface EmptyNoteProps {
  title: string
  /** What to do next. */
  text: string
  action?: ReactNode
}

/** An empty list: says what to do next. */
export function EmptyNote({ title, text, action }: EmptyNoteProps) {
  return (
    <Center p="xl">
      <Stack align="center" gap="sm" maw="var(--layout-panel)">
        <Title order={3} size="h4" ta="center">
          {title}
        </Title>
        <Text c="dimmed" ta="center">
          {text}
        </Text>
        {action}
      </Stack>
    </Center>
  )
}
