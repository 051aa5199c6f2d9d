import { Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { NewApplicationForm } from './new-application-form.tsx'

interface NewApplicationDialogProps {
  opened: boolean
  /** Local date of the body. */
  today: string
  onClose: () => void
}

/** «Новая заявка…»: entered by hand; closing it by a click beside is off, so that nothing typed is lost. */
export function NewApplicationDialog({ opened, today, onClose }: NewApplicationDialogProps) {
  const { queries } = useWorkstation()
  const queryClient = useQueryClient()
  return (
    <Modal opened={opened} onClose={onClose} title="Новая заявка" size="var(--layout-form)" closeOnClickOutside={false}>
      <NewApplicationForm
        today={today}
        onCancel={onClose}
        onCreated={journalNumber => {
          onClose()
          // No name in the message: it may stand on the screen while somebody else looks.
          notifications.show({ message: `Заявка внесена в журнал под № ${journalNumber}`, color: 'green' })
          void queryClient.invalidateQueries({ queryKey: queries.receptions.day.key() })
          void queryClient.invalidateQueries({ queryKey: queries.journal.list.key() })
        }}
      />
    </Modal>
  )
}
