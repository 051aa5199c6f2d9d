import { Fieldset, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { fieldRemarks } from '../../../shared/applications/field-remarks.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Remarked } from '../../ui/remarked.tsx'
import type { ApplicationForm } from './application-form.ts'

interface CitizenFieldsProps {
  form: ApplicationForm
  /** Nobody is received without a name. */
  isAppointing: boolean
  /** What stands there already and is not changed here, by name. */
  locked?: ReadonlySet<string>
}

const none: ReadonlySet<string> = new Set()

/**
 * Clause 2.2 (а, б, г, з, и): who asks, where they live, on what, how to reach them. A star stands only where the form
 * cannot be sent without the field; what looks odd is said beside it and decided by the person.
 */
export function CitizenFields({ form, isAppointing, locked = none }: CitizenFieldsProps) {
  const remarks = fieldRemarks(form.values)
  return (
    <Fieldset legend="Гражданин (п. 2.2)">
      <Stack gap="xs">
        <Group grow align="flex-start">
          <Remarked remark={remarks.familyName}>
            <TextInput
              label="Фамилия"
              required={isAppointing}
              autoComplete="off"
              data-autofocus
              disabled={locked.has('familyName')}
              {...form.getInputProps('familyName')}
            />
          </Remarked>
          <Remarked remark={remarks.givenName}>
            <TextInput
              label="Имя"
              autoComplete="off"
              disabled={locked.has('givenName')}
              {...form.getInputProps('givenName')}
            />
          </Remarked>
          <Remarked remark={remarks.patronymic}>
            <TextInput
              label="Отчество (при наличии)"
              autoComplete="off"
              disabled={locked.has('patronymic')}
              {...form.getInputProps('patronymic')}
            />
          </Remarked>
        </Group>
        <Group grow align="flex-start">
          <DayField
            label="Дата рождения"
            purpose="birth"
            disabled={locked.has('birthDate')}
            {...form.getInputProps('birthDate')}
          />
          <Remarked remark={remarks.phone}>
            <TextInput
              label="Телефон"
              type="tel"
              autoComplete="off"
              placeholder="+7 913 000-00-00"
              {...form.getInputProps('phone')}
            />
          </Remarked>
          <TextInput label="Электронная почта" type="email" autoComplete="off" {...form.getInputProps('email')} />
        </Group>
        <TextInput label="Адрес регистрации" autoComplete="off" {...form.getInputProps('address')} />
        <Group gap="sm">
          <Text size="sm" id="address-kind">
            Регистрация
          </Text>
          <SegmentedControl
            aria-labelledby="address-kind"
            size="xs"
            data={[
              { value: 'residence', label: 'по месту жительства' },
              { value: 'stay', label: 'по месту пребывания' },
            ]}
            {...form.getInputProps('addressKind')}
          />
        </Group>
        <TextInput
          label="Тематика вопроса"
          autoComplete="off"
          placeholder="Субсидия на оплату ЖКУ"
          disabled={locked.has('topic')}
          {...form.getInputProps('topic')}
        />
      </Stack>
    </Fieldset>
  )
}
