import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { type Phrase, phraseLimits } from '../../../shared/contract/phrases.ts'
import { GrowingTextarea } from '../../ui/growing-textarea.tsx'

interface ChangePhraseProps {
  phrase: Phrase
  onSave: (text: string) => void
  onCancel: () => void
}

/** Other words for one phrase. */
export function ChangePhrase({ phrase, onSave, onCancel }: ChangePhraseProps) {
  const [text, setText] = useState(phrase.text)
  return (
    <Stack gap="xs">
      <GrowingTextarea
        label="Новый текст фразы"
        minRows={2}
        maxRows={6}
        maxLength={phraseLimits.text}
        autoFocus
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          Не менять
        </Button>
        <Button disabled={text.trim() === ''} onClick={() => onSave(text.trim())}>
          Сохранить фразу
        </Button>
      </Group>
    </Stack>
  )
}
