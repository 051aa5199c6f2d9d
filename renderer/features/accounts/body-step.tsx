import { Select, Stack, Text, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { FirstRun } from '../../../shared/contract/accounts.ts'
import { timeZones } from './time-zones.ts'

/** Who receives the citizens, and by whose clock. */
export function BodyStep({ form }: { form: UseFormReturnType<FirstRun> }) {
  return (
    <Stack gap="sm">
      <Text c="dimmed">Эти сведения попадут в журнал и в документы о приёме.</Text>
      <TextInput
        label="Орган, который проводит приём"
        placeholder="Центр социальных выплат и информатизации"
        required
        autoFocus
        {...form.getInputProps('bodyName')}
      />
      <Select
        label="Часовой пояс органа"
        description="По нему считаются все сроки и время на экранах"
        data={timeZones}
        allowDeselect={false}
        searchable
        required
        nothingFoundMessage="Нет такого пояса"
        {...form.getInputProps('timeZone')}
      />
    </Stack>
  )
}
