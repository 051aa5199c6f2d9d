import { Button, Group, Text } from '@mantine/core'
import { IconMessage2Plus } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { HotkeyHint } from '../../ui/hotkey-hint.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { insertPhrase, phraseOfSelection, type TextSelection } from '../phrases/insert-phrase.ts'
import { PhrasesDialog } from '../phrases/phrases-dialog.tsx'
import { cutAtBlanks } from './blanks.ts'
import classes from './result-text.module.css'
import { useSession } from './session-context.tsx'

interface ResultTextFieldProps {
  value: string
  onChange: (value: string) => void
}

/** Column 7: the places left for the specialist are marked, and one press selects the next of them. */
export function ResultTextField({ value, onChange }: ResultTextFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const pieces = cutAtBlanks(value)
  const blanks = pieces.filter(piece => piece.blank)
  // As a dialog of the session, so that no key of a step works behind the phrases.
  const { dialog, showDialog, closeDialog } = useSession()
  const [place, setPlace] = useState<TextSelection>({ start: 0, end: 0 })

  // The first place left for the specialist is at hand at once; without one nothing is touched.
  useEffect(() => {
    const first = cutAtBlanks(field.current?.value ?? '').find(piece => piece.blank)
    if (!first) return
    field.current?.focus()
    field.current?.setSelectionRange(first.start, first.start + first.text.length)
  }, [])

  /** A caret outside of every place means the first of them: that is what is missing. */
  function openPhrases(): void {
    const input = field.current
    if (!input) return
    const { selectionStart: start, selectionEnd: end } = input
    const inside = blanks.find(blank => blank.start <= start && end <= blank.start + blank.text.length)
    const wanted = inside ?? (start === end && start === value.length ? blanks[0] : undefined)
    setPlace(wanted ? { start: wanted.start, end: wanted.start + wanted.text.length } : { start, end })
    showDialog('phrases')
  }

  function putPhrase(phrase: string, where: TextSelection): void {
    const { text, caret } = insertPhrase(value, where, phrase)
    onChange(text)
    closeDialog('phrases')
    // After the dialog has given the focus back.
    setTimeout(() => {
      field.current?.focus()
      field.current?.setSelectionRange(caret, caret)
    })
  }

  /** A stray Enter must not wipe out a selected place and so make the text look finished. */
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.ctrlKey && event.code === 'Space') {
      event.preventDefault()
      openPhrases()
      return
    }
    const { value: text, selectionStart, selectionEnd } = event.currentTarget
    if (event.key === 'Enter' && cutAtBlanks(text.slice(selectionStart, selectionEnd)).some(piece => piece.blank)) {
      event.preventDefault()
    }
  }

  function selectNext(): void {
    const input = field.current
    if (!input) return
    const from = input.selectionEnd
    const next = blanks.find(blank => blank.start >= from) ?? blanks[0]
    if (!next) return
    input.focus()
    input.setSelectionRange(next.start, next.start + next.text.length)
  }

  return (
    <div>
      <Text component="label" htmlFor="result-text" size="sm" fw={500}>
        Результат (графа 7 журнала)
      </Text>
      <div className={classes.box}>
        <div className={classes.mirror} aria-hidden>
          {pieces.map(piece => (piece.blank ? <mark key={piece.start}>{piece.text}</mark> : piece.text))}
          {/* A last empty line has no height of its own. */}
          {'\u200B'}
        </div>
        <textarea
          ref={field}
          id="result-text"
          className={classes.input}
          maxLength={4000}
          spellCheck={false}
          autoComplete="off"
          aria-describedby="result-blanks"
          aria-keyshortcuts="Control+Space"
          value={value}
          onKeyDown={onKeyDown}
          onChange={event => onChange(event.currentTarget.value)}
        />
      </div>
      <Group id="result-blanks" gap="xs" mt="xs">
        {blanks.length > 0 && (
          <>
            <ToneText tone="warn" size="xs">
              Осталось заполнить: {blanks.length}
            </ToneText>
            <Button size="compact-sm" variant="light" onClick={selectNext}>
              К пропуску
            </Button>
          </>
        )}
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconMessage2Plus aria-hidden size="1.1em" />}
          rightSection={<HotkeyHint keys="Ctrl+Пробел" />}
          onClick={openPhrases}
        >
          Мои фразы…
        </Button>
      </Group>
      {dialog === 'phrases' && (
        <PhrasesDialog
          selected={phraseOfSelection(value, place)}
          onInsert={phrase => putPhrase(phrase, place)}
          onClose={() => closeDialog('phrases')}
        />
      )}
    </div>
  )
}
