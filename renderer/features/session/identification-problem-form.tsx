import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { useRegulation } from '../../app/desk.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { FactForm } from '../../ui/fact-form.tsx'
import { HotkeyHint } from '../../ui/hotkey-hint.tsx'
import { type IdentificationValues, identifiedAction } from './identification-values.ts'
import { ReasonField } from './reason-field.tsx'
import { useSession } from './session-context.tsx'

export type IdentificationProblem = 'technicallyImpossible' | 'notPassed'

export const problemLabels: Record<IdentificationProblem, { item: string; title: string; fact: string }> = {
  technicallyImpossible: {
    item: 'Невозможна технически (п. 3.8)…',
    title: 'Причина',
    fact: 'Отметить: невозможна',
  },
  notPassed: { item: 'Не прошёл (п. 3.12)…', title: 'Что не совпало', fact: 'Отметить: не прошёл' },
}

interface IdentificationProblemFormProps {
  problem: IdentificationProblem
  values: IdentificationValues
  onBack: () => void
}

/** In place of the primary act: why the identity is not established; the usual reasons by one press. */
export function IdentificationProblemForm({ problem, values, onBack }: IdentificationProblemFormProps) {
  const { detail, act, acting } = useSession()
  const { reasons } = useRegulation()
  const { shownMethod } = detail.card.state.facts
  const [reason, setReason] = useState('')
  const { title, fact } = problemLabels[problem]
  const mark = () => void act(identifiedAction(values, problem, reason, shownMethod))
  return (
    <FactForm ready={reason.trim() !== ''} pending={acting} onFact={mark}>
      <Stack gap="xs">
        <ReasonField label={title} usual={reasons[problem]} value={reason} onChange={setReason} />
        <Group gap="xs" grow>
          <Button variant="default" autoFocus onClick={onBack}>
            Назад
          </Button>
          <FactButton
            loading={acting}
            disabled={reason.trim() === ''}
            rightSection={<HotkeyHint keys="Ctrl+Enter" />}
            onClick={mark}
          >
            {fact}
          </FactButton>
        </Group>
      </Stack>
    </FactForm>
  )
}
