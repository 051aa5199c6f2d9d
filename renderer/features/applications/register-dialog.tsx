import { Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useToday } from '../../app/use-today.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { RegisterForm } from './register-form.tsx'
import type { LetterToRegister } from './registration-values.ts'

interface RegisterDialogProps {
  /** The letter it came by; null = entered by hand. */
  from: LetterToRegister | null
  onClose: () => void
  onRegistered: (applicationId: string) => void
}

/** «Зарегистрировать заявку…» (п. 2.4): by hand or from a letter, complete or not. */
export function RegisterDialog({ from, onClose, onRegistered }: RegisterDialogProps) {
  const { queries } = useWorkstation()
  const queryClient = useQueryClient()
  const today = useToday()
  return (
    <Modal
      opened
      onClose={onClose}
      title={from === null ? 'Зарегистрировать заявку' : 'Зарегистрировать заявку из письма'}
      size="var(--layout-form)"
      closeOnClickOutside={false}
    >
      <RegisterForm
        today={today}
        from={from}
        onCancel={onClose}
        onRegistered={({ applicationId, journalNumber }) => {
          notifications.show({ message: `Заявка зарегистрирована под № ${journalNumber}`, color: 'green' })
          for (const key of [queries.applications.key(), queries.journal.key(), queries.day.state.key()]) {
            void queryClient.invalidateQueries({ queryKey: key })
          }
          onClose()
          onRegistered(applicationId)
        }}
      />
    </Modal>
  )
}
