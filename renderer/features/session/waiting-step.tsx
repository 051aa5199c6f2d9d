import { Button, Stack } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useHost } from '../../app/desk.tsx'
import { useRecorder } from '../../app/workstation-provider.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { useRoomState } from '../equipment/use-room-state.ts'
import { Lamps } from './lamps.tsx'
import { notArmedText, RecorderReadiness } from './recorder-readiness.tsx'
import { RoomProblemCard } from './room-problem-card.tsx'
import { RoomQuestion } from './room-question.tsx'
import { useSession } from './session-context.tsx'
import { StepButton } from './step-button.tsx'
import { useRoom } from './use-room.ts'
import { useRoomQuestion } from './use-room-question.ts'

const reasonId = 'not-armed-reason'
const roomReasonId = 'room-not-opened-reason'

/** The room is open: three lamps, the recorder armed, then «Гражданин подключился» — the legal start. */
export function WaitingStep() {
  const { act, acting, detail } = useSession()
  const { problem } = useRoomState(detail.card.id)
  const recorder = useRecorder()
  const reason = notArmedText(recorder, useHost())
  const openRoom = useRoom()
  const question = useRoomQuestion()
  // One press for both: who answers «yes» sees the citizen.
  const connected = async () => {
    if (!question.isAsked || (await question.say(true))) await act({ kind: 'citizenConnected' })
  }
  return (
    <Stack gap="sm" mt="xs">
      <Lamps />
      {/* Proposed, never done: who speaks is for a person to say. */}
      <div role="status">
        {recorder?.voiceHeard && (
          <ToneText tone="info" fw={600}>
            Слышен голос: если это гражданин, отметьте подключение
          </ToneText>
        )}
      </div>
      {problem !== null && <RoomProblemCard problem={problem} reasonId={roomReasonId} />}
      <RoomQuestion question={question} yesElsewhere />
      <StepButton
        loading={question.pending || acting}
        disabled={problem !== null || reason !== null}
        describedBy={problem !== null ? roomReasonId : reason !== null ? reasonId : undefined}
        onAct={() => void connected()}
      >
        {question.isAsked ? 'Да, гражданин подключился' : 'Гражданин подключился'}
      </StepButton>
      <RecorderReadiness reasonId={reasonId} />
      {openRoom && problem === null && (
        <Button
          variant="subtle"
          leftSection={<IconExternalLink aria-hidden size="1.1em" />}
          onClick={() => void openRoom()}
        >
          Открыть комнату ещё раз
        </Button>
      )}
    </Stack>
  )
}
