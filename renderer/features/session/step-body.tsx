import { ConsultationStep } from './consultation-step.tsx'
import { NoticeStep } from './notice-step.tsx'
import { ScheduledStep } from './scheduled-step.tsx'
import { useSession } from './session-context.tsx'
import type { SessionStepName } from './session-steps.ts'
import { WaitingStep } from './waiting-step.tsx'

/** The open step. Identification and the result need more room: identification-desk.tsx, closing-form.tsx. */
export function StepBody({ name, onIdentify }: { name: SessionStepName; onIdentify: () => void }) {
  const { detail } = useSession()
  switch (name) {
    case 'connection':
      return detail.card.state.step.name === 'scheduled' ? <ScheduledStep /> : <WaitingStep />
    case 'notice':
      return <NoticeStep />
    case 'consultation':
      return <ConsultationStep onIdentify={onIdentify} />
    case 'identification':
    case 'result':
      return null
  }
}
