import { Center, Group, Loader, Text } from '@mantine/core'

/** A list that is being read; said in words for a screen reader too. */
export function Loading({ label }: { label: string }) {
  return (
    <Center p="xl" role="status">
      <Group gap="sm">
        <Loader size="sm" aria-hidden />
        <Text c="dimmed">{label}</Text>
      </Group>
    </Center>
  )
}
