import { Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { BoardLine } from '../../../shared/contract/equipment.ts'
import { formatTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { boardState, sinceText, troubleText } from './board-words.ts'
import classes from './equipment.module.css'
import { toneOfState } from './overall-words.ts'

/** «Утренняя доска»: where to go first. Of the receptions it knows only when the first one begins. */
export function MorningBoard() {
  const { queries } = useWorkstation()
  const timeZone = useTimeZone()
  const board = useQuery(queries.equipment.board.queryOptions())
  const refresh = () => void board.refetch()
  if (board.error) return <QueryFailure title="Утренняя доска не прочитана" error={board.error} onRetry={refresh} />
  if (!board.data) return <Loading label="Читаем рабочие места…" />
  return (
    <Paper withBorder p="md" component="section" aria-label="Утренняя доска">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h4">
            Утренняя доска
          </Title>
          <Button
            variant="default"
            leftSection={<IconRefresh aria-hidden size="1.1em" />}
            loading={board.isFetching}
            onClick={refresh}
          >
            Обновить доску
          </Button>
        </Group>
        <Text c="dimmed">
          Рабочие места органа, известные этой программе: сверху те, где приём начинается раньше. Фамилий и тем здесь
          нет.
        </Text>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Первый приём</Table.Th>
              <Table.Th>Рабочее место</Table.Th>
              <Table.Th>Состояние сегодня</Table.Th>
              <Table.Th>Что неисправно и с какого времени</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {board.data.map(line => (
              <BoardRow key={line.workplaceId} line={line} timeZone={timeZone} />
            ))}
          </Table.Tbody>
        </Table>
      </Stack>
    </Paper>
  )
}

function BoardRow({ line, timeZone }: { line: BoardLine; timeZone: string }) {
  const state = boardState(line, timeZone)
  const where = [line.room === '' ? null : `каб. ${line.room}`, line.isHere ? 'этот компьютер' : null]
  return (
    <Table.Tr>
      <Table.Td>
        {line.firstReceptionAt === null ? (
          <Text c="dimmed">сегодня нет</Text>
        ) : (
          <Text fw={600} size="lg">
            {formatTime(line.firstReceptionAt, timeZone)}
          </Text>
        )}
      </Table.Td>
      <Table.Th scope="row">
        {line.name}
        <Text c="dimmed" size="sm">
          {where.filter(part => part !== null).join(' · ')}
        </Text>
      </Table.Th>
      <Table.Td>
        <ToneText tone={state.tone}>{state.text}</ToneText>
      </Table.Td>
      <Table.Td>
        {line.troubles.length === 0 ? (
          <Text c="dimmed">{line.latest === null ? 'проверок ещё не было' : 'замечаний нет'}</Text>
        ) : (
          <ul className={classes.lines}>
            {line.troubles.map(trouble => (
              <li key={trouble.code}>
                <ToneText tone={toneOfState[trouble.state]}>{troubleText(trouble)}</ToneText>
                <Text c="dimmed" size="sm" className={classes.toDo}>
                  {sinceText(trouble, timeZone)}
                </Text>
              </li>
            ))}
          </ul>
        )}
      </Table.Td>
    </Table.Tr>
  )
}
