import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { IconDatabaseExport } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { BackupDetails, BackupProgress } from '../../../shared/contract/backup.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { contentsText } from './backup-texts.ts'

const phaseText: Readonly<Record<BackupProgress['phase'], string>> = {
  copying: 'Копируем базу…',
  verifying: 'Открываем копию и читаем её целиком…',
}

/** «Сделать копию сейчас», with what is going on and how it ended. */
export function BackupNow({ details }: { details: BackupDetails }) {
  const { calls } = useWorkstation()
  const make = useMutation({ mutationFn: () => calls.backup.make() })
  const { running, directory } = details
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Button
          leftSection={<IconDatabaseExport aria-hidden size="1.1em" />}
          disabled={running !== null || make.isPending || directory === null}
          onClick={() => make.mutate()}
        >
          Сделать копию сейчас
        </Button>
        {running && (
          <Text c="dimmed" role="status">
            {phaseText[running.phase]}
          </Text>
        )}
      </Group>
      {running && (
        <Progress
          value={(running.share ?? 1) * 100}
          animated={running.share === null}
          aria-label={phaseText[running.phase]}
        />
      )}
      {make.error && !running && <ToneText tone="bad">{faultHint(make.error)}</ToneText>}
      {make.data && !running && (
        <div role="status">
          <ToneText tone="good">Копия сделана и проверена: {contentsText(make.data)}</ToneText>
        </div>
      )}
    </Stack>
  )
}
