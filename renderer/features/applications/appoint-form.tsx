import { Button, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApplicationMatter } from '../../../shared/contract/application-list.ts'
import { phoneText } from '../../../shared/text/phone.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultFields } from '../../ui/fault-hint.ts'
import { NoticePreview } from '../notices/notice-preview.tsx'
import { AppointmentChoice, unreadyAppointment, useAppointment } from './appointment-choice.tsx'
import { CaseForm } from './case-form.tsx'

/** The decision to receive (п. 2.4): who, when and by which link; the notice is formed with it. */
export function AppointForm({ matter, onClose }: { matter: ApplicationMatter; onClose: () => void }) {
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
  const previewed = chosen !== null && matter.card.email !== null ? chosen : null
  return (
    <CaseForm
      title="Назначить приём (п. 2.4)"
      beside={null}
      startsAt="itself"
      unready={unreadyAppointment(appointment)}
      primary="Назначить приём"
      pending={appoint.isPending}
      errors={faultFields(appoint.error)}
      failure={appoint.error && { title: 'Приём не назначен, введённое осталось в форме', error: appoint.error }}
      others={
        previewed !== null && (
          <Button variant="default" aria-expanded={previewShown} onClick={() => setPreviewShown(!previewShown)}>
            {previewShown ? 'Скрыть уведомление' : 'Показать уведомление'}
          </Button>
        )
      }
      onSubmit={() => {
        if (chosen !== null) appoint.mutate(chosen)
      }}
      onCancel={onClose}
    >
      <Text>
        {matter.card.fullName}, № {matter.card.journalNumber} в журнале.
      </Text>
      <AppointmentChoice
        appointment={appointment}
        faults={faultFields(appoint.error)}
        onChange={appoint.reset}
        takesFocus
      />
      {matter.card.email === null && (
        <Text size="sm" c="var(--tone-warn)">
          Электронной почты нет: о приёме сообщите по телефону {phoneText(matter.card.phone ?? '')} и отметьте это.
        </Text>
      )}
      {previewed !== null && previewShown && (
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
    </CaseForm>
  )
}
