import { Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { localDate, localToInstant } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useNowMs } from '../../app/workstation-provider.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import { useSession } from './session-context.tsx'

/** The time agreed on the phone, local to the body. */
export function AgreedTimeForm() {
  const { act, acting } = useSession()
  const timeZone = useTimeZone()
  const nowMs = useNowMs()
  const [date, setDate] = useState<string | null>(null)
  const [time, setTime] = useState('')
  const entered = date !== null && time !== ''
  const instant = entered ? localToInstant(`${date}T${time}`, timeZone) : null
  const past = instant !== null && nowMs !== null && Date.parse(instant) <= nowMs
  const problem = past ? 'Это время уже прошло' : entered && instant === null ? 'Такого времени нет' : null
  return (
    <Stack gap="xs">
      <Group gap="xs" grow align="flex-start">
        <DayField
          label="Иной срок"
          value={date}
          onChange={setDate}
          {...(nowMs === null ? {} : { minDate: localDate(nowMs, timeZone) })}
        />
        <TimeField label="Время" value={time} onChange={setTime} />
      </Group>
      {problem !== null && (
        <Text c="var(--tone-bad)" size="xs" role="alert">
          {problem}
        </Text>
      )}
      <FactButton
        disabled={instant === null || past || acting}
        onClick={() => instant !== null && void act({ kind: 'phoneCalled', result: 'agreed', agreedTime: instant })}
      >
        Гражданин согласен на этот срок
      </FactButton>
    </Stack>
  )
}
