import { Alert, Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { ApplicationMatter, Completion } from '../../../shared/contract/application-list.ts'
import { phoneText } from '../../../shared/text/phone.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { FactForm } from '../../ui/fact-form.tsx'
import { faultFieldsWithin, faultHint } from '../../ui/fault-hint.ts'
import { useMatterAct } from './use-matter-act.ts'

type Values = Pick<
  Required<Completion['fields']>,
  'familyName' | 'givenName' | 'patronymic' | 'topic' | 'phone' | 'email' | 'address' | 'documentKind'
> & {
  documentSeries: string
  documentNumber: string
  documentIssuedBy: string
  birthDate: string | null
  documentIssuedOn: string | null
  basis: string
}

const empty: Values = {
  ...{ familyName: '', givenName: '', patronymic: '', topic: '', phone: '', email: '', address: '' },
  ...{ documentKind: 'Паспорт гражданина РФ', documentSeries: '', documentNumber: '', documentIssuedBy: '' },
  ...{ birthDate: null, documentIssuedOn: null, basis: '' },
}

/** What the citizen told: only what is entered here is written, the rest stays. */
export function CompleteDialog({ matter, onClose }: { matter: ApplicationMatter; onClose: () => void }) {
  const { calls } = useWorkstation()
  const form = useForm<Values>({ initialValues: empty })
  const lacks = new Set<string>(matter.missing)
  const complete = useMatterAct(
    (values: Values) => calls.applications.complete({ applicationId: matter.card.id, ...toCompletion(values, lacks) }),
    onClose,
  )
  const submit = () =>
    complete.mutate(form.values, { onError: error => form.setErrors(faultFieldsWithin(error, 'fields.')) })
  const ready = form.values.basis.trim() !== ''
  return (
    <Modal opened onClose={onClose} title="Дополнить заявку" size="xl" closeOnClickOutside={false}>
      <FactForm ready={ready} pending={complete.isPending} onFact={submit}>
        <Stack gap="sm">
          {(lacks.has('familyName') || lacks.has('givenName')) && (
            <Group grow align="flex-start">
              {lacks.has('familyName') && <TextInput label="Фамилия" {...form.getInputProps('familyName')} />}
              {lacks.has('givenName') && <TextInput label="Имя" {...form.getInputProps('givenName')} />}
              <TextInput label="Отчество (при наличии)" {...form.getInputProps('patronymic')} />
            </Group>
          )}
          {lacks.has('topic') && <TextInput label="Тематика вопроса" {...form.getInputProps('topic')} />}
          <Group grow align="flex-start">
            {lacks.has('birthDate') && (
              <DayField label="Дата рождения" purpose="birth" {...form.getInputProps('birthDate')} />
            )}
            <TextInput
              label="Телефон"
              placeholder={matter.card.phone === null ? '+7 900 000-00-00' : phoneText(matter.card.phone)}
              autoComplete="off"
              {...form.getInputProps('phone')}
            />
            <TextInput
              label="Электронная почта"
              placeholder={matter.card.email ?? 'имя@домен'}
              autoComplete="off"
              {...form.getInputProps('email')}
            />
          </Group>
          <TextInput
            label="Адрес регистрации"
            placeholder={matter.card.address ?? ''}
            autoComplete="off"
            {...form.getInputProps('address')}
          />
          {lacks.has('documentNumber') && (
            <Group grow align="flex-start">
              <TextInput label="Вид документа" {...form.getInputProps('documentKind')} />
              <TextInput label="Серия" autoComplete="off" {...form.getInputProps('documentSeries')} />
              <TextInput label="Номер" autoComplete="off" {...form.getInputProps('documentNumber')} />
              <DayField label="Когда выдан" purpose="past" {...form.getInputProps('documentIssuedOn')} />
            </Group>
          )}
          <TextInput
            label="Откуда это стало известно"
            description="Кто, когда и как сообщил; остаётся в истории заявки"
            required
            autoComplete="off"
            {...form.getInputProps('basis')}
          />
          {complete.error && (
            <Alert color="red" role="alert" title="Заявка не дополнена, введённое осталось в форме">
              {faultHint(complete.error)}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Отмена
            </Button>
            <FactButton loading={complete.isPending} disabled={!ready} onClick={submit}>
              Дополнить
            </FactButton>
          </Group>
        </Stack>
      </FactForm>
    </Modal>
  )
}

/** Only what was entered; the kind of a document alone says nothing. */
function toCompletion({ basis, ...values }: Values, lacks: ReadonlySet<string>): Omit<Completion, 'applicationId'> {
  const entered = Object.entries(values).filter(
    ([name, value]) =>
      value !== null &&
      value !== '' &&
      (name !== 'documentKind' || (lacks.has('documentNumber') && values.documentNumber.trim() !== '')),
  )
  return { fields: Object.fromEntries(entered), basis }
}
