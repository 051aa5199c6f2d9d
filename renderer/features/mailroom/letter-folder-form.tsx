import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { LetterFolder } from '../../../shared/contract/mailroom.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { folderTroubleWords } from './letter-words.ts'

/** «Папка с письмами»: files .eml laid there are taken over by themselves. */
export function LetterFolderForm() {
  const { queries } = useWorkstation()
  const folder = useQuery(queries.mailroom.folder.queryOptions())
  if (folder.error) {
    return <QueryFailure title="Папка не прочитана" error={folder.error} onRetry={() => void folder.refetch()} />
  }
  if (!folder.data) return <Loading label="Читаем настройку папки…" />
  return (
    <Stack gap="sm" component="section" aria-labelledby="mailroom-folder" maw="var(--layout-form)">
      <Title order={2} size="h4" id="mailroom-folder">
        Папка с письмами
      </Title>
      <Text c="dimmed">
        Когда почта из сети недоступна, файлы .eml кладут сюда. Принятые переносятся в «принятые», прочие — в
        «непрочитанные» с причиной.
      </Text>
      <Form key={folder.data.directory} folder={folder.data} />
    </Stack>
  )
}

function Form({ folder }: { folder: LetterFolder }) {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  const form = useForm({ initialValues: { directory: folder.directory ?? '' } })
  const save = useMutation({
    mutationFn: ({ directory }: { directory: string }) =>
      calls.mailroom.setFolder({ directory: directory.trim() || null }),
    onSuccess: kept => queryClient.setQueryData(queries.mailroom.folder.queryKey(), kept),
    onError: error => form.setErrors(faultFields(error)),
  })
  return (
    <form onSubmit={form.onSubmit(entered => save.mutate(entered))} noValidate>
      <Stack gap="xs">
        <Group gap="sm" align="flex-end">
          <TextInput
            flex={1}
            label="Папка"
            description="Путь целиком; пусто — папка не нужна"
            placeholder="/srv/письма"
            autoComplete="off"
            spellCheck={false}
            {...form.getInputProps('directory')}
          />
          <Button type="submit" variant="default" loading={save.isPending} disabled={!form.isDirty()}>
            Сохранить
          </Button>
        </Group>
        {folder.trouble !== null && <ToneText tone="bad">{folderTroubleWords[folder.trouble]}</ToneText>}
        {folder.directory !== null && folder.trouble === null && <ToneText tone="good">Папка просматривается</ToneText>}
        {save.error && Object.keys(faultFields(save.error)).length === 0 && (
          <ToneText tone="bad">{faultHint(save.error)}</ToneText>
        )}
      </Stack>
    </form>
  )
}
