import type { ReactNode } from 'react'
import { useOnePress } from './use-one-press.ts'

interface FactFormProps {
  /** Nothing is missing: the fact may be set. */
  ready: boolean
  /** The fact is being set already: once is enough. */
  pending: boolean
  onFact: () => void
  children: ReactNode
}

/**
 * Fields of a legal fact: Ctrl+Enter anywhere in them sets it, and no other Ctrl+Enter hears of it. Plain Enter in a
 * field, which submits an ordinary form, does nothing.
 */
export function FactForm({ ready, pending, onFact, children }: FactFormProps) {
  const isFirst = useOnePress(pending)
  return (
    <form
      noValidate
      onSubmit={event => event.preventDefault()}
      onKeyDown={event => {
        if (event.key !== 'Enter' || !event.ctrlKey) return
        event.preventDefault()
        event.stopPropagation()
        if (ready && !pending && !event.repeat && !stopsAtUnread(event.currentTarget) && isFirst()) onFact()
      }}
      onClickCapture={event => {
        const isFact = event.target instanceof Element && event.target.closest('[data-fact]') !== null
        if (isFact && stopsAtUnread(event.currentTarget)) event.stopPropagation()
      }}
    >
      {children}
    </form>
  )
}

/** A day that could not be read is put before the person: nothing is sent without what was typed. */
function stopsAtUnread(form: HTMLFormElement): boolean {
  const unread = form.querySelector<HTMLElement>('[data-unread-day]')
  unread?.focus()
  return unread !== null
}
