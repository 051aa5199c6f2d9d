import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { eventWords } from '../../../shared/reception/event-words.ts'
import type { TracedEvent } from '../../../shared/reception/trace.ts'
import { formatTimeWithSeconds } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { TimeField } from '../../ui/time-field.tsx'
import { instantOfTime } from './clock-time.ts'
import { useSession } from './session-context.tsx'

interface CorrectTimeProps {
  event: TracedEvent
  open: boolean
  onOpen: (open: boolean) => void
}

/** «Изменить время»: the old time stays in the trace, and the order of the facts is kept by the workstation. */
export function CorrectTime({ event, open, onOpen }: CorrectTimeProps) {
  const timeZone = useTimeZone()
  const { act, acting, failure } = useSession()
  const [typed, setTyped] = useState(() => formatTimeWithSeconds(event.occurredAt, timeZone))
  const [tried, setTried] = useState(false)
  const occurredAt = instantOfTime(typed, event.occurredAt, timeZone)

  if (!open) {
    return (
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`Изменить время: ${eventWords(event.action)}`}
        onClick={() => {
          setTyped(formatTimeWithSeconds(event.occurredAt, timeZone))
          setTried(false)
          onOpen(true)
        }}
      >
        Изменить время
      </Button>
    )
  }

  async function correct(): Promise<void> {
    if (occurredAt === null) return
    setTried(true)
    if (await act({ kind: 'timeCorrected', sequence: event.sequence, occurredAt })) onOpen(false)
  }

  return (
    <Stack gap="xs">
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <TimeField label="Новое время" withSeconds secondsInputLabel="Секунды" value={typed} onChange={setTyped} />
        <FactButton disabled={occurredAt === null || acting} onClick={() => void correct()}>
          Записать
        </FactButton>
        <Button variant="default" onClick={() => onOpen(false)}>
          Отмена
        </Button>
      </Group>
      {tried && failure !== null && (
        <Text size="xs" c="var(--tone-bad)" role="alert">
          {faultHint(failure)}
        </Text>
      )}
    </Stack>
  )
}
