import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconCalendarEvent } from '@tabler/icons-react'
import { useState } from 'react'
import type { MoveReason } from '../../../shared/reception/event.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { MoveDialog } from '../reception/move-dialog.tsx'
import { moveReasonWords } from '../reception/move-values.ts'
import { useSession } from './session-context.tsx'

/** Another time is agreed; the row of the journal stays the same. */
export function MovingCard({ reason }: { reason: MoveReason }) {
  const { detail, act, acting } = useSession()
  const timeZone = useTimeZone()
  const [moving, setMoving] = useState(false)
  const agreed = detail.card.state.facts.calls.findLast(call => call.agreedTime !== null)?.agreedTime ?? null
  return (
    <Alert color="amber" icon={<IconCalendarEvent aria-hidden />} title="Приём переносится">
      <Stack gap="xs" align="flex-start">
        <Text>{moveReasonWords[reason]}</Text>
        <Text>В списке дня он отмечен «нужен иной срок», номер в журнале остаётся прежним.</Text>
        {agreed !== null && <Text fw={600}>Согласован срок: {formatDateTime(agreed, timeZone)}</Text>}
        <Group>
          <Button onClick={() => setMoving(true)}>Другой срок…</Button>
          {reason === 'fault' && (
            <FactButton variant="default" disabled={acting} onClick={() => void act({ kind: 'talkEnded' })}>
              Записать результат…
            </FactButton>
          )}
        </Group>
      </Stack>
      {moving && <MoveDialog card={detail.card} onClose={() => setMoving(false)} />}
    </Alert>
  )
}
