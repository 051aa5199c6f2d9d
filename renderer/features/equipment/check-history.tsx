import { Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { checksPerPage, type EquipmentCheck } from '../../../shared/contract/equipment.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { kindWords } from './overall-words.ts'
import { headlineOf } from './specialist-lines.ts'

interface CheckHistoryProps {
  shownId: string | null
  onShow: (check: EquipmentCheck) => void
}

/** «История проверок»: every check of this workplace, the newest first. */
export function CheckHistory({ shownId, onShow }: CheckHistoryProps) {
  const { queries } = useWorkstation()
  const timeZone = useTimeZone()
  const [offset, setOffset] = useState(0)
  const list = useQuery(queries.equipment.list.queryOptions({ input: { offset } }))
  if (list.error) {
    return <QueryFailure title="История не прочитана" error={list.error} onRetry={() => void list.refetch()} />
  }
  if (!list.data) return <Loading label="Читаем историю проверок…" />
  const { checks, total } = list.data
  if (total === 0) {
    return <EmptyNote title="Проверок ещё не было" text="Нажмите «Проверить рабочее место»: это займёт до 10 секунд." />
  }
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        История проверок
      </Title>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Когда</Table.Th>
            <Table.Th>Проверка</Table.Th>
            <Table.Th>Кто</Table.Th>
            <Table.Th>Итог</Table.Th>
            <Table.Th>Микрофон</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {checks.map(check => {
            const { tone, text } = headlineOf(check)
            const when = formatDateTime(check.finishedAt, timeZone)
            return (
              <Table.Tr key={check.id} {...(check.id === shownId ? { 'aria-current': 'true' } : {})}>
                <Table.Td>{when}</Table.Td>
                <Table.Td>{kindWords[check.kind]}</Table.Td>
                <Table.Td>{check.by}</Table.Td>
                <Table.Td>
                  <ToneText tone={tone}>{text}</ToneText>
                </Table.Td>
                <Table.Td>
                  <Text truncate maw="16rem">
                    {check.devices.microphone?.label ?? '—'}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <Button
                    size="compact-md"
                    variant="light"
                    aria-label={`Показать проверку ${when}`}
                    onClick={() => onShow(check)}
                  >
                    Показать
                  </Button>
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
      {total > checksPerPage && (
        <Group gap="sm">
          <Button variant="default" disabled={offset === 0} onClick={() => setOffset(offset - checksPerPage)}>
            Новее
          </Button>
          <Button
            variant="default"
            disabled={offset + checksPerPage >= total}
            onClick={() => setOffset(offset + checksPerPage)}
          >
            Раньше
          </Button>
        </Group>
      )}
    </Stack>
  )
}
