import { Button, Stack, Text } from '@mantine/core'
import { LinkField } from './link-field.tsx'

/** Another link instead of the former: the meeting is gone, or does not answer; the citizen has to be told (п. 2.4). */
export function ChangeLink({ receptionId, onDone }: { receptionId: string; onDone: () => void }) {
  return (
    <Stack gap="xs" component="section" aria-label="Другая ссылка">
      <LinkField receptionId={receptionId} replace onSaved={onDone} />
      <Text size="sm">
        Если гражданину уже отправлено уведомление, ему нужна новая ссылка (п. 2.4): об этом напомнит «Сделать сегодня».
      </Text>
      <div>
        <Button size="compact-md" variant="default" onClick={onDone}>
          Оставить прежнюю
        </Button>
      </div>
    </Stack>
  )
}
