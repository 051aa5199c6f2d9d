import { Menu } from '@mantine/core'
import { FactItem } from './fact-item.tsx'
import { type IdentificationProblem, problemLabels } from './identification-problem-form.tsx'
import { type IdentificationValues, identifiedAction } from './identification-values.ts'
import { useSession } from './session-context.tsx'

interface IdentificationWaysProps {
  values: IdentificationValues
  onProblem: (problem: IdentificationProblem) => void
}

/** The other results of the step, for «Не получилось ▾»; a reason stands behind each but the refusal to show. */
export function IdentificationWays({ values, onProblem }: IdentificationWaysProps) {
  const { detail, act, acting } = useSession()
  const { shownMethod } = detail.card.state.facts
  return (
    <>
      <Menu.Item onClick={() => onProblem('technicallyImpossible')}>
        {problemLabels.technicallyImpossible.item}
      </Menu.Item>
      <FactItem disabled={acting} onClick={() => void act(identifiedAction(values, 'refusedToShow', '', shownMethod))}>
        Отказался предъявить (п. 3.9)
      </FactItem>
      <Menu.Item onClick={() => onProblem('notPassed')}>{problemLabels.notPassed.item}</Menu.Item>
    </>
  )
}
