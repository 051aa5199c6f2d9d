import { Group, Text } from '@mantine/core'
import { localDate } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useNowMs } from '../../app/workstation-provider.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { TimeField } from '../../ui/time-field.tsx'
import type { AgreedTime } from './use-agreed-time.ts'

/** Day and time the citizen agreed to on the phone. */
export function AgreedTimeFields({ agreed }: { agreed: AgreedTime }) {
  const timeZone = useTimeZone()
  const nowMs = useNowMs()
  return (
    <>
      <Group gap="xs" grow align="flex-start">
        <DayField
          label="Иной срок"
          value={agreed.date}
          onChange={agreed.setDate}
          {...(nowMs === null ? {} : { minDate: localDate(nowMs, timeZone) })}
        />
        <TimeField label="Время" value={agreed.time} onChange={agreed.setTime} />
      </Group>
      {agreed.problem !== null && (
        <Text c="var(--tone-bad)" size="xs" role="alert">
          {agreed.problem}
        </Text>
      )}
    </>
  )
}
