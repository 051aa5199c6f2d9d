import { Button, Checkbox, Group, Select, Stack } from '@mantine/core'
import { useMemo, useState } from 'react'
import { OutcomeCode } from '../../../shared/reception/event.ts'
import { draftResult, hasBlank, proposedOutcome } from '../../../shared/reception/outcomes.ts'
import { optionsOf } from '../../../shared/reception/session-acts.ts'
import { useRegulation, useTimeZone } from '../../app/desk.tsx'
import { useNowMs } from '../../app/workstation-provider.tsx'
import { ClauseMark } from '../../ui/clause-mark.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { outcomeTitle } from '../reception/reception-word.ts'
import { ClosingFacts } from './closing-facts.tsx'
import { fillKnown } from './closing-text.ts'
import type { ClosingDraft } from './note-text.ts'
import { ResultTextField } from './result-text-field.tsx'
import classes from './session.module.css'
import { useSession } from './session-context.tsx'
import { StepButton } from './step-button.tsx'
import { UsualWords } from './usual-words.tsx'

const reasonId = 'not-closed-reason'

/** Step 5: outcome, column 7, closed. What is half written is kept with the note on the workstation. */
export function ClosingForm() {
  const { detail, act, draft, setDraft } = useSession()
  const regulation = useRegulation()
  const timeZone = useTimeZone()
  const nowMs = useNowMs() ?? 0
  const { state } = detail.card
  const outcomes = useMemo(() => {
    const permitted = new Set(optionsOf(detail.acts, 'closed', 0))
    return [...permitted].flatMap(option => OutcomeCode.options.find(code => code === option) ?? [])
  }, [detail.acts])
  const kept = draft !== null && outcomes.includes(draft.outcome) ? draft : null
  const proposed = proposedOutcome(state)
  const [replaced, setReplaced] = useState<string | null>(null)
  const outcomeShown = kept?.outcome ?? proposed
  const fresh = outcomeShown === null ? null : drafted(outcomeShown)
  const shown: ClosingDraft | null =
    kept && fresh ? { ...kept, resultText: fillKnown(kept.resultText, fresh.resultText) } : fresh
  const rule = regulation.outcomes.find(({ code }) => code === shown?.outcome) ?? null
  const incomplete = shown === null || shown.resultText.trim() === '' || hasBlank(shown.resultText)

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
    <Stack gap="sm" mt="xs">
      <ClosingFacts />
      <Select
        label="Чем закончился приём"
        placeholder="Выберите результат"
        allowDeselect={false}
        data={outcomes.map(code => ({ value: code, label: outcomeTitle(regulation, code) }))}
        value={shown?.outcome ?? null}
        onChange={value => {
          const outcome = outcomes.find(code => code === value)
          if (outcome) setDraft(drafted(outcome))
        }}
      />
      {rule && <ClauseMark clause={rule.clause} />}
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
          <Checkbox
            label="Нужен письменный ответ"
            checked={shown.needsWrittenReply}
            onChange={event => setDraft({ ...shown, needsWrittenReply: event.currentTarget.checked })}
          />
        </>
      )}
      {incomplete && (
        <div id={reasonId}>
          <ToneText tone="warn" size="xs">
            {shown === null
              ? 'Выберите, чем закончился приём, тогда его можно закрыть'
              : 'Заполните выделенные места, тогда приём можно закрыть'}
          </ToneText>
        </div>
      )}
      <div className={classes.actions}>
        <StepButton disabled={incomplete} describedBy={incomplete ? reasonId : undefined} onAct={() => void close()}>
          Закрыть приём
        </StepButton>
      </div>
    </Stack>
  )
}
