import { Button, Checkbox, Group, Select, Text } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { OutcomeCode } from '../../../shared/reception/event.ts'
import { draftResult, hasBlank, proposedOutcome } from '../../../shared/reception/outcomes.ts'
import { optionsOf } from '../../../shared/reception/session-acts.ts'
import { useRegulation, useTimeZone } from '../../app/desk.tsx'
import { useNowMs } from '../../app/workstation-provider.tsx'
import { ClauseMark } from '../../ui/clause-mark.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { insertPhrase } from '../phrases/insert-phrase.ts'
import { outcomeTitle } from '../reception/reception-word.ts'
import { cutAtBlanks } from './blanks.ts'
import { ClosingFacts } from './closing-facts.tsx'
import { fillKnown } from './closing-text.ts'
import type { ClosingDraft } from './note-text.ts'
import { ResultTextField } from './result-text-field.tsx'
import { useSession } from './session-context.tsx'
import { StepActions } from './step-actions.tsx'
import { StepButton } from './step-button.tsx'
import { UsualWords } from './usual-words.tsx'

const reasonId = 'not-closed-reason'

/** Step 5: outcome, column 7, closed. What is half written is kept with the note on the workstation. */
export function ClosingForm() {
  const { detail, act, draft, setDraft, resultText: inserter } = useSession()
  const regulation = useRegulation()
  const timeZone = useTimeZone()
  const nowMs = useNowMs() ?? 0
  const { state } = detail.card
  const outcomes = useMemo(() => {
    const permitted = new Set(optionsOf(detail.acts, 'closed', 0))
    return [...permitted].flatMap(option => OutcomeCode.options.find(code => code === option) ?? [])
  }, [detail.acts])
  const kept = draft !== null && outcomes.includes(draft.outcome) ? draft : null
  // A choice of one is not asked.
  const only = outcomes.length === 1 ? (outcomes[0] ?? null) : null
  const proposed = proposedOutcome(state) ?? only
  const [replaced, setReplaced] = useState<string | null>(null)
  const outcomeShown = kept?.outcome ?? proposed
  const fresh = outcomeShown === null ? null : drafted(outcomeShown)
  const shown: ClosingDraft | null =
    kept && fresh ? { ...kept, resultText: fillKnown(kept.resultText, fresh.resultText) } : fresh
  const rule = regulation.outcomes.find(({ code }) => code === shown?.outcome) ?? null
  const incomplete = shown === null || shown.resultText.trim() === '' || hasBlank(shown.resultText)

  useEffect(() => {
    inserter.current = words => {
      if (shown === null) return
      setReplaced(shown.resultText)
      setDraft({ ...shown, resultText: putInto(shown.resultText, words) })
    }
    return () => {
      inserter.current = null
    }
  }, [inserter, shown, setDraft])

  function drafted(outcome: OutcomeCode): ClosingDraft {
    return {
      outcome,
      resultText: draftResult({ state, regulation, outcome, timeZone, nowMs }),
      needsWrittenReply: kept?.needsWrittenReply ?? false,
    }
  }

  async function close(): Promise<void> {
    if (shown === null || incomplete) return
    const { outcome, resultText, needsWrittenReply } = shown
    const written = await act({ kind: 'closed', outcome, resultText: resultText.trim(), needsWrittenReply })
    if (written) setDraft(null)
  }

  return (
    <>
      {only !== null ? (
        <Text fw={600}>
          {outcomeTitle(regulation, only)} <ClauseMark clause={rule?.clause ?? null} />
        </Text>
      ) : (
        <Select
          label={
            <>
              Чем закончился приём <ClauseMark clause={rule?.clause ?? null} />
            </>
          }
          placeholder="Выберите результат"
          allowDeselect={false}
          data={outcomes.map(code => ({ value: code, label: outcomeTitle(regulation, code) }))}
          value={shown?.outcome ?? null}
          onChange={value => {
            const outcome = outcomes.find(code => code === value)
            if (outcome) setDraft(drafted(outcome))
          }}
        />
      )}
      {shown && (
        <>
          <UsualWords
            choices={rule?.choices ?? []}
            text={shown.resultText}
            onChange={resultText => setDraft({ ...shown, resultText })}
          />
          <ResultTextField value={shown.resultText} onChange={resultText => setDraft({ ...shown, resultText })} />
          {kept && fresh && (
            <Group gap="xs">
              {shown.resultText !== fresh.resultText && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  onClick={() => {
                    setReplaced(shown.resultText)
                    setDraft({ ...shown, resultText: fresh.resultText })
                  }}
                >
                  Составить заново
                </Button>
              )}
              {replaced !== null && replaced !== shown.resultText && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  onClick={() => {
                    setReplaced(null)
                    setDraft({ ...shown, resultText: replaced })
                  }}
                >
                  Вернуть мой текст
                </Button>
              )}
            </Group>
          )}
        </>
      )}
      <ClosingFacts />
      <StepActions
        beside={
          shown && (
            <Checkbox
              label="Нужен письменный ответ"
              checked={shown.needsWrittenReply}
              onChange={event => setDraft({ ...shown, needsWrittenReply: event.currentTarget.checked })}
            />
          )
        }
      >
        <StepButton disabled={incomplete} describedBy={incomplete ? reasonId : undefined} onAct={() => void close()}>
          Закрыть приём
        </StepButton>
        {incomplete && (
          <div id={reasonId}>
            <ToneText tone="quiet" size="xs">
              {shown === null
                ? 'Выберите, чем закончился приём, тогда его можно закрыть'
                : 'Заполните выделенные места, тогда приём можно закрыть'}
            </ToneText>
          </div>
        )}
      </StepActions>
    </>
  )
}

/** In the first place left for the specialist, else at the end. */
function putInto(text: string, words: string): string {
  const blank = cutAtBlanks(text).find(piece => piece.blank)
  const place = blank
    ? { start: blank.start, end: blank.start + blank.text.length }
    : { start: text.length, end: text.length }
  return insertPhrase(text, place, words).text
}
