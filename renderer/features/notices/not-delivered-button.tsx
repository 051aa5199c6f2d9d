import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'

const TellDialog = lazyPart(() => import('./tell-dialog.tsx').then(part => part.TellDialog))

/** «Требуют внимания»: the way from a notice that did not arrive to the phone call that makes up for it. */
export function NotDeliveredButton({ noticeId }: { noticeId: string }) {
  const { queries } = useWorkstation()
  const [open, setOpen] = useState(false)
  const outbox = useQuery(queries.notices.outbox.queryOptions())
  const notice = outbox.data?.rows.find(({ id }) => id === noticeId)
  return (
    <>
      <Button size="compact-md" variant="light" disabled={notice === undefined} onClick={() => setOpen(true)}>
        Позвонил, сообщил…
      </Button>
      {open && notice !== undefined && <TellDialog notice={notice} way="toldByPhone" onClose={() => setOpen(false)} />}
    </>
  )
}
