import { Notifications, useNotifications } from '@mantine/notifications'
import { useEffect, useState } from 'react'
import { type Corner, freeCorner } from './free-corner.ts'

/** Under every dialog and list: what is asked comes before what is told. */
const underDialogs = 150

/** Messages that come and go: in the corner where they cover no fact and no primary, and never over a dialog. */
export function Messages() {
  const hasAny = useNotifications().notifications.length > 0
  const [corner, setCorner] = useState<Corner>('bottom-left')
  useEffect(() => {
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
  return <Notifications position={corner} zIndex={underDialogs} />
}
