import { Alert, Stack } from '@mantine/core'
import { IconId } from '@tabler/icons-react'
import { useRegulation } from '../../app/desk.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { useSession } from './session-context.tsx'

/** The document is in the picture: ask for it to be put away; players cover the interval. */
export function DocumentInterval() {
  const { detail, act, acting } = useSession()
  const { documentAway } = useRegulation().words
  if (detail.card.state.facts.documentShown.at(-1)?.to !== null) return null
  return (
    <Alert color="blue" p="xs" icon={<IconId aria-hidden />} title="Документ в кадре">
      <Stack gap="xs" align="flex-start">
        «{documentAway.text}»
        <FactButton size="compact-md" disabled={acting} onClick={() => void act({ kind: 'documentRemoved' })}>
          Документ убран
        </FactButton>
      </Stack>
    </Alert>
  )
}
