import { Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'

/** Going on without the last changes; they are set aside, not deleted. */
export function GoOnForm({ onRestart }: { onRestart: () => void }) {
  const { calls } = useWorkstation()
  const [read, setRead] = useState(false)
  const goOn = useMutation({ mutationFn: () => calls.recovery.goOn(), onSuccess: onRestart })
  return (
    <Stack gap="sm" component="section" aria-labelledby="recovery-go-on">
      <Title order={2} size="h4" id="recovery-go-on">
        Продолжить с базой без последних изменений
      </Title>
      <Text>Повреждённый файл сохраняется рядом. Проверьте затем последние отметки и внесите недостающие.</Text>
      <Checkbox
        label="Понимаю, что последние отметки могли не сохраниться"
        checked={read}
        onChange={event => setRead(event.currentTarget.checked)}
      />
      {goOn.error && <ToneText tone="bad">{faultHint(goOn.error)}</ToneText>}
      <Group>
        <Button disabled={!read} loading={goOn.isPending} onClick={() => goOn.mutate()}>
          Продолжить
        </Button>
      </Group>
    </Stack>
  )
}
