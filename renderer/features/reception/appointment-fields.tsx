import { Fieldset, Group, Select, Stack, TextInput } from '@mantine/core'
import { DayField } from '../../ui/day-field.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import type { ApplicationForm } from './application-form.ts'

const channels = [
  { value: 'widget', label: 'Виджет на сайте' },
  { value: 'phone', label: 'По телефону (вне виджета)' },
  { value: 'visit', label: 'Очно (вне виджета)' },
]

/** How the application came, when the citizen is received, and in which room. */
export function AppointmentFields({ form }: { form: ApplicationForm }) {
  return (
    <Fieldset legend="Поступление и приём">
      <Stack gap="xs">
        <Group grow align="flex-start">
          <Select
            label="Как поступила заявка"
            data={channels}
            allowDeselect={false}
            {...form.getInputProps('channel')}
          />
          <DayField label="Дата поступления" required {...form.getInputProps('receivedOn')} />
        </Group>
        <Group grow align="flex-start">
          <DayField label="Дата приёма" required {...form.getInputProps('appointedDate')} />
          <TimeField label="Время приёма (местное)" required {...form.getInputProps('appointedTime')} />
        </Group>
        <TextInput
          label="Ссылка на встречу в Телемосте или её номер"
          description="Можно добавить позже на экране «Сегодня»"
          placeholder="https://telemost.yandex.ru/j/…"
          autoComplete="off"
          {...form.getInputProps('link')}
        />
      </Stack>
    </Fieldset>
  )
}
