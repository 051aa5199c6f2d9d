import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconSpeakerphone } from '@tabler/icons-react'
import { phoneText } from '../../../shared/text/phone.ts'
import { useHost, useRegulation } from '../../app/desk.tsx'
import { useOpenRecorder } from '../../app/use-open-recorder.ts'
import { useRecorder } from '../../app/workstation-provider.tsx'
import { ClauseMark } from '../../ui/clause-mark.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { CallResultButton } from './call-result-button.tsx'
import { noticeFirstReasonId } from './notice-first.ts'
import { PhoneCalls } from './phone-calls.tsx'
import { notArmedText } from './recorder-text.ts'
import classes from './session.module.css'
import { useSession } from './session-context.tsx'
import { StepActions } from './step-actions.tsx'
import { StepButton } from './step-button.tsx'

const reasonId = 'recorder-not-ready-again'

/**
 * The recording had stopped and goes on, once its sources are there again: the citizen is told before the talk goes on.
 * After a kill or a power cut the room may be empty by now, so the citizen is called first.
 */
export function RepeatedNoticeCard() {
  const { detail, act } = useSession()
  const { state, phone } = detail.card
  const { noticeRepeated } = useRegulation().words
  const wasAway = state.facts.workInterruptions.at(-1)?.cause !== 'recorderLost'
  const notArmed = notArmedText(useRecorder(), useHost())
  const isReady = notArmed === null
  const openRecorder = useOpenRecorder()
  return (
    <>
      <Alert color="amber" icon={<IconSpeakerphone aria-hidden />} title="Сообщите: видеозапись продолжается">
        <Stack gap="xs" align="flex-start">
          {wasAway && (
            <>
              <Text>
                <Text span fw={600}>
                  Позвонить
                </Text>{' '}
                — если гражданина уже нет в комнате:
              </Text>
              <span className={classes.phone}>{phoneText(phone)}</span>
              <Group gap="xs">
                <CallResultButton result="willConnect" />
                <CallResultButton result="notReached" />
              </Group>
              <PhoneCalls />
            </>
          )}
          <Text size="lg">
            «{noticeRepeated.text}» <ClauseMark clause={noticeRepeated.clause} />
          </Text>
          <Text size="sm" id={noticeFirstReasonId}>
            Запись продолжится с этой отметки. Остальные шаги ждут её.
          </Text>
        </Stack>
      </Alert>
      <StepActions>
        <StepButton
          givesNotice
          disabled={!isReady}
          describedBy={isReady ? undefined : reasonId}
          onAct={() => void act({ kind: 'noticeRepeated' })}
        >
          Сообщено
        </StepButton>
        {!isReady && (
          <>
            <ToneText tone="warn">
              <span id={reasonId}>{notArmed}</span>
            </ToneText>
            <Button variant="light" loading={openRecorder.isPending} onClick={() => openRecorder.mutate()}>
              Подключить запись
            </Button>
            {openRecorder.error && <ToneText tone="bad">{faultHint(openRecorder.error)}</ToneText>}
          </>
        )}
      </StepActions>
    </>
  )
}
