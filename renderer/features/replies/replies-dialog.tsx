import { Modal } from '@mantine/core'
import { RepliesToJudge } from './replies-to-judge.tsx'

/** «Ответы граждан» over «Сегодня». */
export function RepliesDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Ответы граждан" size="xl">
      <RepliesToJudge />
    </Modal>
  )
}
