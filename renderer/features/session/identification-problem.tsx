import { Button, Group, Menu, Stack, TextInput } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useRegulation } from '../../app/desk.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { FactForm } from '../../ui/fact-form.tsx'
import { HotkeyHint } from '../../ui/hotkey-hint.tsx'
import { type IdentificationValues, identifiedAction } from './identification-values.ts'
import { useSession } from './session-context.tsx'

type Problem = 'technicallyImpossible' | 'notPassed'

const labels: Record<Problem, { button: string; title: string }> = {
  technicallyImpossible: { button: 'Невозможна технически (п. 3.8)', title: 'Причина' },
  notPassed: { button: 'Не прошёл (п. 3.12)', title: 'Что не совпало' },
}

/** The other results of the step; a reason stands behind each but the refusal to show. */
export function IdentificationProblem({ values }: { values: IdentificationValues }) {
  const { detail, act, acting } = useSession()
  const { shownMethod } = detail.card.state.facts
  const [problem, setProblem] = useState<Problem | null>(null)
  const [reason, setReason] = useState('')
  if (problem === null) {
    return (
      <Stack gap="xs">
        <ProblemMenu problem="technicallyImpossible" onChoose={choose} />
        <FactButton
          size="compact-md"
          variant="default"
          disabled={acting}
          onClick={() => void act(identifiedAction(values, 'refusedToShow', '', shownMethod))}
        >
          Отказался предъявить (п. 3.9)
        </FactButton>
        <ProblemMenu problem="notPassed" onChoose={choose} />
      </Stack>
    )
  }
  const mark = () => void act(identifiedAction(values, problem, reason, shownMethod))
  return (
    <FactForm ready={reason.trim() !== ''} pending={acting} onFact={mark}>
      <Stack gap="xs">
        <TextInput
          label={labels[problem].title}
          required
          autoComplete="off"
          maxLength={500}
          value={reason}
          onChange={event => setReason(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button variant="default" autoFocus onClick={() => setProblem(null)}>
            Назад
          </Button>
          <FactButton
            loading={acting}
            disabled={reason.trim() === ''}
            rightSection={<HotkeyHint keys="Ctrl+Enter" />}
            onClick={mark}
          >
            {problem === 'notPassed' ? 'Отметить: не прошёл' : 'Отметить: невозможна'}
          </FactButton>
        </Group>
      </Stack>
    </FactForm>
  )

  function choose(chosen: Problem, text: string): void {
    setProblem(chosen)
    setReason(text)
  }
}

function ProblemMenu({
  problem,
  onChoose,
}: {
  problem: Problem
  onChoose: (problem: Problem, reason: string) => void
}) {
  const usual = useRegulation().reasons[problem]
  return (
    <Menu position="top-start" width="target">
      <Menu.Target>
        <Button size="compact-md" variant="default" rightSection={<IconChevronDown aria-hidden size="1.1em" />}>
          {labels[problem].button}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {usual.map(text => (
          <Menu.Item key={text} onClick={() => onChoose(problem, text)}>
            {text}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => onChoose(problem, '')}>другое…</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
