import { Button, Group, Text } from '@mantine/core'
import { useId } from 'react'
import { FactButton } from '../../ui/fact-button.tsx'
import { DocumentInterval } from './document-interval.tsx'
import { isNoticeFirst } from './notice-first.ts'
import { useSession } from './session-context.tsx'
import { type ShowingWords, showingMethods } from './showing-methods.ts'
import { useSessionKey } from './use-session-key.ts'

/** How the citizen shows the document, and from when on it is in the picture: one press for both, none made before. */
export function DocumentShowing() {
  const { detail } = useSession()
  const labelId = useId()
  const { documentShown, shownMethod } = detail.card.state.facts
  if (documentShown.at(-1)?.to === null) return <DocumentInterval />
  const marked = showingMethods.find(({ value }) => value === shownMethod)?.marked
  return (
    <Group gap="xs" role="group" aria-labelledby={labelId}>
      <Text id={labelId} size="sm">
        {marked === undefined ? 'Документ показан:' : `Показан (${marked}). Ещё раз:`}
      </Text>
      <Button.Group>
        {showingMethods.map((words, index) => (
          <ShowingButton key={words.value} words={words} digit={index + 1} />
        ))}
      </Button.Group>
    </Group>
  )
}

function ShowingButton({ words: { value, label }, digit }: { words: ShowingWords; digit: number }) {
  const { detail, act, acting } = useSession()
  const mark = () => void act({ kind: 'documentShown', method: value })
  // With Alt: a stray digit must set no fact.
  useSessionKey(`alt+digit${digit}`, mark, !acting && !isNoticeFirst(detail.card.state))
  return (
    <FactButton
      variant="light"
      size="compact-md"
      aria-label={`Документ показан: ${label}`}
      aria-keyshortcuts={`Alt+${digit}`}
      title={`Alt+${digit}`}
      disabled={acting}
      onClick={mark}
    >
      {label}
    </FactButton>
  )
}
