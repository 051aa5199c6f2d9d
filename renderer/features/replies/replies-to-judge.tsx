import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { ReplyCard } from './reply-card.tsx'

/** The answers of one application: each waits for a person, nothing is decided by itself (пп. 2.5, 2.6). */
export function RepliesOfApplication({ applicationId }: { applicationId: string }) {
  const { waiting, isReading, failure } = useWaitingReplies()
  if (failure !== null) return failure
  const replies = waiting?.replies.filter(({ application }) => application?.applicationId === applicationId) ?? []
  if (replies.length === 0 && isReading) return <Loading label="Читаем ответ…" />
  return (
    <Stack gap="sm" component="section" aria-label="Ответы граждан">
      {replies.map(reply => (
        <ReplyCard key={reply.letterId} reply={reply} onJudged={() => undefined} />
      ))}
    </Stack>
  )
}

/** An answer that belongs to no application yet: a person says whose it is. */
export function ReplyCase({ letterId, onJudged }: { letterId: string; onJudged: () => void }) {
  const { waiting, isReading, failure } = useWaitingReplies()
  if (failure !== null) return failure
  const reply = waiting?.replies.find(one => one.letterId === letterId)
  if (reply === undefined && isReading) return <Loading label="Читаем ответ…" />
  return reply === undefined ? (
    <EmptyNote title="Ответ уже разобран" text="Выберите другую строку в списке." />
  ) : (
    <section aria-label="Ответы граждан" style={{ overflow: 'auto', minHeight: 0 }}>
      <ReplyCard reply={reply} onJudged={onJudged} />
    </section>
  )
}

function useWaitingReplies() {
  const { queries } = useWorkstation()
  const waiting = useQuery(queries.replies.list.queryOptions())
  const failure = waiting.error ? (
    <QueryFailure title="Ответы граждан не прочитаны" error={waiting.error} onRetry={() => void waiting.refetch()} />
  ) : null
  return { waiting: waiting.data, isReading: waiting.isFetching, failure }
}
