import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { LinkField } from './link-field.tsx'

/** «Сменить ссылку…»: the meeting is gone, or does not answer; the citizen has to be told of the new one (п. 2.4). */
export function ChangeLink({ receptionId }: { receptionId: string }) {
  const [opened, setOpened] = useState(false)
  if (!opened) {
    return (
      <div>
        <Button size="compact-md" variant="subtle" onClick={() => setOpened(true)}>
          Сменить ссылку…
        </Button>
      </div>
    )
  }
  return (
    <Stack gap="xs" component="section" aria-label="Другая ссылка">
      <LinkField receptionId={receptionId} replace onSaved={() => setOpened(false)} />
      <Text size="sm">
        Если гражданину уже отправлено уведомление, ему нужна новая ссылка (п. 2.4): об этом напомнит «Требуют
        внимания».
      </Text>
      <div>
        <Button size="compact-md" variant="default" onClick={() => setOpened(false)}>
          Оставить прежнюю
        </Button>
      </div>
    </Stack>
  )
}
