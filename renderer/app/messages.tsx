import { Notifications, useNotifications } from '@mantine/notifications'
import { useLayoutEffect, useState } from 'react'
import { type Corner, freeCorner } from './free-corner.ts'

/** Under every dialog and list: what is asked comes before what is told. */
const underDialogs = 150

/** Messages that come and go: in the corner where they cover no fact and no primary, and never over a dialog. */
export function Messages() {
  const hasAny = useNotifications().notifications.length > 0
  const [corner, setCorner] = useState<Corner>('bottom-left')
  // Before the first picture: what has not been seen yet does not move.
  useLayoutEffect(() => {
    if (!hasAny) return
    let asked = 0
    const choose = () => setCorner(now => freeCorner(document, now))
    const chooseSoon = () => {
      cancelAnimationFrame(asked)
      asked = requestAnimationFrame(choose)
    }
    choose()
    const screen = new MutationObserver(chooseSoon)
    screen.observe(document.body, { childList: true, subtree: true })
    window.addEventListener('resize', chooseSoon)
    return () => {
      cancelAnimationFrame(asked)
      screen.disconnect()
      window.removeEventListener('resize', chooseSoon)
    }
  }, [hasAny])
  // Of one list the library shows a message in both corners for as long as it takes to leave the old one.
  return <Notifications key={corner} position={corner} zIndex={underDialogs} />
}
