import { useHotkeys } from '@mantine/hooks'
import { useSession } from './session-context.tsx'

/**
 * A key of the session («F4», «ctrl+M», «alt+T», «digit1»), by its place on the keyboard: the Russian layout types
 * another letter there. Silent while a dialog is open; a digit stays a digit where text is typed.
 */
export function useSessionKey(key: string, press: () => void, enabled = true): void {
  const { dialog } = useSession()
  useHotkeys(
    [
      [
        key,
        event => {
          if (!enabled || dialog !== null || (key.startsWith('digit') && isTextField(event.target))) return
          event.preventDefault()
          press()
        },
        { usePhysicalKeys: true, preventDefault: false },
      ],
    ],
    [],
    true,
  )
}

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio')
