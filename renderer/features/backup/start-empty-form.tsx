import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { startEmptyPhrase } from '../../../shared/contract/recovery.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'

/** «Начать с пустой базой»: only for who types it out. */
export function StartEmptyForm({ onRestart }: { onRestart: () => void }) {
  const { calls } = useWorkstation()
  const [phrase, setPhrase] = useState('')
  const begin = useMutation({ mutationFn: () => calls.recovery.startEmpty({ phrase }), onSuccess: onRestart })
  return (
    <Stack gap="sm" component="section" aria-labelledby="recovery-empty">
      <Title order={2} size="h4" id="recovery-empty">
        Начать с пустой базой
      </Title>
      <Text>
        Журнал, заявки и настройки начнутся заново, номера тоже. Прежняя база сохраняется рядом: её можно будет отдать
        на восстановление. Выбирайте, только если копий нет.
      </Text>
      <Group gap="sm" align="flex-end">
        <TextInput
          label={`Чтобы подтвердить, введите: ${startEmptyPhrase}`}
          autoComplete="off"
          flex={1}
          value={phrase}
          error={begin.error ? (faultFields(begin.error).phrase ?? faultHint(begin.error)) : null}
          onChange={event => setPhrase(event.currentTarget.value)}
        />
        <Button
          color="red"
          variant="outline"
          loading={begin.isPending}
          disabled={phrase.trim().toLowerCase() !== startEmptyPhrase}
          onClick={() => begin.mutate()}
        >
          Начать с пустой базой
        </Button>
      </Group>
    </Stack>
  )
}
