import { Button, Group } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { NewPasswordField } from '../accounts/new-password-field.tsx'

interface ResetPasswordProps {
  accountId: string
  minimumLength: number
  onDone: (message: string) => void
}

/** Who forgot their password gets another first one. */
export function ResetPassword({ accountId, minimumLength, onDone }: ResetPasswordProps) {
  const { calls } = useWorkstation()
  const [password, setPassword] = useState('')
  const reset = useMutation({
    mutationFn: () => calls.accounts.resetPassword({ accountId, password }),
    onSuccess: () => onDone('Выдан новый первый пароль'),
  })
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (password !== '') reset.mutate()
      }}
    >
      <Group align="flex-end">
        <NewPasswordField
          flex={1}
          label="Новый первый пароль (забыт прежний)"
          required={false}
          minimumLength={minimumLength}
          value={password}
          error={reset.error ? (faultFields(reset.error).password ?? faultHint(reset.error)) : null}
          onChange={event => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={password === ''} loading={reset.isPending}>
          Выдать
        </Button>
      </Group>
    </form>
  )
}
