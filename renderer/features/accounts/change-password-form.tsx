import { Alert, Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { NewPasswordField } from './new-password-field.tsx'

/** Everybody's own password, below the name it is asked at. */
export function ChangePasswordForm({ titleId, onDone }: { titleId: string; onDone: () => void }) {
  const { calls, queries } = useWorkstation()
  const settings = useQuery(queries.settings.get.queryOptions())
  const [password, setPassword] = useState('')
  const [newPassword, setNewPassword] = useState('')
  const change = useMutation({
    mutationFn: () => calls.accounts.changePassword({ password, newPassword }),
    onSuccess: () => {
      notifications.show({ color: 'green', message: 'Пароль изменён' })
      onDone()
    },
  })
  const fields = faultFields(change.error)
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        change.mutate()
      }}
    >
      <Stack gap="sm">
        <Text id={titleId} fw={600}>
          Сменить пароль
        </Text>
        <PasswordInput
          label="Прежний пароль"
          data-autofocus
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': 'Показать пароль' }}
          value={password}
          error={fields.password}
          onChange={event => setPassword(event.currentTarget.value)}
        />
        <NewPasswordField
          label="Новый пароль"
          minimumLength={settings.data?.passwordMinimumLength ?? 10}
          value={newPassword}
          error={fields.newPassword}
          onChange={event => setNewPassword(event.currentTarget.value)}
        />
        {change.error && (
          <Alert color="red" role="alert" title="Пароль не изменён">
            {faultHint(change.error)}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            Отмена
          </Button>
          <Button type="submit" loading={change.isPending} disabled={password === '' || newPassword === ''}>
            Сменить
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
