import { Modal } from '@mantine/core'
import { useState } from 'react'
import { lazyPart } from '../../ui/lazy-part.tsx'

const RepliesToJudge = lazyPart(() => import('./replies-to-judge.tsx').then(part => part.RepliesToJudge))

/** «Ответы граждан» over «Сегодня». */
export function RepliesDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [isAsking, setAsking] = useState(false)
  return (
    <Modal opened={opened} onClose={onClose} closeOnEscape={!isAsking} title="Ответы граждан" size="xl">
      <RepliesToJudge onAsking={setAsking} />
    </Modal>
  )
}
