import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useRegulation } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { DocumentShowing } from './document-showing.tsx'
import { IdentificationProblem } from './identification-problem.tsx'
import { identifiedAction, notComparedText, nothingCompared } from './identification-values.ts'
import { MatchTicks } from './match-ticks.tsx'
import { RevealedData } from './revealed-data.tsx'
import classes from './session.module.css'
import { useSession } from './session-context.tsx'
import { StepButton } from './step-button.tsx'
import { WordsToSay } from './words-to-say.tsx'

const reasonId = 'not-established-reason'

/** Name, birth date and document beside the picture; ticks; the result, permitted by the workstation from the marks. */
export function IdentificationForm() {
  const { detail, act } = useSession()
  const { queries } = useWorkstation()
  const { words } = useRegulation()
  const [values, setValues] = useState(nothingCompared)
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
  const { shownMethod } = detail.card.state.facts
  const refusal = detail.acts.find(one => one.act === 'identified')?.reason ?? null
  const reason = refusal ?? notComparedText(values, documentKnown)
  return (
    <Stack gap="xs">
      <WordsToSay text={words.identification.text} clause={words.identification.clause} />
      <DocumentShowing />
      <RevealedData revealed={revealed.data ?? null} error={revealed.error} onRetry={() => void revealed.refetch()} />
      <MatchTicks values={values} documentKnown={documentKnown} onChange={setValues} />
      <div className={classes.actions}>
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
        <IdentificationProblem values={values} />
      </div>
    </Stack>
  )
}
