import { Button, FileButton, Group, Text } from '@mantine/core'
import { IconMailPlus } from '@tabler/icons-react'
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { ToneText } from '../../ui/tone-text.tsx'
import classes from './mailroom.module.css'
import { useImportLetters } from './use-import-letters.ts'

/** Takes .eml files that are dropped anywhere on the list, or chosen below it; says what became of each. */
export function LetterDrop({ children }: { children: ReactNode }) {
  const { results, running, take } = useImportLetters()
  const [over, setOver] = useState(false)
  const resetChoice = useRef<() => void>(null)
  const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')
  return (
    <section
      aria-label="Письма"
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={event => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={event => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={event => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        setOver(false)
        void take([...event.dataTransfer.files])
      }}
    >
      {children}
      <Group gap="xs" justify="space-between">
        <Text c="dimmed" size="sm">
          Файлы .eml можно перетащить в список
        </Text>
        <FileButton
          multiple
          accept=".eml,message/rfc822"
          resetRef={resetChoice}
          onChange={files => {
            resetChoice.current?.()
            void take(files)
          }}
        >
          {props => (
            <Button
              {...props}
              size="compact-md"
              variant="default"
              loading={running !== null}
              leftSection={<IconMailPlus aria-hidden size="1.1em" />}
            >
              Добавить файл письма…
            </Button>
          )}
        </FileButton>
        <div role="status" className={classes.taken}>
          {running !== null && <Text>Принимаем файл «{running}»…</Text>}
          {results.map(({ name, tone, text }, index) => (
            // Two files of one name are two lines.
            // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows
            <ToneText key={index} tone={tone}>
              {name}: {text}
            </ToneText>
          ))}
        </div>
      </Group>
    </section>
  )
}
