import { Button, Center, Kbd, Stack, Text, Title } from '@mantine/core'
import { createContext, type ReactNode, use, useEffect, useRef, useState } from 'react'
import classes from './hide-all.module.css'
import { isHideAllKey, staysAwake } from './hide-all-key.ts'

const Hidden = createContext(false)

/** Whether everything is covered now; for what the cover cannot reach, such as a window of its own. */
export const useIsHidden = (): boolean => use(Hidden)

/**
 * Ctrl+Shift+H covers everything at once when somebody comes in, whatever screen or dialog is open; nothing behind it
 * is lost. A dialog of the top layer makes all else inert, and no key reaches what is covered.
 */
export function HideAll({ children }: { children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [hidden, setHidden] = useState(false)

  useEffect(() => {
    // Before every other listener: a covered screen must not take Ctrl+Enter for an act.
    const onKey = (event: KeyboardEvent): void => {
      const pressed = isHideAllKey(event)
      if (pressed) setHidden(value => !value)
      // Esc is pressed by habit; what is hidden is shown on purpose only.
      if (pressed || (hidden && event.key === 'Escape')) event.preventDefault()
      if (pressed || (hidden && !staysAwake(event))) event.stopImmediatePropagation()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [hidden])

  useEffect(() => {
    if (hidden) dialog.current?.showModal()
    else dialog.current?.close()
  }, [hidden])

  return (
    <Hidden value={hidden}>
      {children}
      <dialog ref={dialog} className={classes.cover} aria-labelledby="hide-all-title">
        {hidden && (
          <Center mih="100%">
            <Stack align="center">
              <Title id="hide-all-title" order={1} size="h3">
                Экран скрыт
              </Title>
              <Text c="dimmed">Если идёт приём, он и его запись продолжаются.</Text>
              <Button onClick={() => setHidden(false)}>Показать</Button>
              <Text c="dimmed" size="xs">
                <Kbd>Ctrl</Kbd> + <Kbd>Shift</Kbd> + <Kbd>H</Kbd>
              </Text>
            </Stack>
          </Center>
        )}
      </dialog>
    </Hidden>
  )
}
