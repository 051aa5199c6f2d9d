import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApplicationMatter } from '../../../shared/contract/application-list.ts'
import { phoneText } from '../../../shared/text/phone.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { FactForm } from '../../ui/fact-form.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { NoticePreview } from '../notices/notice-preview.tsx'
import { AppointmentChoice, useAppointment } from './appointment-choice.tsx'

interface AppointDialogProps {
  matter: ApplicationMatter
  onClose: () => void
}

/** The decision to receive (п. 2.4): who, when and by which link; the notice is formed with it. */
export function AppointDialog({ matter, onClose }: AppointDialogProps) {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  const [previewShown, setPreviewShown] = useState(false)
  const applicationId = matter.card.id
  const appointment = useAppointment({ applicationId, hasVideoConsent: matter.card.consentVideo })
  const { chosen } = appointment
  const appoint = useMutation({
    mutationFn: (to: NonNullable<typeof chosen>) => calls.applications.appoint({ ...to, applicationId }),
    onSuccess: ({ notice }) => {
      void queryClient.invalidateQueries({ queryKey: queries.applications.key() })
      void queryClient.invalidateQueries({ queryKey: queries.receptions.day.key() })
      void queryClient.invalidateQueries({ queryKey: queries.day.state.key() })
      notifications.show(
        notice === 'formed'
          ? { color: 'green', message: 'Приём назначен, уведомление составлено и ждёт отправки' }
          : { color: 'amber', message: 'Приём назначен. Сообщите о нём по телефону и отметьте это в заявке' },
      )
      onClose()
    },
    onError: () => void appointment.slots.refetch(),
  })
  const submit = () => {
    if (chosen !== null) appoint.mutate(chosen)
  }
  const previewed = chosen !== null && matter.card.email !== null ? chosen : null
  return (
    <Modal opened onClose={onClose} title="Назначить приём (п. 2.4)" size="xl" closeOnClickOutside={false}>
      <FactForm ready={chosen !== null} pending={appoint.isPending} onFact={submit}>
        <Stack gap="sm">
          <Text>
            {matter.card.fullName}, № {matter.card.journalNumber} в журнале.
          </Text>
          <AppointmentChoice appointment={appointment} faults={faultFields(appoint.error)} onChange={appoint.reset} />
          {matter.card.email === null && (
            <Text size="sm" c="var(--tone-warn)">
              Электронной почты нет: о приёме сообщите по телефону {phoneText(matter.card.phone ?? '')} и отметьте это.
            </Text>
          )}
          {previewed !== null && (
            <>
              <div>
                <Button
                  size="compact-md"
                  variant="default"
                  aria-expanded={previewShown}
                  onClick={() => setPreviewShown(!previewShown)}
                >
                  {previewShown ? 'Скрыть уведомление' : 'Показать уведомление'}
                </Button>
              </div>
              {previewShown && (
                <NoticePreview
                  kind="appointment"
                  applicationId={applicationId}
                  receptionId={null}
                  proposed={{
                    specialistId: previewed.specialistId,
                    appointedLocal: previewed.appointedLocal,
                    link: previewed.link,
                  }}
                />
              )}
            </>
          )}
          {appoint.error && (
            <Alert color="red" role="alert" title="Приём не назначен, введённое осталось в форме">
              {faultHint(appoint.error)}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Отмена
            </Button>
            <FactButton loading={appoint.isPending} disabled={chosen === null} onClick={submit}>
              Назначить приём
            </FactButton>
          </Group>
        </Stack>
      </FactForm>
    </Modal>
  )
}
