import { Group } from '@mantine/core'
import { FactButton } from '../../ui/fact-button.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { useSession } from './session-context.tsx'

/** The document is in the picture: ask for it to be put away; players cover the interval. */
export function DocumentInterval() {
  const { detail, act, acting } = useSession()
  if (detail.card.state.facts.documentShown.at(-1)?.to !== null) return null
  return (
    <Group gap="xs" wrap="nowrap" justify="space-between">
      <ToneText tone="info" size="sm">
        Документ в кадре
      </ToneText>
      <FactButton
        size="compact-md"
        variant="light"
        flex="none"
        disabled={acting}
        onClick={() => void act({ kind: 'documentRemoved' })}
      >
        Документ убран
      </FactButton>
    </Group>
  )
}
