import { Alert, Button, Group, Select, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { EntryPerson } from '../../../shared/contract/accounts.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { RecoveryKeyField } from '../backup/recovery-key-field.tsx'
import { NewPasswordTwice } from './new-password-field.tsx'

interface ResetByKeyFormProps {
  people: readonly EntryPerson[]
  minimumLength: number
  onDone: () => void
  onBack: () => void
}

/** «Забыт пароль»: an administrator sets another one with the printed recovery key; everybody else asks an administrator. */
export function ResetByKeyForm({ people, minimumLength, onDone, onBack }: ResetByKeyFormProps) {
  const { calls } = useWorkstation()
  const [accountId, setAccountId] = useState<string | null>(null)
  const [recoveryKey, setRecoveryKey] = useState('')
  const [newPassword, setNewPassword] = useState('')
  const [repeated, setRepeated] = useState('')
  const reset = useMutation({
    mutationFn: (who: string) => calls.accounts.resetByRecoveryKey({ accountId: who, recoveryKey, newPassword }),
    onSuccess: onDone,
    // The key is nowhere but on paper.
    gcTime: 0,
  })
  const atFields = faultFields(reset.error)
  const isComplete = accountId !== null && recoveryKey.trim() !== '' && newPassword !== '' && newPassword === repeated
  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (isComplete) reset.mutate(accountId)
      }}
    >
      <Stack gap="sm">
        <Text>
          Специалисту, руководителю и техническому специалисту новый пароль выдаёт администратор. Администратор,
          забывший свой пароль, задаёт новый ключом восстановления. Это записывается в журнал событий.
        </Text>
        <Select
          label="Администратор"
          placeholder="Выберите себя"
          data={people.map(({ id, shortName, position }) => ({ value: id, label: `${shortName}, ${position}` }))}
          value={accountId}
          onChange={setAccountId}
          allowDeselect={false}
          searchable
          nothingFoundMessage="Такого сотрудника нет"
        />
        <RecoveryKeyField value={recoveryKey} onChange={setRecoveryKey} error={atFields.recoveryKey ?? null} />
        <NewPasswordTwice
          minimumLength={minimumLength}
          password={newPassword}
          repeated={repeated}
          onPassword={setNewPassword}
          onRepeated={setRepeated}
          error={atFields.newPassword}
        />
        {reset.error && !atFields.recoveryKey && (
          <Alert color="red" role="alert" title="Пароль не изменён">
            {faultHint(reset.error)}
          </Alert>
        )}
        <Group justify="space-between">
          <Button variant="subtle" onClick={onBack}>
            Назад
          </Button>
          <Button type="submit" size="md" disabled={!isComplete} loading={reset.isPending}>
            Задать пароль
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
