import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import type { SubjectRequest } from '../../../shared/contract/rights.ts'
import { FactButton } from '../../ui/fact-button.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { GrowingTextarea } from '../../ui/growing-textarea.tsx'
import { answerLabels, requestWords } from './rights-words.ts'
import { useRightsChange } from './use-rights-change.ts'

interface AnswerFormProps {
  applicationId: string
  request: SubjectRequest
  onDone: () => void
}

/** What was done about a request; a withdrawal that is done erases, and says so beforehand. */
export function AnswerForm({ applicationId, request, onDone }: AnswerFormProps) {
  const [note, setNote] = useState('')
  const finish = useRightsChange(
    applicationId,
    (calls, kind: 'done' | 'refused') => calls.rights.finish({ requestId: request.id, kind, note: note.trim() }),
    onDone,
  )
  const erases = request.kind === 'withdrawal'
  const empty = note.trim() === ''
  return (
    <Stack gap="sm">
      <Text>{requestWords[request.kind]}</Text>
      {erases && (
        <Alert color="amber" icon={<IconAlertTriangle aria-hidden />} title="Сведения будут стёрты без возврата">
          Исходный текст письма и сведения о документе. Запись в журнале остаётся, видеозапись хранится до конца её
          срока (п. 3.6), в резервных копиях стёртое исчезнет вместе с ними.
        </Alert>
      )}
      <GrowingTextarea
        label={answerLabels[request.kind]}
        required
        minRows={2}
        maxRows={6}
        maxLength={500}
        autoComplete="off"
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
      />
      {finish.error && (
        <Alert color="red" role="alert" title="Не записано">
          {faultHint(finish.error)}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          Назад
        </Button>
        <FactButton
          variant="default"
          loading={finish.isPending}
          disabled={empty}
          onClick={() => finish.mutate('refused')}
        >
          Отказано
        </FactButton>
        <FactButton
          {...(erases && { color: 'red' })}
          loading={finish.isPending}
          disabled={empty}
          onClick={() => finish.mutate('done')}
        >
          {erases ? 'Стереть и отметить' : 'Исполнено'}
        </FactButton>
      </Group>
    </Stack>
  )
}
