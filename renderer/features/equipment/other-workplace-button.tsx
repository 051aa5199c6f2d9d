import { Button } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReceptionCard } from '../../../shared/contract/receptions.ts'
import { OtherWorkplaceDialog } from './other-workplace-dialog.tsx'

export type MovableReception = Pick<ReceptionCard, 'id' | 'state'>

/** «Другое рабочее место…»: the citizen is received there, in the same meeting. */
export function OtherWorkplaceButton({ reception }: { reception: MovableReception }) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowsExchange aria-hidden size="1.1em" />}
        onClick={() => setAsking(true)}
      >
        {reception.state.facts.otherWorkplace === null ? 'Другое рабочее место…' : 'Изменить место…'}
      </Button>
      {asking && <OtherWorkplaceDialog reception={reception} onClose={() => setAsking(false)} />}
    </>
  )
}
