import { Button, Group, Text, Textarea } from '@mantine/core'
import { useRef } from 'react'
import { HotkeyHint } from '../../ui/hotkey-hint.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import classes from './session.module.css'
import { useSession } from './session-context.tsx'
import type { NoteState } from './use-note.ts'
import { useSessionKey } from './use-session-key.ts'

const states: Readonly<Record<NoteState, string>> = {
  saved: 'сохранена',
  saving: 'сохраняется…',
  failed: 'не сохранена, повторим при следующей правке',
  stale: 'не сохранена: её тем временем изменил другой сотрудник. Скопируйте свой текст и обновите страницу (F5)',
}

/** The specialist's own note: saved by itself, survives a crash, never leaves the database. */
export function NoteField() {
  const { detail, note, setNote, noteState, resultText } = useSession()
  const isClosing = detail.card.state.step.name === 'closing'
  const field = useRef<HTMLTextAreaElement>(null)
  useSessionKey('ctrl+M', () => field.current?.focus())
  return (
    <div className={classes.note}>
      <Group justify="space-between">
        <Text component="label" htmlFor="session-note">
          Заметка <HotkeyHint keys="Ctrl+M" />
        </Text>
        {noteState === 'failed' || noteState === 'stale' ? (
          <ToneText tone="bad" size="xs">
            {states[noteState]}
          </ToneText>
        ) : (
          note !== '' && (
            <Text size="xs" c="dimmed" role="status">
              {states[noteState]}
            </Text>
          )
        )}
      </Group>
      <Textarea
        ref={field}
        id="session-note"
        aria-keyshortcuts="Control+M"
        flex={1}
        styles={{ wrapper: { height: '100%' }, input: { height: '100%', resize: 'none' } }}
        maxLength={3500}
        spellCheck={false}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
      />
      {isClosing && (
        <Button
          size="compact-md"
          variant="default"
          mt="xs"
          style={{ alignSelf: 'flex-start' }}
          disabled={note.trim() === ''}
          onClick={() => resultText.current?.(note.trim())}
        >
          Вставить в результат
        </Button>
      )}
    </div>
  )
}
