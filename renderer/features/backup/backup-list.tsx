import { Stack, Table, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BackupCard } from '../../../shared/contract/backup.ts'
import type { Role } from '../../../shared/contract/procedure.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { BackupLine } from './backup-line.tsx'
import { RestoreDialog } from './restore-dialog.tsx'

/** The copies there are, newest first. */
export function BackupList({ role }: { role: Role }) {
  const { queries } = useWorkstation()
  const list = useQuery(queries.backup.list.queryOptions())
  const [restoring, setRestoring] = useState<BackupCard | null>(null)
  if (list.error) {
    return <QueryFailure title="Список копий не прочитан" error={list.error} onRetry={() => void list.refetch()} />
  }
  if (!list.data) return <Loading label="Читаем список копий…" />
  if (list.data.length === 0) {
    return <EmptyNote title="Копий пока нет" text="Первая будет сделана сама, как только закончится приём." />
  }
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        Сделанные копии
      </Title>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Сделана</Table.Th>
            <Table.Th>Содержит</Table.Th>
            <Table.Th>Действия</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {list.data.map(card => (
            <BackupLine key={card.name} card={card} role={role} onRestore={() => setRestoring(card)} />
          ))}
        </Table.Tbody>
      </Table>
      {restoring && <RestoreDialog card={restoring} onClose={() => setRestoring(null)} />}
    </Stack>
  )
}
