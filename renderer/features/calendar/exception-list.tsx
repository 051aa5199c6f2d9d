import { Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Fragment, useState } from 'react'
import type { CalendarState } from '../../../shared/contract/calendar.ts'
import { formatDate, formatLocalDate } from '../../../shared/text/date-time.ts'
import { exceptionWords } from '../../ui/exception-words.ts'
import { ExceptionDialog } from './exception-dialog.tsx'

/** «Дни органа»: what the body decided against the production calendar, and on what document. */
export function ExceptionList({ calendar: { exceptions, timeZone } }: { calendar: CalendarState }) {
  /** A new day, or the date of one that is taken back. */
  const [deciding, setDeciding] = useState<string | null>(null)
  const close = () => setDeciding(null)
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
      {deciding === 'new' && <ExceptionDialog revoked={null} onClose={close} />}
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
              <Fragment key={exception.date}>
                <Table.Tr>
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
                      onClick={() => setDeciding(exception.date)}
                    >
                      Отменить…
                    </Button>
                  </Table.Td>
                </Table.Tr>
                {deciding === exception.date && (
                  <Table.Tr>
                    <Table.Td colSpan={5}>
                      <ExceptionDialog revoked={exception} onClose={close} />
                    </Table.Td>
                  </Table.Tr>
                )}
              </Fragment>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  )
}
