import { Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { CalendarException, CalendarState } from '../../../shared/contract/calendar.ts'
import { formatDate, formatLocalDate } from '../../../shared/text/date-time.ts'
import { exceptionWords } from '../../ui/exception-words.ts'
import { ExceptionDialog } from './exception-dialog.tsx'

/** «Дни органа»: what the body decided against the production calendar, and on what document. */
export function ExceptionList({ calendar: { exceptions, timeZone } }: { calendar: CalendarState }) {
  const [deciding, setDeciding] = useState<'new' | CalendarException | null>(null)
  return (
    <Stack gap="sm" component="section" aria-labelledby="calendar-exceptions">
      <Group justify="space-between">
        <Title order={2} size="h4" id="calendar-exceptions">
          Дни органа
        </Title>
        <Button
          variant="default"
          leftSection={<IconPlus aria-hidden size="1.1em" />}
          onClick={() => setDeciding('new')}
        >
          Изменить день…
        </Button>
      </Group>
      {exceptions.length === 0 ? (
        <Text c="dimmed">
          Орган работает по производственному календарю. Если день объявлен выходным, сокращённым или рабочим, внесите
          его с документом: сроки пересчитаются.
        </Text>
      ) : (
        <Table withTableBorder verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Дата</Table.Th>
              <Table.Th>День</Table.Th>
              <Table.Th>Основание</Table.Th>
              <Table.Th>Кто внёс</Table.Th>
              <Table.Th aria-label="Действия" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {exceptions.map(exception => (
              <Table.Tr key={exception.date}>
                <Table.Td>{formatLocalDate(exception.date)}</Table.Td>
                <Table.Td>{exceptionWords[exception.kind]}</Table.Td>
                <Table.Td>{exception.decision.basis}</Table.Td>
                <Table.Td>
                  {exception.decision.authorName}, {formatDate(exception.decision.at, timeZone)}
                </Table.Td>
                <Table.Td>
                  <Button
                    variant="default"
                    size="compact-md"
                    aria-label={`Отменить: ${formatLocalDate(exception.date)}`}
                    onClick={() => setDeciding(exception)}
                  >
                    Отменить…
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {deciding !== null && (
        <ExceptionDialog revoked={deciding === 'new' ? null : deciding} onClose={() => setDeciding(null)} />
      )}
    </Stack>
  )
}
