import { Stack, Text } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { FirstRun } from '../../../shared/contract/accounts.ts'
import { FolderField } from './folder-field.tsx'
import type { FolderState } from './use-folder-check.ts'

/** Where copies of the database go; it may be decided later. */
export function CopiesStep({ form, folder }: { form: UseFormReturnType<FirstRun>; folder: FolderState }) {
  return (
    <Stack gap="sm">
      <Text c="dimmed">
        Каждую ночь программа делает копию базы данных: журнал, заявки, сведения о приёмах и записях.
      </Text>
      <FolderField
        form={form}
        folder={folder}
        label="Папка резервных копий"
        description="На другом диске или в сети"
        emptyText="Пусто — позже: копий не будет, пока папка не указана в «Настройках»."
      />
    </Stack>
  )
}
