import { Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import type { EquipmentCheck } from '../../../shared/contract/equipment.ts'
import type { CheckGroup, CheckResult } from '../../../shared/equipment/codes.ts'
import { isForTechnician } from '../../../shared/equipment/groups-and-states.ts'
import { groupWords } from '../../../shared/equipment/result-words.ts'
import { useDesk } from '../../app/desk.tsx'
import { hasSettings } from '../../app/screens-of-role.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import classes from './equipment.module.css'
import { groupsOf, stateWords, toneOfState } from './overall-words.ts'
import { ResultDetails } from './result-details.tsx'
import { ResultLine } from './result-line.tsx'

/** Every group of a check on its own card; what is wrong stands first. */
export function CheckResults({ check }: { check: Pick<EquipmentCheck, 'results'> }) {
  const isKeeper = hasSettings(useDesk().session.account.role)
  const results = check.results.filter(({ code }) => isKeeper || !isForTechnician(code))
  return (
    <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="sm">
      {groupsOf(results).map(({ group, state, results }) => (
        <GroupCard key={group} group={group} state={state} results={results} />
      ))}
    </SimpleGrid>
  )
}

/** What a group proves, and what it does not. */
const notes: Readonly<Partial<Record<CheckGroup, string>>> = {
  connection:
    'Ответы серверов измерены с этого компьютера. Видеосвязь внутри компьютера проверяет только кодирование и процессор. Ни то ни другое не доказывает, что встреча в Телемосте откроется.',
  recorder:
    'Записано той же цепочкой, что и приём: звук, изображение, кодирование, диск. Захват самого Телемоста проверяется перед приёмом, когда он входит в запись.',
}

interface GroupCardProps {
  group: CheckGroup
  state: CheckResult['state']
  results: readonly CheckResult[]
}

function GroupCard({ group, state, results }: GroupCardProps) {
  const note = notes[group]
  return (
    <Paper withBorder p="md" component="section" aria-label={groupWords[group]}>
      <Stack gap="xs">
        <div className={classes.cardHead}>
          <Title order={3} size="h5">
            {groupWords[group]}
          </Title>
          <ToneText tone={toneOfState[state]}>{stateWords[state]}</ToneText>
        </div>
        <ul className={classes.lines}>
          {results.map(result => (
            <ResultLine key={result.code} result={result} />
          ))}
        </ul>
        {note !== undefined && (
          <Text size="xs" c="dimmed">
            {note}
          </Text>
        )}
        <ResultDetails results={results} />
      </Stack>
    </Paper>
  )
}
