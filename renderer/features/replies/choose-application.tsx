import { Stack, Text, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AnsweredApplication } from '../../../shared/contract/replies.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { ApplicationButtons } from './application-buttons.tsx'

interface ChooseApplicationProps {
  letterId: string
  onChoose: (application: AnsweredApplication) => void
}

/** Finds the application an answer belongs to, by number or family name. */
export function ChooseApplication({ letterId, onChoose }: ChooseApplicationProps) {
  const { queries } = useWorkstation()
  const [text, setText] = useState('')
  const wanted = text.trim()
  const found = useQuery({
    ...queries.replies.candidates.queryOptions({ input: { letterId, text: wanted } }),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
  })
  const applications = wanted === '' ? [] : (found.data ?? [])
  return (
    <Stack gap="xs">
      <TextInput
        label="Чья это заявка: номер в журнале или фамилия"
        value={text}
        maxLength={100}
        spellCheck={false}
        autoComplete="off"
        onChange={event => setText(event.currentTarget.value)}
      />
      {found.error !== null && <ToneText tone="bad">{faultHint(found.error)}</ToneText>}
      {wanted !== '' && found.data?.length === 0 && (
        <Text size="sm" c="dimmed">
          Среди заявок, по которым приём ещё не проведён, такой нет.
        </Text>
      )}
      <ApplicationButtons applications={applications} onChoose={onChoose} />
    </Stack>
  )
}
