import { Button, Modal } from '@mantine/core'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { lazyPart } from '../../ui/lazy-part.tsx'

const Outbox = lazyPart(() => import('./outbox.tsx').then(part => part.Outbox))

const OpenOutbox = createContext<() => void>(() => undefined)

/**
 * Holds «Отправка уведомлений» for the buttons inside. The thing that asked for attention is gone once its last notice is
 * told of otherwise, and its button with it; what a person reads stays open.
 */
export function OutboxHost({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <OpenOutbox value={() => setOpen(true)}>
      {children}
      <Modal opened={open} onClose={() => setOpen(false)} title="Отправка уведомлений" size="xl">
        <Outbox />
      </Modal>
    </OpenOutbox>
  )
}

/** For an outbox that stands still: what waits, and what to do about each. */
export function OutboxButton() {
  const openOutbox = useContext(OpenOutbox)
  return (
    <Button size="compact-md" variant="light" onClick={openOutbox}>
      Что не ушло…
    </Button>
  )
}
