import { Box, Button, Group, Pagination, Select, Stack, Table, Text } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { CompareSheet } from './compare-sheet.tsx'
import { kindOptions, kindWord, objectWord, resultWord } from './event-words.ts'
import { LogCheckWords } from './log-check-words.tsx'

const pageLines = 50

/** «Журнал событий»: who did what and when; ids instead of names of citizens. */
export function EventLogSection() {
  const { queries } = useWorkstation()
  const timeZone = useTimeZone()
  /** One opening of the log is one line in it, whatever is filtered and turned over. */
  const [viewId] = useState(() => crypto.randomUUID())
  const [kind, setKind] = useState<string | null>(null)
  const [accountId, setAccountId] = useState<string | null>(null)
  const [page, setPage] = useState(1)
  const staff = useQuery(queries.accounts.staff.queryOptions())
  const lines = useQuery({
    ...queries.eventLog.list.queryOptions({
      input: { viewId, filter: { kind, accountId }, offset: (page - 1) * pageLines, limit: pageLines },
    }),
    placeholderData: keepPreviousData,
    // New lines appear when the section is opened or turned over again.
    staleTime: 0,
    gcTime: 0,
  })
  if (lines.error) {
    return <QueryFailure title="Журнал событий не прочитан" error={lines.error} onRetry={() => void lines.refetch()} />
  }
  return (
    <Stack gap="sm">
      <Group align="flex-end">
        <Select
          label="Событие"
          placeholder="Все"
          clearable
          searchable
          data={kindOptions}
          value={kind}
          onChange={value => {
            setKind(value)
            setPage(1)
          }}
        />
        <Select
          label="Сотрудник"
          placeholder="Все"
          clearable
          searchable
          data={(staff.data ?? []).map(({ id, shortName }) => ({ value: id, label: shortName }))}
          value={accountId}
          onChange={value => {
            setAccountId(value)
            setPage(1)
          }}
        />
        <Verification />
      </Group>
      {!lines.data ? (
        <Loading label="Читаем журнал событий…" />
      ) : lines.data.total === 0 ? (
        <EmptyNote title="Таких событий нет" text="Измените отбор, чтобы увидеть другие." />
      ) : (
        <>
          <Table withTableBorder verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>№</Table.Th>
                <Table.Th>Когда</Table.Th>
                <Table.Th>Кто</Table.Th>
                <Table.Th>Событие</Table.Th>
                <Table.Th>Подробности</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.data.rows.map(line => (
                <Table.Tr key={line.sequence}>
                  <Table.Td>{line.sequence}</Table.Td>
                  <Table.Td>{formatDateTime(line.at, timeZone)}</Table.Td>
                  <Table.Td>{line.shortName ?? 'программа'}</Table.Td>
                  <Table.Td>{kindWord(line.kind)}</Table.Td>
                  <Table.Td>
                    <Text size="sm" c="dimmed">
                      {[resultWord(line.result, line.kind), ...Object.entries(line.objects).map(objectWord)]
                        .filter(Boolean)
                        .join(' · ')}
                    </Text>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <Pagination
            value={page}
            onChange={setPage}
            total={Math.ceil(lines.data.total / pageLines)}
            getControlProps={control => ({ 'aria-label': control === 'next' ? 'Следующая' : 'Предыдущая' })}
          />
        </>
      )}
    </Stack>
  )
}

function Verification() {
  const { calls } = useWorkstation()
  const verify = useMutation({ mutationFn: () => calls.eventLog.verify() })
  return (
    <>
      <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate()}>
        Проверить целостность
      </Button>
      <CompareSheet />
      {verify.data && (
        <Box w="100%">
          <LogCheckWords check={verify.data} />
        </Box>
      )}
      {verify.error && (
        <Text c="var(--tone-bad)" role="alert">
          {faultHint(verify.error)}
        </Text>
      )}
    </>
  )
}
