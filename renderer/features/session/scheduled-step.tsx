import { Stack } from '@mantine/core'
import { UnfitWorkplace } from '../equipment/unfit-workplace.tsx'
import { useRoomRefusal } from '../equipment/use-room-refusal.ts'
import { LinkField } from '../reception/link-field.tsx'
import { MissingConsentNote } from '../reception/missing-consent-note.tsx'
import { RecorderReadiness } from './recorder-readiness.tsx'
import { useSession } from './session-context.tsx'
import { StepButton } from './step-button.tsx'
import { useRoom } from './use-room.ts'

/** Before the room is open: the link, the recorder, and the room. */
export function ScheduledStep() {
  const { detail, act } = useSession()
  const { id, consentVideo } = detail.card
  const openRoom = useRoom()
  const refusal = useRoomRefusal(id)
  return (
    <Stack gap="sm" mt="xs">
      {!consentVideo && <MissingConsentNote />}
      {refusal !== null ? (
        <UnfitWorkplace refusal={refusal} />
      ) : openRoom === null ? (
        <LinkField receptionId={id} />
      ) : (
        <StepButton
          onAct={() => {
            openRoom()
            void act({ kind: 'roomOpened' })
          }}
        >
          Открыть комнату
        </StepButton>
      )}
      <RecorderReadiness />
    </Stack>
  )
}
