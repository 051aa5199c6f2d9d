import { Stack, Text, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { FirstRun } from '../../../shared/contract/accounts.ts'
import { FolderField } from './folder-field.tsx'
import type { FolderState } from './use-folder-check.ts'

/** This computer, and where its recordings lie. */
export function WorkplaceStep({ form, folder }: { form: UseFormReturnType<FirstRun>; folder: FolderState }) {
  return (
    <Stack gap="sm">
      <Text c="dimmed">Название увидят на всех экранах этого компьютера.</Text>
      <TextInput
        label="Рабочее место"
        placeholder="Рабочее место 3"
        required
        autoFocus
        {...form.getInputProps('workplaceName')}
      />
      <FolderField
        form={form}
        folder={folder}
        label="Папка видеозаписей"
        description="На зашифрованном диске: записи хранятся два года"
        emptyText="Пусто — записи будут лежать в профиле программы."
      />
    </Stack>
  )
}
