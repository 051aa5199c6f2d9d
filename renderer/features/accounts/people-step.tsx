import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { FirstRun } from '../../../shared/contract/accounts.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { PersonFields } from './person-fields.tsx'

/** Who else works here: at least one specialist, or nobody can receive. */
export function PeopleStep({ form, minimumLength }: { form: UseFormReturnType<FirstRun>; minimumLength: number }) {
  const { people } = form.getValues()
  const add = () => form.insertListItem('people', { fullName: '', position: '', role: 'specialist', password: '' })
  return (
    <Stack gap="sm">
      <Text c="dimmed">
        Приём ведёт специалист, журнал и записи контролирует руководитель, за компьютером следит технический специалист.
        Других сотрудников администратор добавит позже в «Настройках».
      </Text>
      {people.map((person, at) => (
        <Paper key={form.key(`people.${at}`)} withBorder p="sm" aria-label={`Сотрудник ${at + 1}`} component="section">
          <Stack gap="xs">
            <PersonFields
              form={form}
              path={`people.${at}`}
              minimumLength={minimumLength}
              autoFocus={person.fullName === ''}
            />
            <Group justify="flex-end">
              <Button
                variant="subtle"
                color="gray"
                leftSection={<IconTrash aria-hidden size="1.1em" />}
                onClick={() => form.removeListItem('people', at)}
              >
                Убрать
              </Button>
            </Group>
          </Stack>
        </Paper>
      ))}
      {!people.some(({ role }) => role === 'specialist') && (
        <ToneText tone="info">Пока нет ни одного специалиста: вести приём будет некому.</ToneText>
      )}
      <Group>
        <Button variant="default" leftSection={<IconPlus aria-hidden size="1.1em" />} onClick={add}>
          Добавить сотрудника
        </Button>
      </Group>
    </Stack>
  )
}
