import { Alert, Button, Group, PasswordInput, Stack, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useDesk } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { RecoveryKeyCard } from '../accounts/recovery-key-card.tsx'

/** «Ключ восстановления»: a lost one is replaced, never shown again. */
export function RecoveryKeySection() {
  const { calls } = useWorkstation()
  const { body, workplace } = useDesk().session
  const [password, setPassword] = useState('')
  const renew = useMutation({
    mutationFn: () => calls.accounts.renewRecoveryKey({ password }),
    onSettled: () => setPassword(''),
    // The key is nowhere but on the screen.
    gcTime: 0,
  })
  if (renew.data) {
    return (
      <Stack maw="var(--layout-form)">
        <RecoveryKeyCard
          issued={{ ...renew.data, bodyName: body.name, workplaceName: workplace.name }}
          titleOrder={2}
          doneText="Готово"
          onDone={renew.reset}
        />
      </Stack>
    )
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (password !== '') renew.mutate()
      }}
    >
      <Stack gap="sm" maw="var(--layout-form)">
        <Title order={2} size="h4">
          Ключ восстановления
        </Title>
        <Text>
          Ключ открывает базу данных на другом компьютере, если этот выйдет из строя. Показать прежний ключ нельзя; если
          он утерян или стал известен посторонним, выдайте новый.
        </Text>
        <Text c="dimmed">
          Прежний ключ перестанет открывать базу этого рабочего места. Копии, сделанные до сих пор, открываются прежним
          ключом: храните его, пока хранятся они.
        </Text>
        <PasswordInput
          label="Ваш пароль"
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': 'Показать пароль' }}
          maw="var(--layout-list)"
          value={password}
          error={faultFields(renew.error).password}
          onChange={event => setPassword(event.currentTarget.value)}
        />
        {renew.error && (
          <Alert color="red" role="alert" title="Новый ключ не выдан">
            {faultHint(renew.error)}
          </Alert>
        )}
        <Group>
          <Button type="submit" variant="default" disabled={password === ''} loading={renew.isPending}>
            Выдать новый ключ
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
