import { useState } from 'react'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { CapturePicture } from './capture-picture.tsx'
import { ClosingForm } from './closing-form.tsx'
import { IdentificationDesk } from './identification-desk.tsx'
import { RightColumn } from './right-column.tsx'
import { RoomPlace } from './room-place.tsx'
import { RoomQuestion } from './room-question.tsx'
import classes from './session.module.css'
import { useSession } from './session-context.tsx'
import { isTalking } from './session-rules.ts'
import { StepsColumn } from './steps-column.tsx'
import { useRoomQuestion } from './use-room-question.ts'

/** The three columns; identification gives the picture the full width. */
export function SessionStage() {
  const { detail } = useSession()
  const { desktop } = useWorkstation()
  const { step, facts } = detail.card.state
  const question = useRoomQuestion()
  const [showingDocument, setShowingDocument] = useState(false)
  // A refusal to show is recorded without leaving the step: the decision of п. 3.9 is made on the same screen.
  const identifying =
    step.name === 'identifying' || (step.name === 'consulting' && showingDocument && !facts.personalInformationAllowed)
  if (identifying)
    return <IdentificationDesk onBack={step.name === 'consulting' ? () => setShowingDocument(false) : null} />
  return (
    <div className={classes.stage}>
      <StepsColumn onIdentify={() => setShowingDocument(true)} />
      {step.name === 'closing' ? (
        <section className={classes.result} aria-label="Результат">
          <ClosingForm />
        </section>
      ) : (
        <section className={classes.middle} aria-label="Изображение">
          {desktop ? <RoomPlace room={desktop.room} /> : <CapturePicture size="small" />}
          {isTalking(step.name) && <RoomQuestion question={question} />}
        </section>
      )}
      <RightColumn />
    </div>
  )
}
