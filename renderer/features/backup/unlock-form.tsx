import { Button, Group, Stack, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { RecoveryKeyField } from './recovery-key-field.tsx'

/** «Открыть базу ключом восстановления»: the database is there, its key is not. */
export function UnlockForm({ onRestart }: { onRestart: () => void }) {
  const { calls } = useWorkstation()
  const [recoveryKey, setRecoveryKey] = useState('')
  const unlock = useMutation({ mutationFn: () => calls.recovery.unlock({ recoveryKey }), onSuccess: onRestart })
  const atField = unlock.error ? faultFields(unlock.error).recoveryKey : undefined
  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault()
        unlock.mutate()
      }}
    >
      <Stack gap="sm">
        <Title order={2} size="h4">
          Открыть базу ключом восстановления
        </Title>
        <RecoveryKeyField value={recoveryKey} onChange={setRecoveryKey} error={atField ?? null} />
        {unlock.error && !atField && <ToneText tone="bad">{faultHint(unlock.error)}</ToneText>}
        <Group>
          <Button type="submit" variant="default" loading={unlock.isPending} disabled={recoveryKey.trim() === ''}>
            Открыть базу
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
