import { List, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { JournalEntry } from '../../../shared/contract/journal.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { Viewings } from '../recording/viewings.tsx'

/** Who opened the row, and who watched its recordings, from the event log. */
export function Looks({ entry }: { entry: JournalEntry }) {
  const { queries } = useWorkstation()
  const timeZone = useTimeZone()
  const { applicationId } = entry.row
  const looks = useQuery({ ...queries.journal.looks.queryOptions({ input: { applicationId } }), staleTime: 0 })
  const recordings = entry.receptions.flatMap(reception => reception.recordings)
  return (
    <Stack gap="xs">
      <section aria-label="Кто открывал строку">
        <Title order={3} size="h5">
          Кто открывал строку
        </Title>
        {looks.error && (
          <QueryFailure title="Просмотры не прочитаны" error={looks.error} onRetry={() => void looks.refetch()} />
        )}
        <List size="sm" listStyleType="none">
          {looks.data?.map(({ at, name }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name, two may share their moment
            <List.Item key={index}>
              {formatDateTime(at, timeZone)} · {name}
            </List.Item>
          ))}
        </List>
      </section>
      {recordings.map(({ id, startedAt }) => (
        <div key={id}>
          <Text size="sm" c="dimmed">
            Видеозапись {formatDateTime(startedAt, timeZone)}
          </Text>
          <Viewings recordingId={id} />
        </div>
      ))}
    </Stack>
  )
}
