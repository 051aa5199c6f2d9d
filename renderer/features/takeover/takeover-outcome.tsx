import { Button, Group, Stack, Text } from '@mantine/core'
import type { TakeoverResult } from '../../../shared/contract/takeover.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { noticeTasks, resultWords } from './takeover-words.ts'

/** What was moved, what is left to do, and what stayed with why. */
export function TakeoverOutcome({ result, onClose }: { result: TakeoverResult; onClose: () => void }) {
  const tasks = result.moved.flatMap(({ journalNumber, notice }) => {
    const task = noticeTasks[notice]
    return task === null ? [] : [{ journalNumber, task }]
  })
  return (
    <Stack gap="sm" role="status" aria-label="Итог передачи">
      <ToneText tone={result.moved.length > 0 ? 'good' : 'warn'}>{resultWords(result)}</ToneText>
      {tasks.map(({ journalNumber, task }) => (
        <ToneText key={journalNumber} tone="warn">
          № {journalNumber}: {task}
        </ToneText>
      ))}
      {result.left.length > 0 && <Text fw={600}>Остались у прежнего специалиста</Text>}
      {result.left.map(({ receptionId, journalNumber, why }) => (
        <ToneText key={receptionId} tone="bad">
          № {journalNumber ?? '—'}: {why}
        </ToneText>
      ))}
      <Group justify="flex-end">
        <Button onClick={onClose}>Готово</Button>
      </Group>
    </Stack>
  )
}
