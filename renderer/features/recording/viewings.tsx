import { List, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type Viewing, viewingReasonText } from '../../../shared/recording/viewing.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'

const acts: Readonly<Record<Viewing['act'], string>> = {
  viewed: 'запись открыта',
  uncovered: 'показан документ',
  verified: 'проверка целостности',
}

/** «Кто смотрел», from the event log. */
export function Viewings({ recordingId }: { recordingId: string }) {
  const { queries } = useWorkstation()
  const timeZone = useTimeZone()
  const viewings = useQuery(queries.recordings.viewings.queryOptions({ input: { recordingId } }))
  if (viewings.error) {
    return (
      <QueryFailure
        title="Список просмотров не прочитан"
        error={viewings.error}
        onRetry={() => void viewings.refetch()}
      />
    )
  }
  return (
    <section aria-label="Кто смотрел">
      <Title order={3} size="h5">
        Кто смотрел
      </Title>
      {viewings.data?.length === 0 && <Text c="dimmed">Запись ещё никто не открывал</Text>}
      <List size="sm">
        {viewings.data?.map(({ at, name, act, reason }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name, two may share their moment
          <List.Item key={index}>
            {formatDateTime(at, timeZone)} · {name} · {acts[act]}
            {reason === null ? '' : `: ${viewingReasonText(reason)}`}
          </List.Item>
        ))}
      </List>
    </section>
  )
}
