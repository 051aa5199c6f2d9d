import type { ReceptionFacts } from '../../../shared/reception/state.ts'
import { FactButton } from '../../ui/fact-button.tsx'
import { OtherWorkplaceButton } from '../equipment/other-workplace-button.tsx'
import { OtherWorkplaceNote } from '../equipment/other-workplace-note.tsx'
import { useSession } from './session-context.tsx'

/** The reception is held at another workplace; its result is written here, where the row of the journal is. */
export function HeldElsewhere({ held }: { held: NonNullable<ReceptionFacts['otherWorkplace']> }) {
  const { detail, act, acting } = useSession()
  return (
    <OtherWorkplaceNote held={held} link={detail.card.link}>
      <OtherWorkplaceButton reception={detail.card} />
      <FactButton variant="default" disabled={acting} onClick={() => void act({ kind: 'talkEnded' })}>
        Записать результат…
      </FactButton>
    </OtherWorkplaceNote>
  )
}
