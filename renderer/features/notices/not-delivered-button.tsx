import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'

const TellOfNotice = lazyPart(() => import('./tell-of-notice.tsx').then(part => part.TellOfNotice))

/** From a notice that did not arrive to what makes up for it. */
export function NotDeliveredButton({ noticeId }: { noticeId: string }) {
  const { queries } = useWorkstation()
  const [open, setOpen] = useState(false)
  const outbox = useQuery(queries.notices.outbox.queryOptions())
  const notice = outbox.data?.rows.find(({ id }) => id === noticeId)
  return (
    <>
      <Button size="compact-md" variant="light" disabled={notice === undefined} onClick={() => setOpen(true)}>
        Сообщено гражданину…
      </Button>
      {open && notice !== undefined && <TellOfNotice notice={notice} onClose={() => setOpen(false)} />}
    </>
  )
}
