import { Group, Text } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { eventWords } from '../../../shared/reception/event-words.ts'
import { FactButton } from '../../ui/fact-button.tsx'
import { HotkeyHint } from '../../ui/hotkey-hint.tsx'
import { useSession } from './session-context.tsx'
import { useSessionKey } from './use-session-key.ts'
import { useUndo } from './use-undo.ts'

/** The last tick in words, taken back by Alt+Z, whatever it was; always in this one place. */
export function UndoLast() {
  const { acting } = useSession()
  const undo = useUndo()
  useSessionKey('alt+Z', () => undo?.run(), undo !== null && !acting)
  if (undo === null) return null
  return (
    <Group gap="xs" role="group" aria-label="Последняя отметка">
      <Text size="sm">{eventWords(undo.action)}</Text>
      <FactButton
        size="compact-sm"
        variant="subtle"
        leftSection={<IconArrowBackUp aria-hidden size="1.1em" />}
        rightSection={<HotkeyHint keys="Alt+Z" />}
        aria-keyshortcuts="Alt+Z"
        disabled={acting}
        onClick={undo.run}
      >
        Отменить, ещё {undo.secondsLeft} с
      </FactButton>
    </Group>
  )
}
