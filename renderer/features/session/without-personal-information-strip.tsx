import { useRegulation } from '../../app/desk.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import classes from './session.module.css'
import { useSession } from './session-context.tsx'

/** Stands from the first second until the person is identified (п. 3.8). */
export function WithoutPersonalInformationStrip() {
  const { detail } = useSession()
  const { clause } = useRegulation().words.noPersonalInformation
  const { facts, step } = detail.card.state
  if (facts.personalInformationAllowed || step.name === 'closing' || step.name === 'moving') return null
  return (
    <div className={classes.strip} role="status">
      <ToneText tone="warn" fw={600}>
        Личность не установлена — персонифицированная информация не предоставляется
        {clause === null ? '' : ` (${clause})`}
      </ToneText>
    </div>
  )
}
