import { Button, Group } from '@mantine/core'
import { IconClockEdit, IconUsers } from '@tabler/icons-react'
import { HotkeyHint } from '../../ui/hotkey-hint.tsx'
import { useSession } from './session-context.tsx'
import { useSessionKey } from './use-session-key.ts'

/** Beside the steps: the marks with their times, and who takes part. */
export function SessionTools() {
  const { detail, showDialog } = useSession()
  const { name } = detail.card.state.step
  const open = name !== 'scheduled' && name !== 'moving'
  useSessionKey('alt+T', () => showDialog('times'))
  useSessionKey('alt+P', () => showDialog('presence'), open)
  return (
    <Group gap="xs" wrap="nowrap">
      <Button
        size="compact-md"
        variant="subtle"
        px="xs"
        leftSection={<IconClockEdit aria-hidden size="1.1em" />}
        rightSection={<HotkeyHint keys="Alt+T" />}
        aria-keyshortcuts="Alt+T"
        onClick={() => showDialog('times')}
      >
        Отметки
      </Button>
      {open && (
        <Button
          size="compact-md"
          variant="subtle"
          px="xs"
          leftSection={<IconUsers aria-hidden size="1.1em" />}
          rightSection={<HotkeyHint keys="Alt+P" />}
          aria-keyshortcuts="Alt+P"
          onClick={() => showDialog('presence')}
        >
          Участники
        </Button>
      )}
    </Group>
  )
}
