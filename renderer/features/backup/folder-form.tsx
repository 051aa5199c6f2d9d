import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { lockedWords, useIsLocked } from '../../app/use-is-locked.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'

const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}))

/** Where the copies lie and from which hour on; checked by the workstation before it is kept. */
export function FolderForm({ directory, hour }: { directory: string | null; hour: number }) {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  const isLocked = useIsLocked()('backupDirectory')
  const form = useForm({ initialValues: { directory: directory ?? '', hour: String(hour) } })
  const save = useMutation({
    mutationFn: (entered: { directory: string; hour: string }) =>
      calls.backup.choose({ directory: entered.directory.trim() || null, hour: Number(entered.hour) }),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: queries.backup.key() }),
    onError: error => form.setErrors(faultFields(error)),
  })
  return (
    <form onSubmit={form.onSubmit(entered => save.mutate(entered))} noValidate>
      <Stack gap="sm">
        <TextInput
          label="Папка для резервных копий"
          description={
            isLocked
              ? lockedWords
              : 'Путь целиком; лучше на другом диске или в сетевой папке. Папка уже должна существовать.'
          }
          disabled={isLocked}
          placeholder="/mnt/backup"
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('directory')}
        />
        <Group gap="sm" align="flex-end">
          <Select
            label="Делать копию после"
            description="Время местное; выключенный компьютер сделает её при включении"
            data={hours}
            allowDeselect={false}
            {...form.getInputProps('hour')}
          />
          <Button type="submit" variant="default" loading={save.isPending} disabled={!form.isDirty()}>
            Сохранить
          </Button>
        </Group>
        {save.error && Object.keys(faultFields(save.error)).length === 0 && (
          <ToneText tone="bad">{faultHint(save.error)}</ToneText>
        )}
      </Stack>
    </form>
  )
}
