import { Anchor, Stack, Table, Text, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Temporal } from 'temporal-polyfill'
import { useDesk } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { shortDay, slotMatrix } from '../applications/slot-matrix.ts'
import classes from './today.module.css'

interface WeekViewProps {
  /** A local date of the week. */
  date: string
  onShow: (date: string) => void
}

const workingWeekDays = 5

/** One's own times of the five working days from the Monday of a week on: who is appointed, and what is free. */
export function WeekView({ date, onShow }: WeekViewProps) {
  const { queries } = useWorkstation()
  const specialistId = useDesk().session.account.id
  const from = mondayOf(date)
  const grid = useQuery(
    queries.applications.slots.queryOptions({
      input: { applicationId: null, specialistId, from, days: workingWeekDays },
    }),
  )
  if (grid.error) {
    return <QueryFailure title="Неделя не прочитана" error={grid.error} onRetry={() => void grid.refetch()} />
  }
  if (!grid.data) return <Loading label="Читаем неделю…" />
  const { days, rows } = slotMatrix(grid.data.days)
  return (
    <Stack gap="xs" className={classes.emptyDay} component="section" aria-label="Неделя">
      <Table withTableBorder withColumnBorders layout="fixed" aria-label="Мои приёмы и свободное время">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="5rem">Время</Table.Th>
            {days.map(day => (
              <Table.Th key={day}>
                <Anchor component="button" type="button" underline="always" onClick={() => onShow(day)}>
                  {shortDay(day)}
                </Anchor>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(row => {
            const time = row.find(cell => cell !== null)?.time
            return (
              <Table.Tr key={time}>
                <Table.Th>{time}</Table.Th>
                {row.map((cell, column) => (
                  <Table.Td key={days[column]}>
                    {cell === null ? null : cell.takenBy === null ? (
                      <Text size="sm" c="dimmed">
                        {words[cell.state]}
                      </Text>
                    ) : (
                      <UnstyledButton fw={600} onClick={() => onShow(days[column] ?? date)}>
                        {cell.takenBy}
                      </UnstyledButton>
                    )}
                  </Table.Td>
                ))}
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
      {grid.data.missingYear !== null && (
        <Text c="dimmed">Календарь {grid.data.missingYear} года не загружен: дальше рабочие дни неизвестны.</Text>
      )}
    </Stack>
  )
}

const words = {
  free: 'свободно',
  taken: 'занято',
  absent: 'вас нет',
  tooEarly: 'поздно назначать',
  past: 'прошло',
} as const

function mondayOf(date: string): string {
  const day = Temporal.PlainDate.from(date)
  return day.subtract({ days: day.dayOfWeek - 1 }).toString()
}
