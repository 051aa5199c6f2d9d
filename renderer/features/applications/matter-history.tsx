import { Stack, Text, Title } from '@mantine/core'
import type { MatterEvent } from '../../../shared/contract/application-list.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'

/** What was done and decided, oldest first. */
export function MatterHistory({ history }: { history: readonly MatterEvent[] }) {
  const timeZone = useTimeZone()
  return (
    <section aria-label="История заявки">
      <Title order={3} size="h6">
        История
      </Title>
      <Stack gap={2} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {history.map((event, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the history only grows at its end
          <li key={index}>
            <Text size="sm">
              {formatDateTime(event.at, timeZone)} · {event.text} · {event.authorName}
            </Text>
          </li>
        ))}
      </Stack>
    </section>
  )
}
