import { Stack } from '@mantine/core'
import { UnfitWorkplace } from '../equipment/unfit-workplace.tsx'
import { useRoomRefusal } from '../equipment/use-room-refusal.ts'
import { LinkField } from '../reception/link-field.tsx'
import { MissingConsentNote } from '../reception/missing-consent-note.tsx'
import { HeldElsewhere } from './held-elsewhere.tsx'
import { RecorderReadiness } from './recorder-readiness.tsx'
import { useSession } from './session-context.tsx'
import { StepButton } from './step-button.tsx'
import { useRoom } from './use-room.ts'

/** Before the room is open: the link, the recorder, and the room. */
export function ScheduledStep() {
  const { detail, act } = useSession()
  const { id, consentVideo, state } = detail.card
  const { otherWorkplace } = state.facts
  const openRoom = useRoom()
  const refusal = useRoomRefusal(id)
  return (
    <Stack gap="sm" mt="xs">
      {!consentVideo && <MissingConsentNote />}
      {otherWorkplace !== null && <HeldElsewhere held={otherWorkplace} />}
      {refusal !== null ? (
        <UnfitWorkplace refusal={refusal} reception={detail.card} />
      ) : openRoom === null ? (
        <LinkField receptionId={id} />
      ) : (
        <StepButton
          onAct={() => {
            openRoom()
            void act({ kind: 'roomOpened' })
          }}
        >
          {otherWorkplace === null ? 'Открыть комнату' : 'Открыть комнату здесь'}
        </StepButton>
      )}
      <RecorderReadiness />
    </Stack>
  )
}
