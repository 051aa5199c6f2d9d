import { List, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { JournalEntry, JournalReception } from '../../../shared/contract/journal.ts'
import { type HistoryLine, historyLines } from '../../../shared/journal/history-lines.ts'
import { formatDateTime, formatTime, localDate } from '../../../shared/text/date-time.ts'
import { useRegulation, useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'

const sourceWords = { hand: null, phone: 'по телефону', letter: 'по письму', program: 'программа' } as const

/** Everything that happened to the application and in its receptions, in plain words. */
export function Happened({ entry }: { entry: JournalEntry }) {
  const timeZone = useTimeZone()
  const happened = entry.receptions.filter(({ events }) => events.length > 0)
  return (
    <Stack gap="sm">
      <ApplicationHistory applicationId={entry.row.applicationId} />
      {happened.length === 0 && <Text c="dimmed">Приём ещё не начинался: событий нет.</Text>}
      {happened.map(reception => (
        <div key={reception.id}>
          <Title order={3} size="h5">
            Приём {formatDateTime(reception.appointedAt, timeZone)}
          </Title>
          <ReceptionHistory reception={reception} authors={entry.authors} />
        </div>
      ))}
    </Stack>
  )
}

/** What was done and decided about the application itself, oldest first. */
function ApplicationHistory({ applicationId }: { applicationId: string }) {
  const { queries } = useWorkstation()
  const timeZone = useTimeZone()
  const matter = useQuery(queries.applications.matter.queryOptions({ input: { applicationId } }))
  return (
    <section aria-label="События заявки">
      <Title order={3} size="h5">
        Заявка
      </Title>
      {matter.error && (
        <QueryFailure title="История заявки не прочитана" error={matter.error} onRetry={() => void matter.refetch()} />
      )}
      <List size="sm" listStyleType="none">
        {matter.data?.history.map(({ at, text, authorName }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the history only grows at its end
          <List.Item key={index}>
            {formatDateTime(at, timeZone)} {text}
            <Text span size="xs" c="dimmed">
              {' '}
              · {authorName}
            </Text>
          </List.Item>
        ))}
      </List>
    </section>
  )
}

function ReceptionHistory({ reception, authors }: { reception: JournalReception; authors: JournalEntry['authors'] }) {
  const timeZone = useTimeZone()
  const { outcomes } = useRegulation()
  const lines = historyLines({
    timeZone,
    events: reception.events,
    outcomeTitle: outcome => outcomes.find(({ code }) => code === outcome)?.title ?? outcome,
  })
  return (
    <List size="sm" listStyleType="none" aria-label="События приёма">
      {lines.map(line => (
        <List.Item key={line.sequence}>
          {formatTime(line.at, timeZone)}{' '}
          <Text span inherit td={line.undone ? 'line-through' : 'none'}>
            {line.text}
          </Text>
          <Text span size="xs" c="dimmed">
            {remarks(line, authors[line.authorId] ?? null, timeZone)
              .map(remark => ` · ${remark}`)
              .join('')}
          </Text>
        </List.Item>
      ))}
    </List>
  )
}

/** Who, how, and what is not as usual about a line. */
function remarks(line: HistoryLine, author: string | null, timeZone: string): string[] {
  const source = sourceWords[line.source]
  const moment = (at: string) =>
    localDate(at, timeZone) === localDate(line.at, timeZone) ? formatTime(at, timeZone) : formatDateTime(at, timeZone)
  return [
    ...(author === null || line.source === 'program' ? [] : [author]),
    ...(source === null ? [] : [source]),
    ...(line.enteredLaterAt === null ? [] : [`внесено позже, в ${moment(line.enteredLaterAt)}`]),
    ...(line.firstAt === null ? [] : [`время исправлено, было ${moment(line.firstAt)}`]),
    ...(line.undone ? ['отменено'] : []),
  ]
}
