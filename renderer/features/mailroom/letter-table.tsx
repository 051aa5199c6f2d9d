import { Button, Stack, Table, Text, Title } from '@mantine/core'
import type { LetterLine } from '../../../shared/contract/mailroom.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { answerWords, missingWords, sourceWords } from './letter-words.ts'
import classes from './mailroom.module.css'

interface LetterTableProps {
  title: string
  /** What the letters under it are. */
  note: string
  letters: readonly LetterLine[]
  onOpen: (letterId: string) => void
}

/** Letters of one kind: when they came, who wrote, what is missing. Nothing at all where there are none. */
export function LetterTable({ title, note, letters, onOpen }: LetterTableProps) {
  const timeZone = useTimeZone()
  if (letters.length === 0) return null
  return (
    <Stack gap="xs" component="section" aria-label={title}>
      <Title order={2} size="h4">
        {title}: {letters.length}
      </Title>
      <Text c="dimmed" size="sm">
        {note}
      </Text>
      <Table withTableBorder verticalSpacing="xs" layout="fixed" bg="var(--surface)">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="10.5rem">Получено</Table.Th>
            <Table.Th w="16rem">Отправитель</Table.Th>
            <Table.Th>Что в письме</Table.Th>
            <Table.Th w="6rem">Откуда</Table.Th>
            <Table.Th w="7rem" aria-label="Действия" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {letters.map(letter => {
            const received = formatDateTime(letter.receivedAt, timeZone)
            const { tone, text } = missingWords(letter)
            return (
              <Table.Tr key={letter.id}>
                <Table.Td>
                  {received}
                  {letter.receiptSource === 'taken' && (
                    <Text size="sm" c="dimmed">
                      когда добавлено
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  <div className={classes.sender}>
                    {letter.senderAddress === '' ? 'адрес не указан' : letter.senderAddress}
                  </div>
                  {letter.sender !== '' && (
                    <Text size="sm" c="dimmed" className={classes.sender}>
                      назван: {letter.sender}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  <ToneText tone={tone}>{text}</ToneText>
                  {letter.answer !== null && (
                    <ToneText tone="info" size="sm">
                      {answerWords(letter.answer)}
                    </ToneText>
                  )}
                  {letter.setAside !== null && (
                    <Text size="sm">
                      Отложено: {letter.setAside.reason} ({letter.setAside.authorName},{' '}
                      {formatDateTime(letter.setAside.at, timeZone)})
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>{sourceWords[letter.source]}</Table.Td>
                <Table.Td>
                  <Button
                    variant="default"
                    size="compact-md"
                    aria-label={`Открыть письмо, получено ${received}`}
                    onClick={() => onOpen(letter.id)}
                  >
                    Открыть
                  </Button>
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </Stack>
  )
}
