import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { TakeoverResult } from '../../../shared/contract/takeover.ts'
import { TakeoverForm } from './takeover-form.tsx'
import { TakeoverOutcome } from './takeover-outcome.tsx'

interface TakeoverDialogProps {
  /** Whose receptions are given away, where that is known. */
  fromId?: string | null
  onClose: () => void
}

/** «Передать приёмы» (п. 3.3): at the same time, to somebody else; the citizens need not confirm again. */
export function TakeoverDialog({ fromId = null, onClose }: TakeoverDialogProps) {
  const [result, setResult] = useState<TakeoverResult | null>(null)
  return (
    <Modal
      opened
      onClose={onClose}
      title="Передать приёмы (п. 3.3)"
      size="xl"
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': 'Закрыть' }}
    >
      {result === null ? (
        <TakeoverForm fromId={fromId} onDone={setResult} onClose={onClose} />
      ) : (
        <TakeoverOutcome result={result} onClose={onClose} />
      )}
    </Modal>
  )
}
