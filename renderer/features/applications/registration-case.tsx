import { Alert, Checkbox, Fieldset, Group, Select, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { isUnreachable, missingFieldWords, nobodyNamed } from '../../../shared/applications/registration-fields.ts'
import type { Registered } from '../../../shared/contract/application-list.ts'
import { useToday } from '../../app/use-today.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { faultFields, faultFieldsWithin } from '../../ui/fault-hint.ts'
import type { ApplicationForm } from '../reception/application-form.ts'
import { CitizenFields } from '../reception/citizen-fields.tsx'
import { ConsentFields } from '../reception/consent-fields.tsx'
import { DocumentFields } from '../reception/document-fields.tsx'
import { AppointmentChoice, unreadyAppointment, useAppointment } from './appointment-choice.tsx'
import { CaseForm } from './case-form.tsx'
import { ReceiptFields } from './receipt-fields.tsx'
import {
  initialRegistration,
  type LetterToRegister,
  letterProblems,
  missingOf,
  type RegistrationValues,
  toRegistration,
} from './registration-values.ts'
import { UnknownFields } from './unknown-fields.tsx'

interface RegistrationCaseProps {
  /** The letter it came by; null = entered by hand. */
  from: LetterToRegister | null
  /** The text of that letter. */
  beside: ReactNode
  onCancel: () => void
  /** `reject`: the decision to reject is to be written next. */
  onRegistered: (applicationId: string, then: 'show' | 'reject') => void
}

type Then = 'show' | 'reject' | 'appoint'

const channels = [
  { value: 'visit', label: 'Очно или на бумаге (вне виджета)' },
  { value: 'phone', label: 'По телефону (вне виджета)' },
  { value: 'widget', label: 'Виджет на сайте' },
]

/**
 * Every field of п. 2.2 as far as it is known, and the decision beside it. The registration goes first, by its own call; an
 * appointment that is refused afterwards takes nothing of it back. What is missing is told, confirmed and stops nobody
 * (п. 2.4).
 */
export function RegistrationCase({ from, beside, onCancel, onRegistered }: RegistrationCaseProps) {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  const today = useToday()
  const [initial] = useState(() => initialRegistration(today, from))
  const form = useForm<RegistrationValues>({ initialValues: initial, initialErrors: letterProblems(from) })
  // One form registers once, however often it is sent.
  const [requestId] = useState(() => crypto.randomUUID())
  const [reason, setReason] = useState('')
  const [reasonError, setReasonError] = useState<string | null>(null)
  const [isKnownIncomplete, setKnownIncomplete] = useState(false)
  const [kept, setKept] = useState<Registered | null>(null)
  const ofLetter = from?.receipt?.on ?? null
  const isOtherDay = ofLetter !== null && form.values.receivedOn !== ofLetter
  const appointment = useAppointment({
    ...{ applicationId: kept?.applicationId ?? null, hasVideoConsent: form.values.consentVideo },
  })
  const told = () => {
    for (const key of [queries.applications.key(), queries.journal.key(), queries.day.state.key()]) {
      void queryClient.invalidateQueries({ queryKey: key })
    }
    void queryClient.invalidateQueries({ queryKey: queries.receptions.day.key() })
  }
  const appoint = useMutation({
    mutationFn: ({ applicationId }: Registered) => {
      if (appointment.chosen === null) throw new Error('nothing is chosen')
      return calls.applications.appoint({ ...appointment.chosen, applicationId })
    },
    onSuccess: ({ notice }, { applicationId, journalNumber }) => {
      // No name in the message: it may stand on the screen while somebody else looks.
      notifications.show({
        message: `Заявка зарегистрирована под № ${journalNumber}${appointedWords[notice]}`,
        color: notice === 'noAddress' ? 'amber' : 'green',
      })
      told()
      onRegistered(applicationId, 'show')
    },
    onError: (_error, registered) => {
      setKept(registered)
      told()
      void appointment.slots.refetch()
    },
  })
  const register = useMutation({
    mutationFn: (_then: Then) =>
      calls.applications.register({
        ...{ requestId, letterId: from?.letterId ?? null, fields: toRegistration(form.values) },
        ...(isOtherDay ? { receiptReason: reason } : {}),
      }),
    onSuccess: (registered, then) => {
      if (then === 'appoint') return appoint.mutate(registered)
      notifications.show({
        message: `Заявка зарегистрирована под № ${registered.journalNumber}`,
        color: 'green',
      })
      told()
      onRegistered(registered.applicationId, then)
    },
    onError: error => form.setErrors(faultFieldsWithin(error, 'fields.')),
  })
  const missing = missingOf(form.values)
  const isNobody = from === null && isUnreachable(toRegistration(form.values))
  const unregistered = isNobody
    ? nobodyNamed
    : missing.length > 0 && !isKnownIncomplete
      ? 'Отметьте ниже полей, что заявка неполная.'
      : null
  const pending = register.isPending || appoint.isPending
  const send = (then: Then) => {
    if (form.values.receivedOn === null) {
      return form.setFieldError('receivedOn', 'Укажите, когда поступила заявка: ДД.ММ.ГГГГ')
    }
    const lacksReason = isOtherDay && reason.trim() === ''
    setReasonError(lacksReason ? 'Укажите причину' : null)
    if (!lacksReason) register.mutate(then)
  }
  if (kept !== null) {
    return (
      <CaseForm
        title="Заявка зарегистрирована, приём не назначен"
        beside={null}
        unready={unreadyAppointment(appointment)}
        primary="Назначить приём"
        pending={appoint.isPending}
        errors={faultFields(appoint.error)}
        failure={appoint.error && { title: 'Приём не назначен', error: appoint.error }}
        onSubmit={() => appoint.mutate(kept)}
        onCancel={() => onRegistered(kept.applicationId, 'show')}
      >
        <Alert color="green" title={`Заявка № ${kept.journalNumber} осталась в журнале, всё введённое сохранено`}>
          Приём не назначен, гражданину ничего не отправлено. Назначьте его здесь или позже из карточки заявки.
        </Alert>
        <AppointmentChoice appointment={appointment} faults={faultFields(appoint.error)} onChange={appoint.reset} />
      </CaseForm>
    )
  }
  // The groups of fields are those of an application with its reception.
  const groups = form as unknown as ApplicationForm
  const unknown = from?.reading.application?.unknown ?? []
  return (
    <CaseForm
      title={from === null ? 'Новая заявка' : 'Заявка из письма'}
      beside={beside}
      unready={unregistered ?? unreadyAppointment(appointment)}
      primary="Зарегистрировать и назначить приём"
      pending={pending}
      errors={form.errors}
      failure={
        register.error && { title: 'Заявка не зарегистрирована, введённое осталось в форме', error: register.error }
      }
      others={
        <>
          <FactButton variant="default" disabled={unregistered !== null || pending} onClick={() => send('show')}>
            Зарегистрировать
          </FactButton>
          <FactButton variant="default" disabled={unregistered !== null || pending} onClick={() => send('reject')}>
            Зарегистрировать и отклонить…
          </FactButton>
        </>
      }
      onSubmit={() => send('appoint')}
      onCancel={onCancel}
    >
      {unknown.length > 0 && <UnknownFields form={form} unknown={unknown} today={today} />}
      <CitizenFields form={groups} isAppointing={false} />
      <DocumentFields form={groups} />
      <ConsentFields form={groups} isAppointing={false} />
      {from === null ? (
        <Fieldset legend="Поступление">
          <Group grow align="flex-start">
            <Select
              label="Как поступила заявка"
              data={channels}
              allowDeselect={false}
              {...form.getInputProps('channel')}
            />
            <DayField label="Дата поступления" purpose="past" required {...form.getInputProps('receivedOn')} />
          </Group>
        </Fieldset>
      ) : (
        <ReceiptFields
          receipt={from.receipt ?? { on: null, source: 'taken' }}
          receivedOn={form.values.receivedOn}
          {...{ reason, reasonError }}
          onReason={setReason}
        >
          <DayField label="Дата поступления" required {...form.getInputProps('receivedOn')} />
        </ReceiptFields>
      )}
      {!isNobody && missing.length > 0 && (
        <>
          <Text size="sm" c="var(--tone-warn)" role="status">
            Не хватает: {missing.map(name => missingFieldWords[name].name).join(', ')}. Зарегистрировать можно:
            неполнота не основание для отказа, недостающее спросите по телефону.
          </Text>
          <Checkbox
            label="Зарегистрировать неполную заявку: номер в журнале останется за ней навсегда"
            checked={isKnownIncomplete}
            onChange={event => setKnownIncomplete(event.currentTarget.checked)}
          />
        </>
      )}
      <Fieldset legend="Приём: свободное время и ссылка">
        <Stack gap="sm">
          <AppointmentChoice appointment={appointment} faults={{}} onChange={register.reset} />
        </Stack>
      </Fieldset>
    </CaseForm>
  )
}

const appointedWords = {
  formed: ', приём назначен, уведомление ждёт отправки',
  noAddress: ', приём назначен. Сообщите о нём по телефону и отметьте это в заявке',
} as const
