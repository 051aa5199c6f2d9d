import { Button, FileButton, Group, Stack, Table, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { base64Of, bytesOf, saveFile } from '../../ui/save-file.ts'
import { ToneText } from '../../ui/tone-text.tsx'

/** «Шаблоны документов»: the Word form of Annex 2, the program's or the body's own. */
export function TemplateSection() {
  const { calls, queries } = useWorkstation()
  const timeZone = useTimeZone()
  const queryClient = useQueryClient()
  const template = useQuery(queries.rejections.template.queryOptions())
  const options = {
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: queries.rejections.template.key() }),
  }
  const replace = useMutation({
    mutationFn: async (file: File) =>
      calls.rejections.replaceTemplate({ name: file.name, base64: await base64Of(file) }),
    ...options,
  })
  const restore = useMutation({ mutationFn: () => calls.rejections.restoreTemplate(), ...options })
  const save = useMutation({
    mutationFn: () => calls.rejections.templateFile(),
    onSuccess: ({ name, mediaType, base64 }) => saveFile(name, [bytesOf(base64)], mediaType),
  })
  const error = replace.error ?? restore.error ?? save.error
  if (template.error) {
    return <QueryFailure title="Шаблон не прочитан" error={template.error} onRetry={() => void template.refetch()} />
  }
  if (!template.data) return <Loading label="Читаем шаблон…" />
  const { own, tags } = template.data
  return (
    <Stack gap="sm" component="section" aria-label="Решение об отклонении заявки">
      <Title order={2} size="h4">
        Решение об отклонении заявки (Приложение № 2)
      </Title>
      <Text>
        {own === null
          ? 'Документ Word делается по исходному шаблону: слово в слово по Приложению № 2.'
          : `Свой шаблон органа, загружен ${formatDateTime(own.at, timeZone)}, ${own.byName}.`}
      </Text>
      <Text size="sm" c="dimmed">
        В своём шаблоне можно менять оформление и добавить реквизиты; все поля ниже должны остаться. PDF всегда делается
        по форме Приложения № 2.
      </Text>
      <Group gap="sm">
        <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
          Скачать шаблон
        </Button>
        <FileButton
          accept=".docx"
          onChange={file => {
            if (file) replace.mutate(file)
          }}
        >
          {props => (
            <Button {...props} variant="default" loading={replace.isPending}>
              Загрузить свой…
            </Button>
          )}
        </FileButton>
        {own !== null && (
          <Button variant="subtle" loading={restore.isPending} onClick={() => restore.mutate()}>
            Вернуть исходный
          </Button>
        )}
      </Group>
      {error !== null && <ToneText tone="bad">{faultHint(error)}</ToneText>}
      {replace.isSuccess && error === null && own !== null && <ToneText tone="good">Шаблон принят.</ToneText>}
      <Table withTableBorder maw="40rem" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Поле</Table.Th>
            <Table.Th>Что подставляется</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tags.map(({ tag, meaning }) => (
            <Table.Tr key={tag}>
              <Table.Td>{tag}</Table.Td>
              <Table.Td>{meaning}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  )
}
