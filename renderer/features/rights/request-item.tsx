import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import type { SubjectRequest } from '../../../shared/contract/rights.ts'
import { formatDate } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { ClauseMark } from '../../ui/clause-mark.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { termTone } from '../terms/term-tone.ts'
import { useTermText } from '../terms/use-term-text.ts'
import { requestWayWords, requestWords } from './rights-words.ts'

/** One request: what, when and how it came, where its term stands, what was done. */
export function RequestItem({ request, onAnswer }: { request: SubjectRequest; onAnswer: () => void }) {
  const textOf = useTermText()
  const timeZone = useTimeZone()
  const { kind, way, receivedAt, authorName, term, state, act } = request
  return (
    <Paper withBorder p="sm" component="section" aria-label={requestWords[kind]}>
      <Stack gap="xs">
        <Group justify="space-between">
          <Text fw={600}>
            {requestWords[kind]} <ClauseMark clause={term.clause} />
          </Text>
          {act === null && (
            <Button size="compact-md" variant="light" onClick={onAnswer}>
              Исполнено…
            </Button>
          )}
        </Group>
        <Text size="sm">
          Получено {formatDate(receivedAt, timeZone)} {requestWayWords[way]}, внесено: {authorName}
        </Text>
        <ToneText tone={termTone(state)}>{textOf(term, state)}</ToneText>
        {act !== null && (
          <Text size="sm">
            {act.kind === 'done' ? 'Исполнено' : 'Отказано'} {formatDate(act.doneAt, timeZone)}, {act.authorName}:{' '}
            {act.note}
          </Text>
        )}
      </Stack>
    </Paper>
  )
}
