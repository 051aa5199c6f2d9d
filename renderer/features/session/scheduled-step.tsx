import { Stack } from '@mantine/core'
import { useState } from 'react'
import { UnfitWorkplace } from '../equipment/unfit-workplace.tsx'
import { useRoomState } from '../equipment/use-room-state.ts'
import { LinkField } from '../reception/link-field.tsx'
import { MissingConsentNote } from '../reception/missing-consent-note.tsx'
import { HeldElsewhere } from './held-elsewhere.tsx'
import { RecorderReadiness } from './recorder-readiness.tsx'
import { RoomProblemCard } from './room-problem-card.tsx'
import { useSession } from './session-context.tsx'
import { StepButton } from './step-button.tsx'
import { useRoom } from './use-room.ts'

/** Before the room is open: the link, the recorder, and the room. */
export function ScheduledStep() {
  const { detail, act, acting } = useSession()
  const { id, consentVideo, state } = detail.card
  const { otherWorkplace } = state.facts
  const openRoom = useRoom()
  const { refusal, problem } = useRoomState(id)
  const [opening, setOpening] = useState(false)
  const open = async () => {
    if (openRoom === null || opening) return
    setOpening(true)
    try {
      if (await openRoom()) await act({ kind: 'roomOpened' })
    } finally {
      setOpening(false)
    }
  }
  return (
    <Stack gap="sm" mt="xs">
      {!consentVideo && <MissingConsentNote />}
      {otherWorkplace !== null && <HeldElsewhere held={otherWorkplace} />}
      {refusal !== null ? (
        <UnfitWorkplace refusal={refusal} reception={detail.card} />
      ) : openRoom === null ? (
        <LinkField receptionId={id} />
      ) : problem !== null ? (
        <RoomProblemCard problem={problem} onOpened={() => void act({ kind: 'roomOpened' })} />
      ) : (
        <StepButton loading={opening || acting} onAct={() => void open()}>
          {otherWorkplace === null ? 'Открыть комнату' : 'Открыть комнату здесь'}
        </StepButton>
      )}
      <RecorderReadiness />
    </Stack>
  )
}
