import { Alert, Stack, Text } from '@mantine/core'
import { IconSpeakerphone } from '@tabler/icons-react'
import { useRegulation } from '../../app/desk.tsx'
import { useRecorder } from '../../app/workstation-provider.tsx'
import { ClauseMark } from '../../ui/clause-mark.tsx'
import { notArmedText, RecorderReadiness } from './recorder-readiness.tsx'
import { useSession } from './session-context.tsx'
import { StepButton } from './step-button.tsx'

const reasonId = 'recorder-not-ready-again'

/** The recording had stopped and goes on, once its sources are there again: the citizen is told before the talk goes on. */
export function RepeatedNoticeCard() {
  const { act } = useSession()
  const { noticeRepeated } = useRegulation().words
  const isReady = notArmedText(useRecorder()) === null
  return (
    <Alert color="amber" icon={<IconSpeakerphone aria-hidden />} title="Сообщите: видеозапись продолжается">
      <Stack gap="xs" align="flex-start">
        <Text size="lg">
          «{noticeRepeated.text}» <ClauseMark clause={noticeRepeated.clause} />
        </Text>
        <Text size="sm">Запись продолжится с этой отметки. Остальные шаги ждут её.</Text>
        <StepButton
          givesNotice
          disabled={!isReady}
          describedBy={isReady ? undefined : reasonId}
          onAct={() => void act({ kind: 'noticeRepeated' })}
        >
          Сообщено
        </StepButton>
        {!isReady && <RecorderReadiness reasonId={reasonId} />}
      </Stack>
    </Alert>
  )
}
