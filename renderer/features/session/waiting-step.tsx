import { Button, Stack } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useRecorder } from '../../app/workstation-provider.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { useRoomState } from '../equipment/use-room-state.ts'
import { Lamps } from './lamps.tsx'
import { notArmedText, RecorderReadiness } from './recorder-readiness.tsx'
import { RoomProblemCard } from './room-problem-card.tsx'
import { useSession } from './session-context.tsx'
import { StepButton } from './step-button.tsx'
import { useRoom } from './use-room.ts'

const reasonId = 'not-armed-reason'

/** The room is open: three lamps, the recorder armed, then «Гражданин подключился» — the legal start. */
export function WaitingStep() {
  const { act, detail } = useSession()
  const { problem } = useRoomState(detail.card.id)
  const recorder = useRecorder()
  const reason = notArmedText(recorder)
  const openRoom = useRoom()
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
      {problem !== null && <RoomProblemCard problem={problem} />}
      <StepButton
        disabled={problem !== null || reason !== null}
        describedBy={reason === null ? undefined : reasonId}
        onAct={() => void act({ kind: 'citizenConnected' })}
      >
        Гражданин подключился
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
