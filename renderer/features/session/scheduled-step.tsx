import { useEffect } from 'react'
import { UnfitWorkplace } from '../equipment/unfit-workplace.tsx'
import { useRoomState } from '../equipment/use-room-state.ts'
import { LinkField } from '../reception/link-field.tsx'
import { MissingConsentNote } from '../reception/missing-consent-note.tsx'
import { HeldElsewhere } from './held-elsewhere.tsx'
import { RoomProblemCard } from './room-problem-card.tsx'
import { takeWish } from './room-wish.ts'
import { useSession } from './session-context.tsx'
import { StepActions } from './step-actions.tsx'
import { StepButton } from './step-button.tsx'
import { useOpeningRoom } from './use-opening-room.ts'

/** Before the room is open: the link, and the room. */
export function ScheduledStep() {
  const { detail, act, acting } = useSession()
  const { id, consentVideo, state } = detail.card
  const { otherWorkplace } = state.facts
  const { refusal, problem, isKnown } = useRoomState(id)
  const { open, isOpening } = useOpeningRoom()
  const mayOpen = open !== null && refusal === null && problem === null && otherWorkplace === null
  // «Следующий приём: открыть комнату» of the reception before; never against what is known to be wrong.
  useEffect(() => {
    if (isKnown && takeWish(id) && mayOpen) void open?.()
  }, [isKnown, id, mayOpen, open])
  return (
    <>
      {!consentVideo && <MissingConsentNote />}
      {otherWorkplace !== null && <HeldElsewhere held={otherWorkplace} />}
      {refusal !== null ? (
        <UnfitWorkplace refusal={refusal} reception={detail.card} />
      ) : open === null ? (
        <LinkField receptionId={id} />
      ) : (
        problem !== null && <RoomProblemCard problem={problem} onOpened={() => void act({ kind: 'roomOpened' })} />
      )}
      <StepActions>
        {refusal === null && problem === null && open !== null && (
          <StepButton loading={isOpening || acting} onAct={() => void open()}>
            {otherWorkplace === null ? 'Открыть комнату' : 'Открыть комнату здесь'}
          </StepButton>
        )}
      </StepActions>
    </>
  )
}
