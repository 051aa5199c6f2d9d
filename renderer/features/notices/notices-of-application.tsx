import { Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { NoticeEvidence } from '../../../shared/contract/notices.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { LetterText } from './letter-text.tsx'
import { NoticeActs } from './notice-acts.tsx'
import { isMoving, kindWords, lineWords, standingIn } from './standing-words.ts'

/** «Уведомления» of an application: what was written, when the server took it, and what became of it. */
export function NoticesOfApplication({ applicationId, isTellNext }: { applicationId: string; isTellNext: boolean }) {
  const { queries } = useWorkstation()
  const outbox = useQuery(queries.notices.outbox.queryOptions())
  const found = useQuery(queries.notices.ofApplication.queryOptions({ input: { applicationId } }))
  if (found.error) {
    return <QueryFailure title="Уведомления не прочитаны" error={found.error} onRetry={() => void found.refetch()} />
  }
  if (!found.data) return <Loading label="Читаем уведомления…" />
  const { notices, email } = found.data
  return (
    <Stack gap="xs" component="section" aria-label="Уведомления">
      <Title order={3} size="h5">
        Уведомления
      </Title>
      {notices.length === 0 && (
        <Text c="dimmed">
          {email === null
            ? 'Электронная почта в заявке не указана: о решении сообщают по телефону и отмечают это.'
            : 'Уведомлений ещё не было: они составляются вместе с решением.'}
        </Text>
      )}
      {notices.map(notice => (
        <Evidence
          key={notice.id}
          notice={notice}
          isTellNext={isTellNext}
          moving={outbox.data === undefined || isMoving(outbox.data.state)}
        />
      ))}
    </Stack>
  )
}

function Evidence({ notice, moving, isTellNext }: { notice: NoticeEvidence; moving: boolean; isTellNext: boolean }) {
  const timeZone = useTimeZone()
  const [open, setOpen] = useState(false)
  const { tone, text } = standingIn(moving, notice)
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Text>
            {kindWords[notice.kind]}, {formatDateTime(notice.formedAt, timeZone)} ({notice.authorName})
          </Text>
          <Button size="compact-sm" variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? 'Свернуть' : 'Письмо и отправка'}
          </Button>
        </Group>
        <ToneText tone={tone}>
          {text}
          {notice.since === null ? '' : ` (${formatDateTime(notice.since, timeZone)})`}
        </ToneText>
        {!isTellNext && <NoticeActs notice={notice} />}
        {open && (
          <Stack gap="xs">
            <List size="sm">
              {notice.lines.map(line => (
                <List.Item key={`${line.of} ${line.at} ${lineWords(line)}`}>
                  {formatDateTime(line.of === 'fact' ? line.occurredAt : line.at, timeZone)}. {lineWords(line)}
                </List.Item>
              ))}
            </List>
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              Кому: {notice.toAddress}. Номер письма (Message-ID): {notice.messageId}
            </Text>
            <LetterText
              subject={notice.subject}
              text={notice.text}
              hasCalendar={notice.hasCalendar}
              attachmentNames={notice.attachmentNames}
            />
          </Stack>
        )}
      </Stack>
    </Paper>
  )
}
