import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useRoomState } from '../equipment/use-room-state.ts'
import { AlarmPanel } from '../recording/alarm-panel.tsx'
import { SecondEngineDialog } from '../recording/second-engine-dialog.tsx'
import { ActFailure } from './act-failure.tsx'
import { CallOffer } from './call-offer.tsx'
import { ClosingForm } from './closing-form.tsx'
import { ConnectionRestored } from './connection-restored.tsx'
import { ConsultationStep } from './consultation-step.tsx'
import { FaultForm } from './fault-form.tsx'
import { HelpDialog } from './help-dialog.tsx'
import { IdentificationForm } from './identification-form.tsx'
import { LiveNotices } from './live-notices.tsx'
import { NoShowOffer } from './no-show-offer.tsx'
import { isNoticeFirst } from './notice-first.ts'
import { NoticeStep } from './notice-step.tsx'
import { PresenceDialog } from './presence-dialog.tsx'
import { RefusedToShowChoice } from './refused-to-show-choice.tsx'
import { ScheduledStep } from './scheduled-step.tsx'
import classes from './session.module.css'
import { type SessionDialog, useSession } from './session-context.tsx'
import { StepActions } from './step-actions.tsx'
import { StepTitle } from './step-title.tsx'
import { TimesDialog } from './times-dialog.tsx'
import { UndoLast } from './undo-last.tsx'
import { WaitingStep } from './waiting-step.tsx'

const insteadOfStep: readonly SessionDialog[] = ['fault', 'help', 'presence', 'times', 'secondEngine']

interface StepColumnProps {
  isIdentifying: boolean
  onIdentify: () => void
  /** Back to the talk, where the identification was made up for in it. */
  onBack: (() => void) | null
}

/** What to do and say now; what interrupts the talk stands on top, the primary act at the bottom, always in sight. */
export function StepColumn({ isIdentifying, onIdentify, onBack }: StepColumnProps) {
  const { detail, dialog } = useSession()
  const { step, facts } = detail.card.state
  const { problem } = useRoomState(detail.card.id)
  const title = isIdentifying ? 'identifying' : step.name
  const label = isIdentifying ? 'Идентификация' : step.name === 'closing' ? 'Результат' : 'Ход приёма'
  return (
    <section className={classes.column} aria-label={label}>
      {/* Anew with each step: a closing dialog must not give the focus back to the title of the last one. */}
      <StepTitle key={title} name={title} />
      {onBack && (
        <Button
          size="compact-md"
          variant="subtle"
          justify="flex-start"
          leftSection={<IconArrowLeft aria-hidden size="1.1em" />}
          onClick={onBack}
        >
          Вернуться к консультации
        </Button>
      )}
      <UndoLast />
      <ActFailure />
      <InsteadOfStep />
      <LiveNotices />
      <AlarmPanel facts={facts} />
      <NoShowOffer />
      <CallOffer />
      <div
        className={classes.step}
        hidden={isInsteadOfStep(dialog) || (isNoticeFirst(detail.card.state) && problem === null)}
      >
        {isIdentifying ? <Identification /> : <OpenStep onIdentify={onIdentify} />}
      </div>
    </section>
  )
}

const isInsteadOfStep = (dialog: SessionDialog | null): boolean => dialog !== null && insteadOfStep.includes(dialog)

/** Unfolds where the step stands: the citizen's picture, the time left and the note stay in sight. */
function InsteadOfStep() {
  const { dialog, closeDialog } = useSession()
  switch (dialog) {
    case 'fault':
      return <FaultForm />
    case 'help':
      return <HelpDialog />
    case 'presence':
      return <PresenceDialog />
    case 'times':
      return <TimesDialog />
    case 'secondEngine':
      return <SecondEngineDialog onClose={() => closeDialog('secondEngine')} />
    default:
      return null
  }
}

function Identification() {
  const { step, facts } = useSession().detail.card.state
  const isDecisionDue = step.name === 'identifying' && facts.identification?.result === 'refusedToShow'
  return isDecisionDue ? <RefusedToShowChoice /> : <IdentificationForm />
}

function OpenStep({ onIdentify }: { onIdentify: () => void }) {
  const { step } = useSession().detail.card.state
  switch (step.name) {
    case 'scheduled':
      return <ScheduledStep />
    case 'waiting':
      return <WaitingStep />
    case 'notifying':
      return <NoticeStep />
    case 'consulting':
      return <ConsultationStep onIdentify={onIdentify} />
    case 'closing':
      return <ClosingForm />
    case 'connectionLost':
      return <ConnectionRestored />
    default:
      // A card above holds what is due.
      return <StepActions />
  }
}
