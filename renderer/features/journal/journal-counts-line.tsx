import { Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { JournalFilter } from '../../../shared/contract/journal.ts'
import { countText, nouns } from '../../../shared/text/plural.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'

/** How many applications stand in the journal, by the filter; what was struck through counts apart. */
export function JournalCountsLine({ filter }: { filter: JournalFilter }) {
  const { queries } = useWorkstation()
  const counts = useQuery({
    ...queries.journal.counts.queryOptions({ input: { filter } }),
    placeholderData: keepPreviousData,
  })
  const { standing = 0, annulled = 0 } = counts.data ?? {}
  return (
    <Text size="sm" c="dimmed" role="status">
      {counts.data === undefined ? '\u00a0' : countText(standing, nouns.application)}
      {annulled > 0 && `, отдельно аннулировано: ${annulled.toLocaleString('ru')}`}
    </Text>
  )
}
