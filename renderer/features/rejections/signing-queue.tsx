import { Button, Group, Paper, Stack, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { SigningItem } from '../../../shared/contract/rejections.ts'
import { groundWords } from '../../../shared/rejections/ground.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { midSentence } from '../../../shared/text/mid-sentence.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { ToneText } from '../../ui/tone-text.tsx'

const RejectionDialog = lazyPart(() => import('./rejection-dialog.tsx').then(part => part.RejectionDialog))

interface SigningQueueProps {
  /** What stands here when nothing waits; nothing at all where it is one part of a screen among others. */
  whenEmpty?: ReactNode
}

/** «На подписи»: rejections that wait for a signature or for being sent. */
export function SigningQueue({ whenEmpty = null }: SigningQueueProps) {
  const { queries } = useWorkstation()
  const timeZone = useTimeZone()
  const queue = useQuery(queries.rejections.queue.queryOptions())
  const [opened, setOpened] = useState<string | null>(null)
  if (queue.error) {
    return <QueryFailure title="«На подписи» не прочитано" error={queue.error} onRetry={() => void queue.refetch()} />
  }
  if (!queue.data) return null
  if (queue.data.items.length === 0 && opened === null) return whenEmpty
  return (
    <Paper withBorder p="md" component="section" aria-label="На подписи">
      <Stack gap="sm">
        <Title order={3} size="h5">
          На подписи: {queue.data.items.length}
        </Title>
        <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
          {queue.data.items.map(item => (
            <Group
              key={item.applicationId}
              component="li"
              justify="space-between"
              align="flex-start"
              gap="xs"
              wrap="nowrap"
            >
              <ToneText tone={item.state === 'toSign' ? 'info' : 'warn'}>
                {wordsOf(item)}, {formatDateTime(item.at, timeZone)}, {item.byName}
              </ToneText>
              <Button size="compact-md" variant="light" flex="none" onClick={() => setOpened(item.applicationId)}>
                {item.state === 'toSign' ? 'Подписать…' : 'Направить…'}
              </Button>
            </Group>
          ))}
        </Stack>
      </Stack>
      {opened !== null && <RejectionDialog applicationId={opened} onClose={() => setOpened(null)} />}
    </Paper>
  )
}

function wordsOf({ state, shortName, journalNumber, grounds }: SigningItem): string {
  const named = grounds.map(ground => midSentence(groundWords[ground].title)).join('; ')
  const what = state === 'toSign' ? 'на подписи' : 'подписано, не направлено'
  return `${shortName}, № ${journalNumber}: ${named}. ${what[0]?.toUpperCase()}${what.slice(1)}`
}
