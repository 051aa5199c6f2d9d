import { Fieldset, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { DayField } from '../../ui/day-field.tsx'
import type { ApplicationForm } from './application-form.ts'

/** Clause 2.2 (а, б, г, з, и): who asks, where they live, on what, how to reach them. */
export function CitizenFields({ form }: { form: ApplicationForm }) {
  return (
    <Fieldset legend="Гражданин (п. 2.2)">
      <Stack gap="xs">
        <Group grow align="flex-start">
          <TextInput label="Фамилия" required autoComplete="off" data-autofocus {...form.getInputProps('familyName')} />
          <TextInput label="Имя" required autoComplete="off" {...form.getInputProps('givenName')} />
          <TextInput label="Отчество (при наличии)" autoComplete="off" {...form.getInputProps('patronymic')} />
        </Group>
        <Group grow align="flex-start">
          <DayField label="Дата рождения" required {...form.getInputProps('birthDate')} />
          <TextInput
            label="Телефон"
            required
            type="tel"
            autoComplete="off"
            placeholder="+7 913 000-00-00"
            {...form.getInputProps('phone')}
          />
          <TextInput label="Электронная почта" type="email" autoComplete="off" {...form.getInputProps('email')} />
        </Group>
        <TextInput label="Адрес регистрации" required autoComplete="off" {...form.getInputProps('address')} />
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
          required
          autoComplete="off"
          placeholder="Субсидия на оплату ЖКУ"
          {...form.getInputProps('topic')}
        />
      </Stack>
    </Fieldset>
  )
}
