import { Paper, Stack } from '@mantine/core'
import type { EquipmentCheck } from '../../../shared/contract/equipment.ts'
import type { CheckResult } from '../../../shared/equipment/codes.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import classes from './equipment.module.css'
import { ResultLine } from './result-line.tsx'
import { specialistLinesOf, technicianNeedOf } from './specialist-lines.ts'

/** Four lines a specialist can act on; what only the technician mends is one line more, and only where it is wrong. */
export function SpecialistSummary({ check }: { check: Pick<EquipmentCheck, 'results' | 'blocked'> }) {
  const need = technicianNeedOf(check.results, check.blocked)
  return (
    <Paper withBorder p="md">
      <Stack gap="sm" component="ul" m={0} p={0} style={{ listStyle: 'none' }} aria-label="Главное">
        {specialistLinesOf(check.results).map(({ name, tone, text, wrong }) => (
          <li key={name}>
            <ToneText tone={tone} fw={600}>
              {text}
            </ToneText>
            <Wrong results={wrong} />
          </li>
        ))}
        {need !== null && (
          <li>
            <ToneText tone={need.tone} fw={600}>
              {need.text}
            </ToneText>
            <Wrong results={need.blocking} />
          </li>
        )}
      </Stack>
    </Paper>
  )
}

/** What is wrong, and what to do about it. */
function Wrong({ results }: { results: readonly CheckResult[] }) {
  if (results.length === 0) return null
  return (
    <ul className={classes.wrong}>
      {results.map(result => (
        <ResultLine key={result.code} result={result} />
      ))}
    </ul>
  )
}
