import { Button, Group, Modal, Paper, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { NoticeRow } from '../../../shared/contract/notices.ts'
import { formatDateTime, formatTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { ServerWords } from '../../ui/server-words.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { NoticeActs } from './notice-acts.tsx'
import { NoticesOfApplication } from './notices-of-application.tsx'
import { isMoving, kindWords, outboxWords, standingIn } from './standing-words.ts'
import { useNoticeChange } from './use-notice-change.ts'

/** «Отправка»: notices that wait or did not arrive, and whether anything goes out at all. */
export function Outbox() {
  const { queries } = useWorkstation()
  const timeZone = useTimeZone()
  const outbox = useQuery(queries.notices.outbox.queryOptions())
  const tryNow = useNoticeChange(calls => calls.tryNow())
  // Stays open when what it shows is told and leaves the list.
  const [shown, setShown] = useState<NoticeRow | null>(null)
  if (outbox.error) {
    return <QueryFailure title="Отправка не прочитана" error={outbox.error} onRetry={() => void outbox.refetch()} />
  }
  if (!outbox.data) return <Loading label="Читаем отправку…" />
  const { state, reason, nextTryAt, rows } = outbox.data
  const { tone, text } = outboxWords[state]
  const mayTry = rows.length > 0 && (state === 'stopped' || state === 'unreachable' || nextTryAt !== null)
  return (
    <Stack gap="sm" component="section" aria-label="Отправка уведомлений">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <ToneText tone={tone}>
          {text}
          {nextTryAt === null ? '' : `. Следующая попытка в ${formatTime(nextTryAt, timeZone)}`}
        </ToneText>
        {mayTry && (
          <Button
            size="compact-md"
            variant="default"
            flex="none"
            loading={tryNow.isPending}
            onClick={() => tryNow.mutate(undefined)}
          >
            Попробовать сейчас
          </Button>
        )}
      </Group>
      <ServerWords words={reason} />
      {rows.length === 0 ? (
        <EmptyNote
          title="Неотправленных уведомлений нет"
          text="Отправленные видны в карточке заявки: когда принято сервером и что с ними стало."
        />
      ) : (
        <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
          {rows.map(row => (
            <OutboxLine
              key={row.id}
              row={row}
              timeZone={timeZone}
              moving={isMoving(state)}
              onShow={() => setShown(row)}
            />
          ))}
        </Stack>
      )}
      {shown !== null && (
        <Modal
          opened
          onClose={() => setShown(null)}
          title={`${shown.shortName}, № ${shown.journalNumber}: уведомления`}
          size="xl"
        >
          <NoticesOfApplication applicationId={shown.applicationId} />
        </Modal>
      )}
    </Stack>
  )
}

interface OutboxLineProps {
  row: NoticeRow
  timeZone: string
  /** `isMoving` of the outbox. */
  moving: boolean
  onShow: () => void
}

function OutboxLine({ row, timeZone, moving, onShow }: OutboxLineProps) {
  const { tone, text } = standingIn(moving, row)
  return (
    <Paper withBorder p="sm" component="li">
      <Group justify="space-between" gap="xs">
        <Stack gap={2}>
          <Text>
            {row.shortName}, № {row.journalNumber}. {kindWords[row.kind]}, составлено{' '}
            {formatDateTime(row.formedAt, timeZone)}
          </Text>
          <ToneText tone={tone}>
            {text}
            {row.nextTryAt === null || !moving ? '' : `, в ${formatTime(row.nextTryAt, timeZone)}`}
          </ToneText>
          <ServerWords words={row.answer} />
        </Stack>
        <Group gap="xs">
          <Button size="compact-md" variant="subtle" onClick={onShow}>
            Подробнее…
          </Button>
          <NoticeActs notice={row} />
        </Group>
      </Group>
    </Paper>
  )
}
