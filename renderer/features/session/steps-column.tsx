import { ActFailure } from './act-failure.tsx'
import { LiveNotices } from './live-notices.tsx'
import { NoteField } from './note-field.tsx'
import classes from './session.module.css'
import { useSession } from './session-context.tsx'
import { SessionStepItem } from './session-step-item.tsx'
import { type SessionStep, sessionSteps } from './session-steps.ts'
import { SessionTools } from './session-tools.tsx'
import { StepBody } from './step-body.tsx'
import { UndoLast } from './undo-last.tsx'

/** Left: what to do and say now, one step open; what interrupts the talk stands on top. */
export function StepsColumn({ onIdentify }: { onIdentify: () => void }) {
  const { detail } = useSession()
  const { state } = detail.card
  const steps = sessionSteps(state)
  return (
    <section className={classes.column} aria-label="Ход приёма">
      <ActFailure />
      <LiveNotices />
      <ol className={classes.steps}>
        {steps.map((step, index) => (
          <SessionStepItem key={step.name} step={step} number={index + 1}>
            {step.status === 'open' && <StepBody name={step.name} onIdentify={onIdentify} />}
          </SessionStepItem>
        ))}
      </ol>
      <UndoLast besideSteps={steps.filter(isDone).flatMap(({ madeBy }) => madeBy)} />
      <SessionTools />
      <NoteField />
    </section>
  )
}

const isDone = ({ status }: SessionStep): boolean => status === 'done'
