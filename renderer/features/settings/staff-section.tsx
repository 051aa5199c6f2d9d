import { Badge, Button, Group, Stack, Table, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import { onlyAdministrator } from '../../../shared/accounts/only-administrator.ts'
import type { StaffMember } from '../../../shared/contract/accounts.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { roleWords } from '../accounts/role-words.ts'
import { AuthorisationSection } from '../applications/authorisation-section.tsx'
import { DisabledWithReceptions } from '../takeover/disabled-with-receptions.tsx'
import { PersonDialog } from './person-dialog.tsx'

/** «Сотрудники»: who works here and as what; nobody is ever deleted, because history keeps their name. */
export function StaffSection() {
  const { queries } = useWorkstation()
  const staff = useQuery(queries.accounts.staff.queryOptions())
  /** Whose line is unfolded. */
  const [editing, setEditing] = useState<string | null>(null)
  const close = () => setEditing(null)
  if (staff.error) {
    return <QueryFailure title="Список не прочитан" error={staff.error} onRetry={() => void staff.refetch()} />
  }
  if (!staff.data) return <Loading label="Читаем список…" />
  return (
    <Stack gap="sm">
      <DisabledWithReceptions />
      {onlyAdministrator(staff.data) && (
        <ToneText tone="warn">
          Администратор один. Если он забудет пароль или уйдёт, войти в «Настройки» можно будет только с ключом
          восстановления: назначьте второго администратора.
        </ToneText>
      )}
      <Group>
        <Button leftSection={<IconPlus aria-hidden size="1.1em" />} onClick={() => setEditing('new')}>
          Добавить сотрудника
        </Button>
      </Group>
      {editing === 'new' && <PersonDialog editing="new" onClose={close} />}
      <Table withTableBorder verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Фамилия, имя, отчество</Table.Th>
            <Table.Th>Должность</Table.Th>
            <Table.Th>Роль</Table.Th>
            <Table.Th>Вход</Table.Th>
            <Table.Th aria-label="Действия" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {staff.data.map(member => (
            <Fragment key={member.id}>
              <Table.Tr>
                <Table.Td>{member.fullName}</Table.Td>
                <Table.Td>{member.position}</Table.Td>
                <Table.Td>{roleWords[member.role]}</Table.Td>
                <Table.Td>
                  <EntryState member={member} />
                </Table.Td>
                <Table.Td>
                  <Button
                    variant="default"
                    size="compact-md"
                    aria-label={`Изменить: ${member.shortName}`}
                    onClick={() => setEditing(member.id)}
                  >
                    Изменить…
                  </Button>
                </Table.Td>
              </Table.Tr>
              {editing === member.id && (
                <Table.Tr>
                  <Table.Td colSpan={5}>
                    <PersonDialog editing={member} onClose={close} />
                  </Table.Td>
                </Table.Tr>
              )}
            </Fragment>
          ))}
        </Table.Tbody>
      </Table>
      <AuthorisationSection />
    </Stack>
  )
}

function EntryState({ member }: { member: StaffMember }) {
  if (member.disabledAt !== null) {
    return (
      <Badge color="gray" variant="outline" tt="none">
        отключён
      </Badge>
    )
  }
  return <Text size="sm">{member.passwordChangeDue ? 'сменит пароль при входе' : 'разрешён'}</Text>
}
