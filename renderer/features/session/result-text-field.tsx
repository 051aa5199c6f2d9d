import { Button, Group, Text } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { ToneText } from '../../ui/tone-text.tsx'
import { cutAtBlanks } from './blanks.ts'
import classes from './result-text.module.css'

interface ResultTextFieldProps {
  value: string
  onChange: (value: string) => void
}

/** Column 7: the places left for the specialist are marked, and one press selects the next of them. */
export function ResultTextField({ value, onChange }: ResultTextFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const pieces = cutAtBlanks(value)
  const blanks = pieces.filter(piece => piece.blank)

  // The first place left for the specialist is at hand at once; without one nothing is touched.
  useEffect(() => {
    const first = cutAtBlanks(field.current?.value ?? '').find(piece => piece.blank)
    if (!first) return
    field.current?.focus()
    field.current?.setSelectionRange(first.start, first.start + first.text.length)
  }, [])

  /** A stray Enter must not wipe out a selected place and so make the text look finished. */
  function keepBlank(event: KeyboardEvent<HTMLTextAreaElement>): void {
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
          aria-describedby="result-blanks"
          value={value}
          onKeyDown={keepBlank}
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
      </Group>
    </div>
  )
}
