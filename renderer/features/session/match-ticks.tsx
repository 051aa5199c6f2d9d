import { Checkbox, Group, SimpleGrid } from '@mantine/core'
import { HotkeyHint } from '../../ui/hotkey-hint.tsx'
import { type IdentificationValues, matchLabels } from './identification-values.ts'
import { useSessionKey } from './use-session-key.ts'

type MatchName = keyof IdentificationValues

interface MatchTicksProps {
  values: IdentificationValues
  /** False where the application names no document: there is no number to compare. */
  documentKnown: boolean
  onChange: (values: IdentificationValues) => void
}

/** лицо · ФИО · дата рождения · номер. */
export function MatchTicks({ values, documentKnown, onChange }: MatchTicksProps) {
  const toggle = (name: MatchName) => onChange({ ...values, [name]: !values[name] })
  useSessionKey('digit1', () => toggle('face'))
  useSessionKey('digit2', () => toggle('fullName'))
  useSessionKey('digit3', () => toggle('birthDate'))
  useSessionKey('digit4', () => toggle('documentNumber'), documentKnown)
  const tick = (name: MatchName, keys: string) => (
    <Group gap="xs" wrap="nowrap">
      <Checkbox
        label={matchLabels[name]}
        aria-keyshortcuts={keys}
        checked={values[name]}
        onChange={() => toggle(name)}
      />
      <HotkeyHint keys={keys} />
    </Group>
  )
  return (
    <SimpleGrid cols={2} spacing="xs" verticalSpacing={0} role="group" aria-label="Совпадает с заявкой">
      {tick('face', '1')}
      {tick('fullName', '2')}
      {tick('birthDate', '3')}
      {documentKnown && tick('documentNumber', '4')}
    </SimpleGrid>
  )
}
