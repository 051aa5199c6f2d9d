import { Alert, Button, Checkbox, Fieldset, Group, Select, Stack, Switch, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { isUnreachable, missingFieldWords, nobodyNamed } from '../../../shared/applications/registration-fields.ts'
import type { Registered } from '../../../shared/contract/application-list.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { FactForm } from '../../ui/fact-form.tsx'
import { faultFieldsWithin, faultHint } from '../../ui/fault-hint.ts'
import type { ApplicationForm } from '../reception/application-form.ts'
import { CitizenFields } from '../reception/citizen-fields.tsx'
import { ConsentFields } from '../reception/consent-fields.tsx'
import { DocumentFields } from '../reception/document-fields.tsx'
import { AppointmentChoice, useAppointment } from './appointment-choice.tsx'
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

interface RegisterFormProps {
  /** Local date of the body. */
  today: string
  from: LetterToRegister | null
  appointsAtOnce: boolean
  onCancel: () => void
  onRegistered: (registered: Registered) => void
}

const channels = [
  { value: 'visit', label: 'Очно или на бумаге (вне виджета)' },
  { value: 'phone', label: 'По телефону (вне виджета)' },
  { value: 'widget', label: 'Виджет на сайте' },
]

/**
 * The one form of the journal: every field of п. 2.2 as far as it is known, and, where the citizen is received at once, the
 * decision with it. What is missing is told, confirmed and does not stop the registration (п. 2.4).
 */
export function RegisterForm({ today, from, appointsAtOnce, onCancel, onRegistered }: RegisterFormProps) {
  const { calls } = useWorkstation()
  const [initial] = useState(() => initialRegistration(today, from))
  const form = useForm<RegistrationValues>({ initialValues: initial, initialErrors: letterProblems(from) })
  // One form registers once, however often it is sent.
  const [requestId] = useState(() => crypto.randomUUID())
  const [reason, setReason] = useState('')
  const [reasonError, setReasonError] = useState<string | null>(null)
  const ofLetter = from?.receipt?.on ?? null
  const isOtherDay = ofLetter !== null && form.values.receivedOn !== ofLetter
  const [isAppointing, setAppointing] = useState(appointsAtOnce)
  const [isKnownIncomplete, setKnownIncomplete] = useState(false)
  const appointment = useAppointment({
    ...{ applicationId: null, hasVideoConsent: form.values.consentVideo },
    isWanted: isAppointing,
  })
  const register = useMutation({
    mutationFn: (values: RegistrationValues) =>
      calls.applications.register({
        ...{ requestId, letterId: from?.letterId ?? null, fields: toRegistration(values) },
        ...(isOtherDay ? { receiptReason: reason } : {}),
        appointment: isAppointing ? appointment.chosen : null,
      }),
    onSuccess: onRegistered,
    onError: error => {
      form.setErrors(faultFieldsWithin(error, 'fields.'))
      if (isAppointing) void appointment.slots.refetch()
    },
  })
  // The groups of fields are those of an application with its reception.
  const groups = form as unknown as ApplicationForm
  const missing = missingOf(form.values)
  const unknown = from?.reading.application?.unknown ?? []
  const isNobody = from === null && isUnreachable(toRegistration(form.values))
  const ready =
    !isNobody && (missing.length === 0 || isKnownIncomplete) && (!isAppointing || appointment.chosen !== null)
  const submit = () => {
    if (!ready) return
    if (form.values.receivedOn === null) {
      return form.setFieldError('receivedOn', 'Укажите, когда поступила заявка: ДД.ММ.ГГГГ')
    }
    const lacksReason = isOtherDay && reason.trim() === ''
    setReasonError(lacksReason ? 'Укажите причину' : null)
    if (!lacksReason) register.mutate(form.values)
  }
  return (
    <FactForm ready={ready} pending={register.isPending} onFact={submit}>
      <Stack gap="md">
        {unknown.length > 0 && <UnknownFields form={form} unknown={unknown} today={today} />}
        <CitizenFields form={groups} isAppointing={isAppointing} />
        <DocumentFields form={groups} />
        <ConsentFields form={groups} isAppointing={isAppointing} />
        {from === null && (
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
        )}
        {from !== null && (
          <ReceiptFields
            receipt={from.receipt ?? { on: null, source: 'taken' }}
            receivedOn={form.values.receivedOn}
            {...{ reason, reasonError }}
            onReason={setReason}
          >
            <DayField label="Дата поступления" required {...form.getInputProps('receivedOn')} />
          </ReceiptFields>
        )}
        <Fieldset legend="Приём">
          <Stack gap="sm">
            <Switch
              label="Назначить приём сразу"
              description="Иначе заявка ждёт решения на экране «Заявки»"
              checked={isAppointing}
              onChange={event => setAppointing(event.currentTarget.checked)}
            />
            {isAppointing && (
              <AppointmentChoice
                appointment={appointment}
                faults={faultFieldsWithin(register.error, 'appointment.')}
                onChange={register.reset}
              />
            )}
          </Stack>
        </Fieldset>
        {isNobody ? (
          <Text size="sm" c="var(--tone-warn)" role="status">
            {nobodyNamed}
          </Text>
        ) : (
          missing.length > 0 && (
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
          )
        )}
        {register.error && (
          <Alert color="red" title="Заявка не зарегистрирована, введённое осталось в форме" role="alert">
            {faultHint(register.error)}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            Отмена
          </Button>
          <FactButton loading={register.isPending} disabled={!ready} onClick={submit}>
            {isAppointing ? 'Зарегистрировать и назначить приём' : 'Зарегистрировать'}
          </FactButton>
        </Group>
      </Stack>
    </FactForm>
  )
}
