import { Alert, Code, List, Stack, Text } from '@mantine/core'
import { IconFileSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { formatDateTime, formatLocalDate, formatTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'

/** «Найдена запись без записи в базе»: what lies on the disk and no row knows of. Nothing where there is none. */
export function FoundRecordings() {
  const { queries } = useWorkstation()
  const timeZone = useTimeZone()
  const found = useQuery(queries.backup.foundRecordings.queryOptions())
  if (!found.data || found.data.length === 0) return null
  return (
    <Alert
      color="amber"
      icon={<IconFileSearch aria-hidden />}
      title={found.data.length === 1 ? 'Найдена запись без записи в базе' : 'Найдены записи без записи в базе'}
    >
      <Stack gap="xs">
        <Text>
          Видеофайлы целы и хранятся свой срок, но приёмов, к которым они относятся, в базе нет: она восстановлена из
          более ранней копии. Внесите приёмы заново и сообщите номера ниже техническому специалисту.
        </Text>
        <List>
          {found.data.map(recording => (
            <List.Item key={recording.recordingId}>
              {formatDateTime(recording.startedAt, timeZone)}
              {recording.stoppedAt ? `–${formatTime(recording.stoppedAt, timeZone)}` : ''}, хранить по{' '}
              {formatLocalDate(recording.retainUntil)}
              <br />
              <Text size="xs" c="dimmed" component="span">
                {recording.sha256 === null ? 'сохраняется и проверяется' : 'проверена'}, номер{' '}
              </Text>
              <Code>{recording.recordingId}</Code>
            </List.Item>
          ))}
        </List>
      </Stack>
    </Alert>
  )
}
