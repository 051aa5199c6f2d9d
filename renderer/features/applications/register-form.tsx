import { Alert, Button, Fieldset, Group, Select, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { missingFieldWords } from '../../../shared/applications/registration-fields.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { FactForm } from '../../ui/fact-form.tsx'
import { faultFieldsWithin, faultHint } from '../../ui/fault-hint.ts'
import type { ApplicationForm } from '../reception/application-form.ts'
import { CitizenFields } from '../reception/citizen-fields.tsx'
import { ConsentFields } from '../reception/consent-fields.tsx'
import { DocumentFields } from '../reception/document-fields.tsx'
import {
  initialRegistration,
  type LetterToRegister,
  letterProblems,
  missingOf,
  type RegistrationValues,
  toRegistration,
} from './registration-values.ts'

interface RegisterFormProps {
  /** Local date of the body. */
  today: string
  from: LetterToRegister | null
  onCancel: () => void
  onRegistered: (registered: { applicationId: string; journalNumber: number }) => void
}

const channels = [
  { value: 'visit', label: 'Очно или на бумаге (вне виджета)' },
  { value: 'phone', label: 'По телефону (вне виджета)' },
  { value: 'widget', label: 'Виджет на сайте' },
]

/** Every field of п. 2.2 as far as it is known: what is missing is told and does not stop the registration (п. 2.4). */
export function RegisterForm({ today, from, onCancel, onRegistered }: RegisterFormProps) {
  const { calls } = useWorkstation()
  const [initial] = useState(() => initialRegistration(today, from))
  const form = useForm<RegistrationValues>({ initialValues: initial, initialErrors: letterProblems(from) })
  const register = useMutation({
    mutationFn: (values: RegistrationValues) =>
      calls.applications.register({ letterId: from?.letterId ?? null, fields: toRegistration(values) }),
    onSuccess: onRegistered,
    onError: error => form.setErrors(faultFieldsWithin(error, 'fields.')),
  })
  // The groups of fields are those of an application with its reception.
  const groups = form as unknown as ApplicationForm
  const missing = missingOf(form.values)
  const unknown = from?.reading.application?.unknown ?? []
  const submit = () => register.mutate(form.values)
  return (
    <FactForm ready pending={register.isPending} onFact={submit}>
      <Stack gap="md">
        <CitizenFields form={groups} />
        <DocumentFields form={groups} />
        <ConsentFields form={groups} />
        {from === null && (
          <Fieldset legend="Поступление">
            <Group grow align="flex-start">
              <Select
                label="Как поступила заявка"
                data={channels}
                allowDeselect={false}
                {...form.getInputProps('channel')}
              />
              <DayField label="Дата поступления" required {...form.getInputProps('receivedOn')} />
            </Group>
          </Fieldset>
        )}
        {unknown.length > 0 && (
          <Alert color="gray" title="Есть в письме, но программа этого не знает">
            {unknown.map(({ label, value }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: labels of a letter may repeat, and the list never changes
              <Text key={index} size="sm">
                {label}: {value}
              </Text>
            ))}
          </Alert>
        )}
        {missing.length > 0 && (
          <Text size="sm" c="var(--tone-warn)" role="status">
            Не хватает: {missing.map(name => missingFieldWords[name].name).join(', ')}. Зарегистрировать можно:
            неполнота не основание для отказа, недостающее спросите по телефону.
          </Text>
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
          <FactButton loading={register.isPending} onClick={submit}>
            Зарегистрировать
          </FactButton>
        </Group>
      </Stack>
    </FactForm>
  )
}
