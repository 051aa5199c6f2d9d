import { Text } from '@mantine/core'
import { useHost } from '../../app/desk.tsx'
import { useOpenRecorder } from '../../app/use-open-recorder.ts'
import { useRecorder } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { useRoomState } from '../equipment/use-room-state.ts'
import { FairClock } from './fair-clock.tsx'
import { notArmedText } from './recorder-text.ts'
import { RoomProblemCard } from './room-problem-card.tsx'
import { RoomQuestion } from './room-question.tsx'
import { useSession } from './session-context.tsx'
import { StepActions } from './step-actions.tsx'
import { StepButton } from './step-button.tsx'
import { useRoomQuestion } from './use-room-question.ts'

const reasonId = 'not-begun-reason'
const roomReasonId = 'room-not-opened-reason'

/** The room is open: the recorder is connected, then «Это он? Начать» — the legal start; one button, whose label changes. */
export function WaitingStep() {
  const { act, acting, detail } = useSession()
  const { problem } = useRoomState(detail.card.id)
  const recorder = useRecorder()
  const notArmed = notArmedText(recorder, useHost())
  const openRecorder = useOpenRecorder()
  const question = useRoomQuestion()
  // One press for both: who answers «yes» sees the citizen.
  const begin = async () => {
    if (!question.isAsked || (await question.say(true))) await act({ kind: 'citizenConnected' })
  }
  // No window mends a full disk.
  const isMendedByWindow = recorder?.notArmedBecause !== 'noRoom'
  const isBlocked = problem !== null || (notArmed !== null && !isMendedByWindow)
  const blockedBy = problem !== null ? roomReasonId : reasonId
  return (
    <>
      <FairClock />
      {/* Proposed, never done: who speaks is for a person to say. */}
      <div role="status">
        {problem === null && recorder?.voiceHeard && (
          <ToneText tone="info" fw={600}>
            Слышен голос: если это гражданин, начинайте приём
          </ToneText>
        )}
      </div>
      {problem !== null && <RoomProblemCard problem={problem} reasonId={roomReasonId} />}
      <RoomQuestion question={question} yesElsewhere />
      <StepActions>
        {notArmed === null ? (
          <StepButton
            loading={question.pending || acting}
            disabled={isBlocked}
            describedBy={isBlocked ? blockedBy : undefined}
            onAct={() => void begin()}
          >
            Это он? Начать
          </StepButton>
        ) : (
          <StepButton
            loading={openRecorder.isPending}
            disabled={isBlocked}
            describedBy={blockedBy}
            onAct={() => {
              if (!openRecorder.isPending) openRecorder.mutate()
            }}
          >
            Подключить запись
          </StepButton>
        )}
        <div id={reasonId}>
          {notArmed !== null ? (
            <ToneText tone={isMendedByWindow ? 'quiet' : 'bad'} size="sm">
              {notArmed}
            </ToneText>
          ) : (
            recorder?.unrecognisedChoiceId != null && (
              <Text size="sm" c="dimmed">
                Чья комната записывается, не проверено: посмотрите на изображение
              </Text>
            )
          )}
        </div>
        {openRecorder.error && <ToneText tone="bad">{faultHint(openRecorder.error)}</ToneText>}
      </StepActions>
    </>
  )
}
