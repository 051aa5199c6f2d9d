import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconVideo } from '@tabler/icons-react'
import type { Alarm } from '../../../shared/contract/workplace.ts'
import type { ReceptionFacts } from '../../../shared/reception/state.ts'
import { formatTimeWithSeconds } from '../../../shared/text/date-time.ts'
import { useHost, useTimeZone } from '../../app/desk.tsx'
import { useOpenRecorder } from '../../app/use-open-recorder.ts'
import { useRecorder } from '../../app/workstation-provider.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { type AlarmText, alarmText, alarmTexts, isAlarmBeforeRecording, isWarningOnly } from './alarm-texts.ts'

/** The most urgent alarm in full with its repair; the others, often its consequences, in one line each. */
export function AlarmPanel({ facts }: { facts: ReceptionFacts }) {
  const recorder = useRecorder()
  const host = useHost()
  const raised = recorder?.alarms ?? []
  const recordingBegan = facts.connectedAt !== null
  const waitsForNotice = facts.noticeDue && (recorder?.armed ?? false)
  const [first, ...others] = recordingBegan ? raised : raised.filter(alarm => isAlarmBeforeRecording(alarm.code))
  return (
    <Stack gap="xs" role="alert" aria-label="Тревоги записи">
      {first && <AlarmCard key={first.code} alarm={first} text={alarmText(first.code, waitsForNotice, host)} />}
      {others.map(alarm => (
        <ToneText key={alarm.code} tone={isWarningOnly(alarm.code) ? 'warn' : 'bad'} size="sm">
          {alarmTexts[alarm.code].happened}
        </ToneText>
      ))}
    </Stack>
  )
}

function AlarmCard({ alarm, text }: { alarm: Alarm; text: AlarmText }) {
  const timeZone = useTimeZone()
  const open = useOpenRecorder()
  const { happened, kept, todo, repair } = text
  return (
    <Alert
      color={isWarningOnly(alarm.code) ? 'amber' : 'red'}
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={happened}
    >
      <Stack gap="xs" align="flex-start">
        <Text>{kept}</Text>
        <Text>{todo}</Text>
        {repair === 'openRecorder' && (
          <Button
            color={isWarningOnly(alarm.code) ? 'blue' : 'red'}
            leftSection={<IconVideo aria-hidden size="1.1em" />}
            loading={open.isPending}
            onClick={() => open.mutate()}
          >
            Открыть окно записи
          </Button>
        )}
        <Text size="xs">с {formatTimeWithSeconds(alarm.since, timeZone)}</Text>
      </Stack>
    </Alert>
  )
}
