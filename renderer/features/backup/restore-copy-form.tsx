import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { FoundBackup } from '../../../shared/contract/recovery.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { InPlacePanel } from '../../ui/in-place-panel.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { RecoveryKeyField } from './recovery-key-field.tsx'

interface RestoreCopyFormProps {
  copy: FoundBackup
  madeAt: string
  directory: string
  onClose: () => void
  onRestart: () => void
}

/** The last question before a copy takes the place of the database. */
export function RestoreCopyForm({ copy, madeAt, directory, onClose, onRestart }: RestoreCopyFormProps) {
  const { calls } = useWorkstation()
  const [recoveryKey, setRecoveryKey] = useState('')
  const [evenIfNotProven, setEvenIfNotProven] = useState(false)
  const [isDoubted, setDoubted] = useState(false)
  const restore = useMutation({
    mutationFn: () =>
      calls.recovery.restore({
        ...{ directory, name: copy.name, recoveryKey: copy.opensHere ? null : recoveryKey, evenIfNotProven },
      }),
    onSuccess: onRestart,
    onError: error => {
      if ('evenIfNotProven' in faultFields(error)) setDoubted(true)
    },
  })
  const atField = restore.error ? faultFields(restore.error).recoveryKey : undefined
  return (
    <InPlacePanel title={`Восстановить базу из копии ${madeAt}`} onClose={onClose}>
      <Stack gap="sm">
        <Text>
          Копия будет прочитана целиком и встанет на место базы. То, что лежит на этом месте сейчас, сохраняется рядом
          без изменений. Сама копия остаётся, где была.
        </Text>
        {!copy.opensHere && <RecoveryKeyField value={recoveryKey} onChange={setRecoveryKey} error={atField ?? null} />}
        {restore.error && !atField && <ToneText tone="bad">{faultHint(restore.error)}</ToneText>}
        {isDoubted && (
          <Checkbox
            label="Восстановить всё равно: другой копии нет"
            checked={evenIfNotProven}
            onChange={event => setEvenIfNotProven(event.currentTarget.checked)}
          />
        )}
        {restore.isPending && <Text role="status">Читаем копию целиком…</Text>}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={restore.isPending}>
            Не восстанавливать
          </Button>
          <Button
            loading={restore.isPending}
            disabled={(!copy.opensHere && recoveryKey.trim() === '') || (isDoubted && !evenIfNotProven)}
            onClick={() => restore.mutate()}
          >
            Восстановить базу
          </Button>
        </Group>
      </Stack>
    </InPlacePanel>
  )
}
