import { Group, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { ManualSource } from '../../../shared/reception/event.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useNowMs } from '../../app/workstation-provider.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { TimeField } from '../../ui/time-field.tsx'
import { AgreedTimeFields } from './agreed-time-fields.tsx'
import { instantOfTime } from './clock-time.ts'
import { lateFacts } from './late-facts.ts'
import { useSession } from './session-context.tsx'
import { sourceWords } from './source-words.ts'
import { useAgreedTime } from './use-agreed-time.ts'

/** A call or a notice made earlier, entered now with its own time: it is shown as «внесено позже». */
export function LateFactForm() {
  const { detail, act, acting, failure } = useSession()
  const timeZone = useTimeZone()
  const nowMs = useNowMs()
  const [key, setKey] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const [source, setSource] = useState<ManualSource>('hand')
  const [tried, setTried] = useState(false)
  const agreed = useAgreedTime()
  const facts = lateFacts(detail.card.state)
  const fact = facts.find(known => known.key === key)
  const occurredAt = nowMs === null ? null : instantOfTime(typed, nowMs, timeZone)
  const future = occurredAt !== null && nowMs !== null && Date.parse(occurredAt) > nowMs

  const missing = !fact || occurredAt === null || future || (fact.agreesTime === true && agreed.instant === null)

  async function enter(): Promise<void> {
    if (missing) return
    setTried(true)
    const { action } = fact
    const whole = action.kind === 'phoneCalled' ? { ...action, agreedTime: agreed.instant } : action
    if (await act(whole, { occurredAt, source })) {
      agreed.clear()
      setKey(null)
      setTyped('')
      setTried(false)
    }
  }

  return (
    <Stack gap="xs">
      <Group gap="xs" align="flex-start" wrap="nowrap">
        <Select
          label="Что было"
          flex={3}
          placeholder="Выберите"
          data={facts.map(({ key, label }) => ({ value: key, label }))}
          value={fact ? key : null}
          onChange={chosen => {
            setKey(chosen)
            agreed.clear()
          }}
        />
        <TimeField label="Когда" flex={2} value={typed} onChange={setTyped} />
        <Select
          label="Откуда известно"
          flex={2}
          allowDeselect={false}
          data={ManualSource.options.map(value => ({ value, label: sourceWords[value] }))}
          value={source}
          onChange={value => setSource(ManualSource.options.find(known => known === value) ?? 'hand')}
        />
      </Group>
      {fact?.agreesTime && <AgreedTimeFields agreed={agreed} />}
      {future && (
        <Text size="xs" c="var(--tone-bad)" role="alert">
          Это время ещё не наступило
        </Text>
      )}
      {tried && failure !== null && (
        <Text size="xs" c="var(--tone-bad)" role="alert">
          {faultHint(failure)}
        </Text>
      )}
      <Group>
        <FactButton disabled={missing || acting} onClick={() => void enter()}>
          Внести
        </FactButton>
      </Group>
    </Stack>
  )
}
