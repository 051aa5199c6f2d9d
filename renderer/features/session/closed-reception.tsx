import { Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { isLampGround } from '../../../shared/reception/grounds.ts'
import { minuteMs } from '../../../shared/regulation/limits.ts'
import { formatTime } from '../../../shared/text/date-time.ts'
import { useRegulation, useTimeZone } from '../../app/desk.tsx'
import { useNowMs } from '../../app/workstation-provider.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { FactForm } from '../../ui/fact-form.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { outcomeTitle, receptionWord } from '../reception/reception-word.ts'
import { ActFailure } from './act-failure.tsx'
import { wishForRoom } from './room-wish.ts'
import { useSession } from './session-context.tsx'
import { StepButton } from './step-button.tsx'
import { StepTitle } from './step-title.tsx'

/** The room of the next reception is opened in the same act from here on; earlier one only looks at it. */
const dueBeforeMs = 10 * minuteMs

/** A finished reception: what was written, where the recording is, and the way on. */
export function ClosedReception() {
  const { detail } = useSession()
  const regulation = useRegulation()
  const timeZone = useTimeZone()
  const { step } = detail.card.state
  const { recordingId } = detail.card
  const { next } = detail
  const navigate = useNavigate()
  const nowMs = useNowMs()
  const isDue = next !== null && nowMs !== null && Date.parse(next.appointedAt) - nowMs <= dueBeforeMs
  return (
    <Group justify="center" align="flex-start" p="lg">
      <Paper withBorder p="lg" w="100%" maw="var(--layout-form)">
        <Stack gap="sm">
          <ActFailure />
          {step.name === 'closed' ? (
            <>
              <StepTitle name={step.name}>{outcomeTitle(regulation, step.outcome)}</StepTitle>
              <ToneText tone="good">Записано в журнал в {formatTime(step.at, timeZone)}</ToneText>
              <Text>{step.resultText}</Text>
              {step.needsWrittenReply && <ToneText tone="warn">Нужен письменный ответ</ToneText>}
            </>
          ) : (
            <StepTitle name={step.name}>Приём {receptionWord(detail.card.state, regulation).word}</StepTitle>
          )}
          {next !== null && (
            <StepButton
              onAct={() => {
                if (isDue) wishForRoom(next.receptionId)
                void navigate({ to: '/reception/$receptionId', params: { receptionId: next.receptionId } })
              }}
            >
              Следующий приём: {formatTime(next.appointedAt, timeZone)}, {next.shortName}
              {isDue && ' — открыть комнату'}
            </StepButton>
          )}
          <Group>
            <Button variant={next === null ? 'filled' : 'default'} renderRoot={props => <Link to="/" {...props} />}>
              К списку приёмов
            </Button>
            {recordingId !== null && (
              <Button
                variant="default"
                renderRoot={props => <Link to="/recordings/$recordingId" params={{ recordingId }} {...props} />}
              >
                Видеозапись
              </Button>
            )}
          </Group>
          {step.name === 'closed' && isLampGround(step.outcome) && <ReopenForm />}
        </Stack>
      </Paper>
    </Group>
  )
}

/** The late citizen came after all, the same day. */
function ReopenForm() {
  const { act, acting } = useSession()
  const [reason, setReason] = useState('')
  const reopen = () => void act({ kind: 'reopened', reason: reason.trim() })
  return (
    <FactForm ready={reason.trim() !== ''} pending={acting} onFact={reopen}>
      <Group align="flex-end">
        <TextInput
          label="Гражданин подключился позже: почему приём возобновляется"
          flex={1}
          maxLength={500}
          autoComplete="off"
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
        />
        <FactButton variant="default" loading={acting} disabled={reason.trim() === ''} onClick={reopen}>
          Возобновить приём
        </FactButton>
      </Group>
    </FactForm>
  )
}
