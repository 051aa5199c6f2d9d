import { useSession } from './session-context.tsx'
import { StepActions } from './step-actions.tsx'
import { StepButton } from './step-button.tsx'

/** The next thing while the citizen is gone: the card above says how to reach him. */
export function ConnectionRestored() {
  const { act } = useSession()
  return (
    <StepActions>
      <StepButton onAct={() => void act({ kind: 'connectionRestored' })}>Связь восстановлена</StepButton>
    </StepActions>
  )
}
