import { Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import type { CalendarState, LoadedYear } from '../../../shared/contract/calendar.ts'
import { formatDate } from '../../../shared/text/date-time.ts'
import { countText, nouns } from '../../../shared/text/plural.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { ImportDialog } from './import-dialog.tsx'

/** The years that are loaded, each with the decree it rests on; the next one that is missing is said. */
export function YearList({ calendar }: { calendar: CalendarState }) {
  const [importing, setImporting] = useState(false)
  const { years, today, timeZone } = calendar
  const loaded = new Set(years.map(({ calendar: { year } }) => year))
  const thisYear = Number(today.slice(0, 4))
  const missing = [thisYear, thisYear + 1].filter(year => !loaded.has(year))
  return (
    <Stack gap="sm" component="section" aria-labelledby="calendar-years">
      <Group justify="space-between">
        <Title order={2} size="h4" id="calendar-years">
          Производственный календарь
        </Title>
        <Button
          variant="default"
          leftSection={<IconFileImport aria-hidden size="1.1em" />}
          onClick={() => setImporting(true)}
        >
          Загрузить год…
        </Button>
      </Group>
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
      {missing.map(year => (
        <ToneText key={year} tone={year === thisYear ? 'bad' : 'warn'}>
          Календарь на {year} год не загружен. Сроки, которые на него приходятся, не считаются.
        </ToneText>
      ))}
      <Table withTableBorder verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Год</Table.Th>
            <Table.Th>Рабочих дней</Table.Th>
            <Table.Th>Основание</Table.Th>
            <Table.Th>Откуда</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {years.map(year => (
            <YearRow key={year.calendar.year} year={year} timeZone={timeZone} />
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  )
}

function YearRow({ year: { calendar, workingDays, imported }, timeZone }: { year: LoadedYear; timeZone: string }) {
  const { shortened, workingWeekends } = calendar
  return (
    <Table.Tr>
      <Table.Td>{calendar.year}</Table.Td>
      <Table.Td>
        {workingDays}
        <Text size="sm" c="dimmed">
          из них {countText(shortened.length, nouns.shortenedDay)}
          {workingWeekends.length > 0 && `, ${countText(workingWeekends.length, nouns.workingWeekend)}`}
        </Text>
      </Table.Td>
      <Table.Td>{calendar.basis}</Table.Td>
      <Table.Td>
        {imported === null ? 'вместе с программой' : `${imported.authorName}, ${formatDate(imported.at, timeZone)}`}
      </Table.Td>
    </Table.Tr>
  )
}
