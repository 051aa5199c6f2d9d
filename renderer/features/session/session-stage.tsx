import { useState } from 'react'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { CapturePicture } from './capture-picture.tsx'
import { LeaveRoomFirst } from './left-room.tsx'
import { NoteField } from './note-field.tsx'
import { RoomPlace } from './room-place.tsx'
import { RoomQuestion } from './room-question.tsx'
import classes from './session.module.css'
import { useSession } from './session-context.tsx'
import { isTalking } from './session-rules.ts'
import { StatusAside } from './status-aside.tsx'
import { StepColumn } from './step-column.tsx'
import { StepsLine } from './steps-line.tsx'
import { useRoomQuestion } from './use-room-question.ts'

/** Two columns, the same in every step: the citizen's picture with note and recording below it, and the step. */
export function SessionStage() {
  const { detail } = useSession()
  const { step, facts } = detail.card.state
  const [showingDocument, setShowingDocument] = useState(false)
  // A refusal to show is recorded without leaving the step: the decision of п. 3.9 is made on the same screen.
  const isLater = step.name === 'consulting' && showingDocument && !facts.personalInformationAllowed
  const isIdentifying = step.name === 'identifying' || isLater
  return (
    <>
      <StepsLine />
      <div className={classes.stage} data-closing={step.name === 'closing' || undefined}>
        <section className={classes.middle} aria-label="Изображение">
          {/* After the talk there is nobody to see: the note takes the place. */}
          {step.name === 'closing' ? <LeaveRoomFirst /> : <CitizenPicture isIdentifying={isIdentifying} />}
          <div className={classes.under}>
            <NoteField />
            <StatusAside />
          </div>
        </section>
        <StepColumn
          isIdentifying={isIdentifying}
          onIdentify={() => setShowingDocument(true)}
          onBack={isLater ? () => setShowingDocument(false) : null}
        />
      </div>
    </>
  )
}

/** The document is compared in the picture that is recorded, which can be held still and magnified. */
function CitizenPicture({ isIdentifying }: { isIdentifying: boolean }) {
  const { detail } = useSession()
  const { desktop } = useWorkstation()
  const question = useRoomQuestion()
  if (isIdentifying) return <CapturePicture key="full" size="full" closeLook />
  return (
    <>
      {desktop ? <RoomPlace room={desktop.room} /> : <CapturePicture key="small" size="small" />}
      {isTalking(detail.card.state.step.name) && <RoomQuestion question={question} />}
    </>
  )
}
