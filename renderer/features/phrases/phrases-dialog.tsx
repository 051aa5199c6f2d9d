import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { type Phrase, phraseLimits } from '../../../shared/contract/phrases.ts'
import { faultHint } from '../../ui/fault-hint.ts'
import { InPlacePanel } from '../../ui/in-place-panel.tsx'
import { Loading } from '../../ui/loading.tsx'
import { movedIndex } from '../../ui/roving.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { ChangePhrase } from './change-phrase.tsx'
import { findPhrases } from './insert-phrase.ts'
import { PhraseList } from './phrase-list.tsx'
import { phrasesByTopic } from './phrases-by-topic.ts'
import { usePhrases, useTopics } from './use-phrases.ts'

interface PhrasesDialogProps {
  /** Own words selected in the text, offered as a new phrase. */
  selected: string | null
  onInsert: (text: string) => void
  onClose: () => void
}

/** «Мои фразы»: typing finds, ↑ ↓ choose, Enter puts the phrase into the text. */
export function PhrasesDialog({ selected, onInsert, onClose }: PhrasesDialogProps) {
  const { list, change } = usePhrases()
  const { topics, topic } = useTopics()
  const listId = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const [changing, setChanging] = useState<Phrase | null>(null)
  const [removed, setRemoved] = useState<Phrase | null>(null)
  const groups = phrasesByTopic(findPhrases(list.data ?? [], typed), topic)
  const found = groups.flatMap(({ phrases }) => phrases)
  const chosen = found[Math.min(active, found.length - 1)] ?? null
  const offered = typed.trim() === '' ? selected : typed.trim()
  const isNew = offered !== null && !list.data?.some(({ text }) => text === offered)
  const optionId = (phrase: Phrase) => `${listId}-${phrase.id}`

  function insert(phrase: Phrase): void {
    // The text must not wait for the count of its uses.
    change.mutate(phrases => phrases.used({ phraseId: phrase.id }))
    onInsert(phrase.text)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      event.preventDefault()
      // Of the key that closes the reception: the dialog may be gone before the press reaches the step behind it.
      event.stopPropagation()
      if (chosen && !event.ctrlKey) insert(chosen)
      return
    }
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    const target = movedIndex(event.key, Math.min(active, found.length - 1), found.length)
    event.preventDefault()
    if (target === null) return
    setActive(target)
    const next = found[target]
    if (next) document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' })
  }

  return (
    <InPlacePanel title="Мои фразы" onClose={onClose}>
      <Stack gap="sm">
        <TextInput
          label="Найти фразу или набрать новую"
          description="↑ ↓ выбирают, Enter вставляет в текст"
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-autocomplete="list"
          {...(chosen ? { 'aria-activedescendant': optionId(chosen) } : {})}
          // At once: the dialog's own focus comes a moment later, and words typed till then would land in column 7.
          autoFocus
          data-autofocus
          autoComplete="off"
          maxLength={phraseLimits.text}
          value={typed}
          onChange={event => {
            setTyped(event.currentTarget.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
        {list.data === undefined ? (
          list.error === null && <Loading label="Читаем фразы…" />
        ) : (
          <PhraseList
            id={listId}
            groups={groups}
            chosen={chosen}
            optionId={optionId}
            onPoint={phrase => setActive(found.indexOf(phrase))}
            onInsert={insert}
          />
        )}
        {list.data !== undefined && found.length === 0 && (
          <Text c="dimmed">
            {typed.trim() === '' ? 'Фраз пока нет: наберите первую.' : 'Такой фразы нет. Её можно добавить.'}
          </Text>
        )}
        {removed !== null && (
          <Group gap="xs" role="status">
            <Text>Фраза удалена.</Text>
            <Button
              size="compact-md"
              variant="light"
              onClick={() => {
                change.mutate(phrases => phrases.restore({ phraseId: removed.id }))
                setRemoved(null)
              }}
            >
              Вернуть
            </Button>
          </Group>
        )}
        {[list.error, change.error].map(
          error =>
            error !== null && (
              <ToneText key={faultHint(error)} tone="bad">
                {faultHint(error)}
              </ToneText>
            ),
        )}
        {changing !== null ? (
          <ChangePhrase
            phrase={changing}
            topics={topics}
            onSave={({ text, topicIds }) => {
              change.mutate(phrases => phrases.change({ phraseId: changing.id, text, topicIds }))
              setChanging(null)
            }}
            onCancel={() => setChanging(null)}
          />
        ) : (
          <Group justify="space-between">
            <Group gap="xs">
              <Button variant="default" disabled={chosen === null} onClick={() => setChanging(chosen)}>
                Изменить…
              </Button>
              <Button
                variant="default"
                disabled={chosen === null}
                onClick={() => {
                  if (chosen === null) return
                  change.mutate(phrases => phrases.remove({ phraseId: chosen.id }))
                  setRemoved(chosen)
                }}
              >
                Удалить
              </Button>
              {isNew && (
                <Button
                  variant="default"
                  leftSection={<IconPlus aria-hidden size="1.1em" />}
                  onClick={() => {
                    change.mutate(phrases => phrases.add({ text: offered }))
                    setTyped('')
                  }}
                >
                  {typed.trim() === '' ? 'Добавить выделенное' : 'Добавить фразу'}
                </Button>
              )}
            </Group>
            <Button disabled={chosen === null} onClick={() => chosen && insert(chosen)}>
              Вставить
            </Button>
          </Group>
        )}
      </Stack>
    </InPlacePanel>
  )
}
