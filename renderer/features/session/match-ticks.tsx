import { Checkbox, Group, SimpleGrid } from '@mantine/core'
import { HotkeyHint } from '../../ui/hotkey-hint.tsx'
import type { IdentificationValues } from './identification-values.ts'
import { useSessionKey } from './use-session-key.ts'

type MatchName = 'face' | 'fullName' | 'birthDate' | 'documentNumber'

interface MatchTicksProps {
  values: IdentificationValues
  /** False where the application names no document: there is no number to compare. */
  documentKnown: boolean
  /** What is left to compare stands here, for the button that waits for it. */
  reasonId: string
  onChange: (values: IdentificationValues) => void
}

/** лицо · ФИО · дата рождения · номер. */
export function MatchTicks({ values, documentKnown, reasonId, onChange }: MatchTicksProps) {
  const toggle = (name: MatchName) => onChange({ ...values, [name]: !values[name] })
  useSessionKey('digit1', () => toggle('face'))
  useSessionKey('digit2', () => toggle('fullName'))
  useSessionKey('digit3', () => toggle('birthDate'))
  useSessionKey('digit4', () => toggle('documentNumber'), documentKnown)
  const tick = (name: MatchName, label: string, keys: string) => (
    <Group gap="xs" wrap="nowrap">
      <Checkbox label={label} aria-keyshortcuts={keys} checked={values[name]} onChange={() => toggle(name)} />
      <HotkeyHint keys={keys} />
    </Group>
  )
  return (
    <SimpleGrid cols={2} spacing="xs" verticalSpacing={0} role="group" id={reasonId} aria-label="Совпадает с заявкой">
      {tick('face', 'лицо', '1')}
      {tick('fullName', 'ФИО', '2')}
      {tick('birthDate', 'дата рождения', '3')}
      {documentKnown && tick('documentNumber', 'номер', '4')}
    </SimpleGrid>
  )
}
