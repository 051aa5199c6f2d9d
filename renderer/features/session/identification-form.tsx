import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useRegulation } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { ComparedData } from './compared-data.tsx'
import { DocumentShowing } from './document-showing.tsx'
import { type IdentificationProblem, IdentificationProblemForm } from './identification-problem-form.tsx'
import { identifiedAction, notComparedText, nothingCompared } from './identification-values.ts'
import { IdentificationWays } from './identification-ways.tsx'
import { useSession } from './session-context.tsx'
import { StepActions } from './step-actions.tsx'
import { StepButton } from './step-button.tsx'
import { WordsToSay } from './words-to-say.tsx'

const reasonId = 'not-established-reason'

/** Name, birth date and document beside the picture, each with its tick; permitted by the workstation from the marks. */
export function IdentificationForm() {
  const { detail, act } = useSession()
  const { queries } = useWorkstation()
  const { words } = useRegulation()
  const [values, setValues] = useState(nothingCompared)
  const [problem, setProblem] = useState<IdentificationProblem | null>(null)
  const { applicationId } = detail.card
  const revealed = useQuery({
    ...queries.applications.revealDocument.queryOptions({ input: { applicationId, purpose: 'identification' } }),
    // Open for this step alone: leaving the step forgets the document, and every opening is a logged act.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: false,
    refetchOnReconnect: false,
  })
  const documentKnown = revealed.data ? revealed.data.identityDocument !== null : true
  const { shownMethod, documentShown } = detail.card.state.facts
  const said = documentShown.at(-1)?.to === null ? words.documentAway : words.identification
  const refusal = detail.acts.find(one => one.act === 'identified')?.reason ?? null
  const reason = refusal ?? notComparedText(values, documentKnown)
  const data = (
    <ComparedData
      revealed={revealed.data ?? null}
      error={revealed.error}
      onRetry={() => void revealed.refetch()}
      values={values}
      onChange={setValues}
    />
  )
  if (problem !== null) {
    return (
      <StepActions>
        {data}
        <IdentificationProblemForm problem={problem} values={values} onBack={() => setProblem(null)} />
      </StepActions>
    )
  }
  return (
    <>
      <WordsToSay text={said.text} clause={said.clause} />
      <StepActions ways={<IdentificationWays values={values} onProblem={setProblem} />}>
        <DocumentShowing />
        {data}
        <StepButton
          disabled={reason !== null}
          describedBy={reason === null ? undefined : reasonId}
          onAct={() => void act(identifiedAction(values, 'established', '', shownMethod))}
        >
          Личность установлена
        </StepButton>
        {reason !== null && (
          <div id={reasonId}>
            <ToneText tone="quiet" size="xs">
              {reason}
            </ToneText>
          </div>
        )}
      </StepActions>
    </>
  )
}
