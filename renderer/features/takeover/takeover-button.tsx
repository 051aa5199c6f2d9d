import { Button } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { lazyPart } from '../../ui/lazy-part.tsx'

const TakeoverDialog = lazyPart(() => import('./takeover-dialog.tsx').then(part => part.TakeoverDialog))

/** «Передать приёмы…» on «Сегодня», for the receptions of an absent colleague. */
export function TakeoverButton() {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button variant="default" leftSection={<IconUsers aria-hidden size="1.1em" />} onClick={() => setOpened(true)}>
        Передать приёмы…
      </Button>
      {opened && <TakeoverDialog onClose={() => setOpened(false)} />}
    </>
  )
}
