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
  /** The reception is decided in the same act: somebody calls and wants a time. */
  appointsAtOnce?: boolean
  onClose: () => void
  onRegistered: (applicationId: string) => void
}

/** «Зарегистрировать заявку…» (п. 2.4): by hand or from a letter, complete or not. */
export function RegisterDialog({ from, appointsAtOnce = false, onClose, onRegistered }: RegisterDialogProps) {
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
        appointsAtOnce={appointsAtOnce}
        onCancel={onClose}
        onRegistered={({ applicationId, journalNumber, appointed }) => {
          // No name in the message: it may stand on the screen while somebody else looks.
          notifications.show({
            message: `Заявка зарегистрирована под № ${journalNumber}${appointed === null ? '' : appointedWords[appointed.notice]}`,
            color: appointed?.notice === 'noAddress' ? 'amber' : 'green',
          })
          for (const key of [
            ...[queries.applications.key(), queries.journal.key(), queries.day.state.key()],
            queries.receptions.day.key(),
          ]) {
            void queryClient.invalidateQueries({ queryKey: key })
          }
          onClose()
          onRegistered(applicationId)
        }}
      />
    </Modal>
  )
}

const appointedWords = {
  formed: ', приём назначен, уведомление ждёт отправки',
  noAddress: ', приём назначен. Сообщите о нём по телефону и отметьте это в заявке',
} as const
