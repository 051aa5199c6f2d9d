import { Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import type { AutoReply } from '../../../shared/contract/replies.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { ReplyCard } from './reply-card.tsx'
import { TakeBackLine } from './take-back-line.tsx'

/** «Ответы граждан»: each answer waits for a person; nothing is decided by itself (пп. 2.5, 2.6). */
export function RepliesToJudge({ onAsking = () => undefined }: { onAsking?: (isAsking: boolean) => void }) {
  const { queries } = useWorkstation()
  const waiting = useQuery(queries.replies.list.queryOptions())
  const list = useRef<HTMLDivElement>(null)
  if (waiting.error) {
    return (
      <QueryFailure title="Ответы граждан не прочитаны" error={waiting.error} onRetry={() => void waiting.refetch()} />
    )
  }
  if (!waiting.data) return <Loading label="Читаем ответы граждан…" />
  const { replies, autoReplies, judged } = waiting.data
  return (
    <Stack gap="md" ref={list} tabIndex={-1} component="section" aria-label="Ответы граждан">
      {judged.map(one => (
        <TakeBackLine key={one.letterId} judged={one} />
      ))}
      {replies.length === 0 ? (
        <EmptyNote
          title="Ответов граждан, ждущих решения, нет"
          text="Ответ на уведомление появится здесь сам. Если гражданин подтвердил участие по телефону, отметьте это у приёма на экране «Сегодня»."
        />
      ) : (
        <Text size="sm" c="dimmed">
          Решение записывается сразу, 10 секунд его можно взять назад. «Подтверждает» отмечает подтверждение временем
          получения письма, «Отказывается» отменяет приём, «Не об этом» убирает письмо из ответов, само письмо
          сохраняется.
        </Text>
      )}
      {replies.map(reply => (
        // The judged one leaves the list, and the focus with it: it goes to the list, not to the page.
        <ReplyCard key={reply.letterId} reply={reply} onJudged={() => list.current?.focus()} onAsking={onAsking} />
      ))}
      {autoReplies.length > 0 && <AutoReplies autoReplies={autoReplies} />}
    </Stack>
  )
}

function AutoReplies({ autoReplies }: { autoReplies: readonly AutoReply[] }) {
  const timeZone = useTimeZone()
  return (
    <Stack gap={4} component="section" aria-label="Автоответы">
      <Title order={4} size="h5">
        Автоответы: {autoReplies.length}
      </Title>
      <Text size="sm" c="dimmed">
        Написаны программой, подтверждением не считаются.
      </Text>
      {autoReplies.map(({ letterId, receivedAt, sender, subject, application }) => (
        <Text key={letterId} size="sm">
          {formatDateTime(receivedAt, timeZone)},{' '}
          {application === null ? sender : `${application.shortName}, № ${application.journalNumber}`}: {subject}
        </Text>
      ))}
    </Stack>
  )
}
