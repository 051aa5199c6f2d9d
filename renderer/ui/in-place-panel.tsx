import { CloseButton, Group, Title } from '@mantine/core'
import { useWindowEvent } from '@mantine/hooks'
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import classes from './in-place-panel.module.css'

interface InPlacePanelProps {
  title: string
  onClose: () => void
  children: ReactNode
}

const letsTheModalAlone = 'data-mantine-stop-propagation'

/**
 * A question or a sheet that unfolds where it was asked for, and leaves the rest of the screen in sight and in reach: a
 * dialog that is no modal. Its `data-autofocus` takes the focus, else its title: a day with the focus would open its
 * calendar. Esc closes it; whoever opened it has the focus again (app/keep-focus.ts).
 */
export function InPlacePanel({ title, onClose, children }: InPlacePanelProps) {
  const panel = useRef<HTMLElement>(null)
  const titleId = useId()
  useEffect(() => {
    const opened = panel.current
    if (opened === null) return
    opened.scrollIntoView({ block: 'nearest' })
    // What opened it may be an item of a menu, which gives the focus back first.
    const timer = setTimeout(() => takeFocus(opened))
    return () => clearTimeout(timer)
  }, [])
  useWindowEvent('keydown', event => {
    const { activeElement, body } = document
    const isNowhere = activeElement === null || activeElement === body
    if (event.key === 'Escape' && isNowhere && document.querySelector('[aria-modal="true"]') === null) onClose()
  })

  function onKeyDown(event: KeyboardEvent): void {
    // What floats elsewhere (a list, a calendar) is a child of the panel in React only.
    if (!(event.target instanceof Element) || panel.current === null || !panel.current.contains(event.target)) return
    // The open step beside the panel must not hear of it; a fact that has the focus does (fact-button.tsx).
    if (event.key === 'Enter' && event.ctrlKey && event.target.closest('[data-fact]') === null) event.stopPropagation()
    // A list or a calendar that is open over the panel closes alone.
    if (event.key !== 'Escape' || hasOpenedOver(panel.current, event.target)) return
    event.stopPropagation()
    onClose()
  }

  /** In a modal, whose own Esc listens before anything of the page. */
  function onFocus({ target, currentTarget }: FocusEvent): void {
    if (currentTarget.closest('[aria-modal="true"]') !== null) target.setAttribute(letsTheModalAlone, 'true')
  }
  function onBlur({ target, currentTarget }: FocusEvent): void {
    if (currentTarget.closest('[aria-modal="true"]') !== null) target.removeAttribute(letsTheModalAlone)
  }

  return (
    <section
      ref={panel}
      role="dialog"
      data-in-place
      aria-labelledby={titleId}
      className={classes.panel}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      <Group justify="space-between" align="flex-start" wrap="nowrap" mb="xs">
        <Title id={titleId} order={3} size="h4" tabIndex={-1} className={classes.title}>
          {title}
        </Title>
        <CloseButton aria-label="Свернуть" onClick={onClose} />
      </Group>
      {children}
    </section>
  )
}

/** Its list stands elsewhere in the document; one within the panel is a part of it. */
function hasOpenedOver(panel: HTMLElement, field: Element): boolean {
  const list = document.getElementById(field.getAttribute('aria-controls') ?? '')
  return field.getAttribute('aria-expanded') === 'true' && !panel.contains(list)
}

function takeFocus(panel: HTMLElement): void {
  if (panel.contains(document.activeElement)) return
  const first = panel.querySelector<HTMLElement>('[data-autofocus]:not(:disabled)')
  const place = first ?? panel.querySelector<HTMLElement>('h3')
  place?.focus({ preventScroll: first === null })
}
