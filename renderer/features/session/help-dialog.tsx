import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { InPlacePanel } from '../../ui/in-place-panel.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { HelpCardChoice } from './help-card-choice.tsx'
import { LinkAgain } from './link-again.tsx'
import { useSession } from './session-context.tsx'

/** «Помочь подключиться»: cards to read aloud by device; each press is an event and a marker of the recording. */
export function HelpDialog() {
  const { closeDialog } = useSession()
  const { queries } = useWorkstation()
  const cards = useQuery({ ...queries.receptions.helpCards.queryOptions(), staleTime: Number.POSITIVE_INFINITY })
  return (
    <InPlacePanel title="Помочь подключиться" onClose={() => closeDialog('help')}>
      <Stack>
        {cards.data ? (
          <HelpCardChoice help={cards.data} />
        ) : cards.error ? (
          <QueryFailure title="Карточки не прочитаны" error={cards.error} onRetry={() => void cards.refetch()} />
        ) : (
          <Loading label="Открываем карточки…" />
        )}
        <LinkAgain />
        {cards.data && (
          <Text size="xs" c="dimmed">
            {cards.data.source}
          </Text>
        )}
      </Stack>
    </InPlacePanel>
  )
}
