import { Checkbox, ScrollArea, Table, Text } from '@mantine/core'
import type { TakeoverLine } from '../../../shared/contract/takeover.ts'
import { formatDate, formatTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { conflictWords } from './takeover-words.ts'

interface TakeoverLinesProps {
  lines: readonly TakeoverLine[]
  /** Those that are not given away. */
  left: ReadonlySet<string>
  onToggle: (receptionId: string) => void
}

/** The receptions that would go over, each with what speaks against it. */
export function TakeoverLines({ lines, left, onToggle }: TakeoverLinesProps) {
  const timeZone = useTimeZone()
  if (lines.length === 0) return <Text>В эти дни назначенных приёмов нет.</Text>
  return (
    <ScrollArea.Autosize mah="40vh" viewportProps={{ tabIndex: 0, 'aria-label': 'Приёмы для передачи' }}>
      <Table withTableBorder verticalSpacing="xs" aria-label="Приёмы для передачи">
        <Table.Thead>
          <Table.Tr>
            <Table.Th aria-label="Передать" />
            <Table.Th>Когда</Table.Th>
            <Table.Th>Заявка</Table.Th>
            <Table.Th>Что мешает</Table.Th>
            <Table.Th>Гражданин</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(line => (
            <Table.Tr key={line.receptionId}>
              <Table.Td>
                <Checkbox
                  aria-label={`Передать заявку № ${line.journalNumber}`}
                  checked={line.possible && !left.has(line.receptionId)}
                  disabled={!line.possible}
                  onChange={() => onToggle(line.receptionId)}
                />
              </Table.Td>
              <Table.Td>
                {formatDate(line.appointedAt, timeZone)} {formatTime(line.appointedAt, timeZone)}
              </Table.Td>
              <Table.Td>
                № {line.journalNumber}
                {line.shortName === null ? '' : `, ${line.shortName}`}
              </Table.Td>
              <Table.Td>
                {line.conflict === null ? (
                  <ToneText tone="good">ничего</ToneText>
                ) : (
                  <ToneText tone={line.possible ? 'warn' : 'bad'}>{conflictWords[line.conflict]}</ToneText>
                )}
              </Table.Td>
              <Table.Td>{line.noticeDue ? 'уведомить о замене' : 'ещё не уведомлён'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  )
}
