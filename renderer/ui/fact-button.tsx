import { Button, type ButtonProps } from '@mantine/core'
import { useWindowEvent } from '@mantine/hooks'
import { type ComponentPropsWithoutRef, useRef } from 'react'
import { useOnePress } from './use-one-press.ts'

type FactButtonProps = ButtonProps & Omit<ComponentPropsWithoutRef<'button'>, keyof ButtonProps | 'onKeyDown'>

/**
 * A button that sets a legal fact: by click, Space or Ctrl+Enter. Plain Enter is stopped, even held down or pressed
 * twice: a stray key must never write anything. Ctrl+Enter belongs to the open step first (step-button.tsx); where there
 * is none, or a dialog is open, to the fact that has the focus. A press counts once: neither the second one of a double
 * click nor one before the first is answered does anything.
 */
export function FactButton(props: FactButtonProps) {
  const button = useRef<HTMLButtonElement>(null)
  // Screens show a call on its way by either of the two.
  const isFirst = useOnePress(props.loading === true || props.disabled === true)
  // On the window: the step's key, higher up than the page's own events and below this, takes it first.
  useWindowEvent('keydown', event => {
    const wanted = event.key === 'Enter' && event.ctrlKey && !event.repeat && !event.defaultPrevented
    if (wanted && button.current !== null && document.activeElement === button.current) {
      event.preventDefault()
      button.current.click()
    }
  })
  return (
    <Button
      data-fact
      {...props}
      ref={button}
      onClick={event => {
        if (event.detail > 1 || !isFirst()) return
        props.onClick?.(event)
      }}
      onKeyDown={event => {
        if (event.key === 'Enter' && !event.ctrlKey) event.preventDefault()
      }}
    />
  )
}
