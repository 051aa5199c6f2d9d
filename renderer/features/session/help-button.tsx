import { Button } from '@mantine/core'
import { IconLifebuoy } from '@tabler/icons-react'
import { HotkeyHint } from '../../ui/hotkey-hint.tsx'
import { useSession } from './session-context.tsx'
import { useSessionKey } from './use-session-key.ts'

/** «Помочь подключиться», in reach from the open room to the end of the talk. */
export function HelpButton({ compact = false }: { compact?: boolean }) {
  const { detail, showDialog } = useSession()
  const { name } = detail.card.state.step
  const offered = name !== 'scheduled' && name !== 'closing' && name !== 'moving'
  useSessionKey('F2', () => showDialog('help'), offered)
  if (!offered) return null
  return (
    <Button
      size={compact ? 'compact-md' : 'sm'}
      variant="default"
      px="xs"
      leftSection={<IconLifebuoy aria-hidden size="1.1em" />}
      rightSection={<HotkeyHint keys="F2" />}
      aria-keyshortcuts="F2"
      onClick={() => showDialog('help')}
    >
      {compact ? 'Помочь' : 'Помочь подключиться'}
    </Button>
  )
}
