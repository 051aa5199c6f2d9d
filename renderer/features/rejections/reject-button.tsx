import { Button } from '@mantine/core'
import { useState } from 'react'
import { RejectionDialog } from './rejection-dialog.tsx'

/** «Отклонить…» of one application, whatever its decision has come to (п. 2.7). */
export function RejectButton({ applicationId, label = 'Отклонить…' }: { applicationId: string; label?: string }) {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {label}
      </Button>
      {opened && <RejectionDialog applicationId={applicationId} onClose={() => setOpened(false)} />}
    </>
  )
}
