import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { isLampGround } from '../../../shared/reception/grounds.ts'
import { formatTime } from '../../../shared/text/date-time.ts'
import { useRegulation, useTimeZone } from '../../app/desk.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { FactForm } from '../../ui/fact-form.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { outcomeTitle, receptionWord } from '../reception/reception-word.ts'
import { ActFailure } from './act-failure.tsx'
import { useSession } from './session-context.tsx'
import { StepButton } from './step-button.tsx'

/** A finished reception: what was written, where the recording is, and the way on. */
export function ClosedReception() {
  const { detail } = useSession()
  const regulation = useRegulation()
  const timeZone = useTimeZone()
  const { step } = detail.card.state
  const { recordingId } = detail.card
  const { next } = detail
  const navigate = useNavigate()
  return (
    <Group justify="center" align="flex-start" p="lg">
      <Paper withBorder p="lg" w="100%" maw="var(--layout-form)">
        <Stack gap="sm">
          <ActFailure />
          {step.name === 'closed' ? (
            <>
              <Title order={2} size="h3">
                {outcomeTitle(regulation, step.outcome)}
              </Title>
              <ToneText tone="good">Записано в журнал в {formatTime(step.at, timeZone)}</ToneText>
              <Text>{step.resultText}</Text>
              {step.needsWrittenReply && <ToneText tone="warn">Нужен письменный ответ</ToneText>}
            </>
          ) : (
            <Title order={2} size="h3">
              Приём {receptionWord(detail.card.state, regulation).word}
            </Title>
          )}
          {next !== null && (
            <StepButton
              onAct={() => void navigate({ to: '/reception/$receptionId', params: { receptionId: next.receptionId } })}
            >
              Следующий приём: {formatTime(next.appointedAt, timeZone)}, {next.shortName}
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
