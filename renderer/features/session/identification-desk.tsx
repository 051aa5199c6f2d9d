import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { AlarmPanel } from '../recording/alarm-panel.tsx'
import { ActFailure } from './act-failure.tsx'
import { CapturePicture } from './capture-picture.tsx'
import { ConnectionLostButton } from './connection-lost-button.tsx'
import { IdentificationForm } from './identification-form.tsx'
import { IdentificationTools } from './identification-tools.tsx'
import { LiveNotices } from './live-notices.tsx'
import { RefusedToShowChoice } from './refused-to-show-choice.tsx'
import classes from './session.module.css'
import { useSession } from './session-context.tsx'
import { TimeAndProof } from './time-and-proof.tsx'
import { UndoLast } from './undo-last.tsx'

/** The picture takes the full width; what must match stands beside it, open for this step alone. */
export function IdentificationDesk({ onBack }: { onBack: (() => void) | null }) {
  const { detail } = useSession()
  const { step, facts } = detail.card.state
  const decisionDue = step.name === 'identifying' && facts.identification?.result === 'refusedToShow'
  return (
    <div className={classes.stage} data-identifying>
      <section className={classes.middle} aria-label="Изображение">
        <CapturePicture size="full" closeLook>
          <ConnectionLostButton />
        </CapturePicture>
      </section>
      <section className={classes.column} aria-label="Идентификация">
        {onBack && (
          <Button
            variant="subtle"
            justify="flex-start"
            leftSection={<IconArrowLeft aria-hidden size="1.1em" />}
            onClick={onBack}
          >
            Вернуться к консультации
          </Button>
        )}
        <LiveNotices />
        <AlarmPanel facts={facts} />
        <div className={classes.summary}>
          <TimeAndProof />
        </div>
        <IdentificationTools />
        <UndoLast besideSteps={decisionDue ? ['identified'] : []} />
        <ActFailure />
        {decisionDue ? <RefusedToShowChoice /> : <IdentificationForm />}
      </section>
    </div>
  )
}
