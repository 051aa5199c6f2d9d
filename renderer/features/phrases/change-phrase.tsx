import { Button, Group, MultiSelect, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Topic } from '../../../shared/applications/topics.ts'
import { type Phrase, phraseLimits } from '../../../shared/contract/phrases.ts'
import { GrowingTextarea } from '../../ui/growing-textarea.tsx'

interface ChangePhraseProps {
  phrase: Phrase
  topics: readonly Pick<Topic, 'id' | 'title'>[]
  onSave: (changed: Pick<Phrase, 'text' | 'topicIds'>) => void
  onCancel: () => void
}

/** Other words for one phrase, and the topics it is for. */
export function ChangePhrase({ phrase, topics, onSave, onCancel }: ChangePhraseProps) {
  const [text, setText] = useState(phrase.text)
  const [topicIds, setTopicIds] = useState<readonly string[]>(phrase.topicIds)
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
      <MultiSelect
        label="Темы заявок"
        description="В результате приёма по этой теме фраза стоит первой"
        {...(topicIds.length === 0 ? { placeholder: 'Для всех тем' } : {})}
        data={topics.map(({ id, title }) => ({ value: id, label: title }))}
        // Upwards: «Сохранить фразу» below stays in reach of the mouse.
        comboboxProps={{ position: 'top' }}
        value={[...topicIds]}
        onChange={setTopicIds}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          Не менять
        </Button>
        <Button disabled={text.trim() === ''} onClick={() => onSave({ text: text.trim(), topicIds: [...topicIds] })}>
          Сохранить фразу
        </Button>
      </Group>
    </Stack>
  )
}
