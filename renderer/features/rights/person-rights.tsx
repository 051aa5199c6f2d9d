import { Button } from '@mantine/core'
import { useState } from 'react'
import { lazyPart } from '../../ui/lazy-part.tsx'

const RightsDialog = lazyPart(() => import('./rights-dialog.tsx').then(part => part.RightsDialog))

/** «Персональные данные…» of an application: requests of the person in the data (152-ФЗ). */
export function PersonRights({ applicationId, title }: { applicationId: string; title: string }) {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button size="compact-md" variant="subtle" onClick={() => setOpened(true)}>
        Персональные данные…
      </Button>
      {opened && <RightsDialog applicationId={applicationId} title={title} onClose={() => setOpened(false)} />}
    </>
  )
}
