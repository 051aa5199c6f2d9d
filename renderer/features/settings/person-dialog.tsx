import { Alert, Button, Divider, Group, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { StaffMember } from '../../../shared/contract/accounts.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { InPlacePanel } from '../../ui/in-place-panel.tsx'
import { NewPasswordField } from '../accounts/new-password-field.tsx'
import { asRole, roleOptions } from '../accounts/role-words.ts'
import { ResetPassword } from './reset-password.tsx'

interface PersonDialogProps {
  /** `new` adds one. */
  editing: StaffMember | 'new'
  onClose: () => void
}

/** One person: name, position, role; a new one also gets the first password. */
export function PersonDialog({ editing, onClose }: PersonDialogProps) {
  return (
    <InPlacePanel title={editing === 'new' ? 'Новый сотрудник' : 'Сотрудник'} onClose={onClose}>
      <PersonForm member={editing === 'new' ? null : editing} onDone={onClose} />
    </InPlacePanel>
  )
}

function PersonForm({ member, onDone }: { member: StaffMember | null; onDone: () => void }) {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  const settings = useQuery(queries.settings.get.queryOptions())
  const minimumLength = settings.data?.passwordMinimumLength ?? 10
  const form = useForm({
    initialValues: {
      fullName: member?.fullName ?? '',
      position: member?.position ?? '',
      role: member?.role ?? 'specialist',
      password: '',
    },
    validate: {
      fullName: value => (value.trim().split(/\s+/).length < 2 ? 'Укажите фамилию, имя и отчество полностью' : null),
      position: value => (value.trim() === '' ? 'Укажите должность' : null),
    },
  })
  const written = (message: string) => {
    void queryClient.invalidateQueries({ queryKey: queries.accounts.staff.key() })
    void queryClient.invalidateQueries({ queryKey: queries.takeover.key() })
    notifications.show({ color: 'green', message })
    onDone()
  }
  const save = useMutation({
    mutationFn: ({ password, ...entered }: typeof form.values) => {
      const person = { ...entered, role: asRole(entered.role) }
      return member
        ? calls.accounts.changePerson({ ...person, accountId: member.id })
        : calls.accounts.addPerson({ ...person, password })
    },
    onSuccess: () => written(member ? 'Сведения о сотруднике записаны' : 'Сотрудник добавлен'),
    onError: error => form.setErrors(faultFields(error)),
  })
  const toggle = useMutation({
    mutationFn: (accountId: string) =>
      member?.disabledAt ? calls.accounts.enablePerson({ accountId }) : calls.accounts.disablePerson({ accountId }),
    onSuccess: () => written(member?.disabledAt ? 'Вход разрешён' : 'Сотрудник отключён'),
  })
  const failure = save.error ?? toggle.error
  return (
    <Stack gap="md">
      <form onSubmit={form.onSubmit(entered => save.mutate(entered))} noValidate>
        <Stack gap="sm">
          <TextInput
            label="Фамилия, имя, отчество"
            required
            data-autofocus
            autoComplete="off"
            {...form.getInputProps('fullName')}
          />
          <Group grow align="flex-start">
            <TextInput label="Должность" required autoComplete="off" {...form.getInputProps('position')} />
            <Select label="Роль" data={roleOptions} allowDeselect={false} {...form.getInputProps('role')} />
          </Group>
          {member === null && (
            <NewPasswordField
              label="Первый пароль (сменит при входе)"
              minimumLength={minimumLength}
              {...form.getInputProps('password')}
            />
          )}
          {failure && (
            <Alert color="red" role="alert" title="Не записано">
              {faultHint(failure)}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onDone}>
              Отмена
            </Button>
            <Button type="submit" loading={save.isPending}>
              {member ? 'Записать' : 'Добавить'}
            </Button>
          </Group>
        </Stack>
      </form>
      {member && (
        <>
          <Divider />
          <ResetPassword accountId={member.id} minimumLength={minimumLength} onDone={written} />
          <Group>
            <Button variant="default" color="red" loading={toggle.isPending} onClick={() => toggle.mutate(member.id)}>
              {member.disabledAt ? 'Разрешить вход' : 'Отключить сотрудника'}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  )
}
