import { Alert, Button, Group, PasswordInput, Select, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { EntryPerson } from '../../../shared/contract/accounts.ts'
import { FaultError } from '../../../shared/contract/fault-error.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { NewPasswordTwice } from './new-password-field.tsx'

interface SignInFormProps {
  people: readonly EntryPerson[]
  minimumLength: number
  takesFocus: boolean
  onSignedIn: () => void
  /** Somebody else wants to come in through the lock; null where there is no lock. */
  onOther: (() => void) | null
}

const isChangeDue = (error: unknown): boolean =>
  error instanceof FaultError && (error.fault.code === 'passwordChangeDue' || 'newPassword' in faultFields(error))

/** Who, and the password; a first password is changed on the spot. */
export function SignInForm({ people, minimumLength, takesFocus, onSignedIn, onOther }: SignInFormProps) {
  const { calls } = useWorkstation()
  const [only] = people.length === 1 ? people : []
  const [accountId, setAccountId] = useState<string | null>(only?.id ?? null)
  const [password, setPassword] = useState('')
  const [newPassword, setNewPassword] = useState('')
  const [repeated, setRepeated] = useState('')
  const [changing, setChanging] = useState(false)
  const signIn = useMutation({
    mutationFn: (who: string) =>
      calls.accounts.signIn({ accountId: who, password, newPassword: changing ? newPassword : null }),
    onSuccess: onSignedIn,
    onError: error => {
      if (isChangeDue(error)) setChanging(true)
      else setPassword('')
    },
  })
  const complete =
    accountId !== null && password !== '' && (!changing || (newPassword !== '' && newPassword === repeated))
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (complete) signIn.mutate(accountId)
      }}
    >
      <Stack gap="sm">
        <Select
          label="Сотрудник"
          placeholder="Выберите себя"
          data={people.map(({ id, shortName, position }) => ({ value: id, label: `${shortName}, ${position}` }))}
          value={accountId}
          onChange={setAccountId}
          allowDeselect={false}
          searchable
          readOnly={only !== undefined}
          autoFocus={takesFocus && only === undefined}
          nothingFoundMessage="Такого сотрудника нет"
        />
        <PasswordInput
          label={changing ? 'Первый пароль' : 'Пароль'}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': 'Показать пароль' }}
          autoFocus={takesFocus && only !== undefined}
          value={password}
          onChange={event => setPassword(event.currentTarget.value)}
        />
        {changing && (
          <NewPasswordTwice
            minimumLength={minimumLength}
            autoFocus
            password={newPassword}
            repeated={repeated}
            onPassword={setNewPassword}
            onRepeated={setRepeated}
            error={faultFields(signIn.error).newPassword}
          />
        )}
        {signIn.error && (
          <Alert
            color={changing ? 'amber' : 'red'}
            role="alert"
            title={changing ? 'Нужен новый пароль' : 'Вход не выполнен'}
          >
            {faultHint(signIn.error)}
          </Alert>
        )}
        <Group justify="space-between">
          {onOther ? (
            <Button variant="subtle" onClick={onOther}>
              Войти другому
            </Button>
          ) : (
            <span />
          )}
          <Button type="submit" size="md" disabled={!complete} loading={signIn.isPending}>
            Войти
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
