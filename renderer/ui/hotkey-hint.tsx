import { Kbd } from '@mantine/core'

/** The key beside its button; hidden from screen readers, which get aria-keyshortcuts. */
export function HotkeyHint({ keys }: { keys: string }) {
  return (
    <Kbd size="xs" aria-hidden>
      {keys}
    </Kbd>
  )
}
