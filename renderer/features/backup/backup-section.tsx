import { Stack, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useDesk } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { BackupList } from './backup-list.tsx'
import { BackupNow } from './backup-now.tsx'
import { BackupState } from './backup-state.tsx'
import { FolderForm } from './folder-form.tsx'
import { FoundRecordings } from './found-recordings.tsx'

/** «Настройки» → «Резервные копии»: the state, a copy now, where they lie, the copies. */
export function BackupSection() {
  const { queries } = useWorkstation()
  const { role } = useDesk().session.account
  const status = useQuery(queries.backup.status.queryOptions())
  if (status.error) {
    return (
      <QueryFailure
        title="Состояние резервных копий не прочитано"
        error={status.error}
        onRetry={() => void status.refetch()}
      />
    )
  }
  if (!status.data) return <Loading label="Читаем состояние резервных копий…" />
  const { details } = status.data
  return (
    <Stack gap="lg" maw="var(--layout-form)">
      <Title order={2} size="h4">
        Резервные копии
      </Title>
      <BackupState status={status.data} />
      {details && (
        <>
          {role !== 'head' && <BackupNow details={details} />}
          {role === 'administrator' && (
            <FolderForm
              key={`${details.directory}-${details.hour}`}
              directory={details.directory}
              hour={details.hour}
            />
          )}
          {details.directory !== null && <BackupList role={role} />}
        </>
      )}
      <FoundRecordings />
    </Stack>
  )
}
