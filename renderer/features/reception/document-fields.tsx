import { Fieldset, Group, Stack, TextInput } from '@mantine/core'
import { DayField } from '../../ui/day-field.tsx'
import type { ApplicationForm } from './application-form.ts'

/** Clause 2.2 (в). May stay empty where the application came by phone; then there is nothing to compare with. */
export function DocumentFields({ form }: { form: ApplicationForm }) {
  return (
    <Fieldset legend="Документ, удостоверяющий личность (п. 2.2)">
      <Stack gap="xs">
        <div style={{ display: 'grid', gridTemplateColumns: '5fr 3fr 4fr', gap: 'var(--mantine-spacing-md)' }}>
          <TextInput label="Вид документа" autoComplete="off" {...form.getInputProps('documentKind')} />
          <TextInput label="Серия" autoComplete="off" {...form.getInputProps('documentSeries')} />
          <TextInput label="Номер" autoComplete="off" {...form.getInputProps('documentNumber')} />
        </div>
        <Group grow align="flex-start">
          <TextInput label="Кем выдан" autoComplete="off" {...form.getInputProps('documentIssuedBy')} />
          <DayField
            label="Когда выдан"
            purpose="past"
            clearable
            clearButtonProps={{ 'aria-label': 'Очистить дату' }}
            {...form.getInputProps('documentIssuedOn')}
          />
        </Group>
      </Stack>
    </Fieldset>
  )
}
