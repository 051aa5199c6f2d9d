import { Button, type ButtonProps } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { HotkeyHint } from '../../ui/hotkey-hint.tsx'
import { isNoticeFirst, noticeFirstReasonId } from './notice-first.ts'
import { useSession } from './session-context.tsx'

interface StepButtonProps extends ButtonProps {
  onAct: () => void
  children: ReactNode
  /** Id of the text that says why the button is disabled. */
  describedBy?: string | undefined
  /** This is the repeated notice itself: every other step waits for it. */
  givesNotice?: boolean
}

/**
 * The open step's primary act, by click or Ctrl+Enter. Plain Enter is stopped even on the focused button: a stray key
 * must never set a legal fact.
 */
export function StepButton({
  onAct,
  children,
  disabled = false,
  describedBy,
  givesNotice = false,
  ...button
}: StepButtonProps) {
  const { detail, acting, dialog } = useSession()
  const waits = !givesNotice && isNoticeFirst(detail.card.state)
  const ready = !disabled && !waits && !acting && dialog === null
  // A key held down is one press: the next step must not be set by its repetition.
  useHotkeys(
    [
      [
        'ctrl+Enter',
        event => {
          // In a dialog, and while a card asks in place, the key belongs to the fact that has the focus (fact-button.tsx).
          if (dialog !== null || document.querySelector('[data-in-place]') !== null) return
          event.preventDefault()
          if (ready && !event.repeat) onAct()
        },
        { preventDefault: false },
      ],
    ],
    [],
    true,
  )
  return (
    <Button
      size="md"
      px="xs"
      fullWidth
      loading={acting}
      disabled={disabled || waits}
      aria-keyshortcuts="Control+Enter"
      aria-describedby={waits ? noticeFirstReasonId : describedBy}
      rightSection={waits ? null : <HotkeyHint keys="Ctrl+Enter" />}
      onKeyDown={event => {
        if (event.key === 'Enter') event.preventDefault()
      }}
      onClick={event => {
        // The next step stands in the same place: the second half of a double click is no press of its button.
        if (event.detail < 2) onAct()
      }}
      {...button}
    >
      {children}
    </Button>
  )
}
