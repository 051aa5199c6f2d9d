import { Group, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { InterruptionGround } from '../../../shared/reception/event.ts'
import { fairWaitOn } from '../../../shared/reception/session-acts.ts'
import { useRegulation } from '../../app/desk.tsx'
import { useNowMs } from '../../app/workstation-provider.tsx'
import { ClauseMark } from '../../ui/clause-mark.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { FactForm } from '../../ui/fact-form.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { groundWords } from './ground-words.ts'
import { ReasonField } from './reason-field.tsx'
import { useSession } from './session-context.tsx'

interface GroundChoiceProps {
  grounds: readonly InterruptionGround[]
  onInterrupted: () => void
}

/** The grounds that hold now; the clause stands beside each. */
export function GroundChoice({ grounds, onInterrupted }: GroundChoiceProps) {
  const { detail, act, acting } = useSession()
  const nowMs = useNowMs()
  const { outcomes, reasons } = useRegulation()
  const [chosen, setChosen] = useState<InterruptionGround | null>(null)
  const [reason, setReason] = useState('')
  // A choice of one is not asked.
  const only = grounds.length === 1 ? (grounds[0] ?? null) : null
  const ground = only ?? (chosen !== null && grounds.includes(chosen) ? chosen : null)
  const fairWait = ground === null || nowMs === null ? null : fairWaitOn(detail.acts, ground, nowMs)
  const early = fairWait === null ? null : 'Почему прерываете раньше'
  const label = ground === null ? null : (groundWords[ground].reasonLabel ?? early)
  const incomplete = ground === null || (label !== null && reason.trim() === '')

  const titleOf = (known: InterruptionGround) => (
    <>
      {groundWords[known].title} <ClauseMark clause={outcomes.find(rule => rule.code === known)?.clause ?? null} />
    </>
  )

  async function interrupt(): Promise<void> {
    if (ground === null || incomplete) return
    const words = label === null ? null : reason.trim()
    if (await act({ kind: 'interrupted', ground, reason: words })) onInterrupted()
  }

  return (
    <FactForm ready={!incomplete} pending={acting} onFact={() => void interrupt()}>
      <Stack gap="sm">
        {only !== null ? (
          <Text fw={600}>{titleOf(only)}</Text>
        ) : (
          <Radio.Group
            label="Основание"
            value={ground ?? ''}
            onChange={value => setChosen(grounds.find(known => known === value) ?? null)}
          >
            <Stack gap="xs" mt="xs">
              {grounds.map(known => (
                <Radio key={known} value={known} label={titleOf(known)} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        {fairWait !== null && <ToneText tone="warn">{fairWait}</ToneText>}
        {label !== null && (
          <ReasonField
            label={label}
            usual={fairWait === null ? reasons.notPassed : []}
            value={reason}
            onChange={setReason}
          />
        )}
        <Group>
          <FactButton color="red" variant="outline" disabled={incomplete || acting} onClick={() => void interrupt()}>
            Прервать приём
          </FactButton>
        </Group>
      </Stack>
    </FactForm>
  )
}
