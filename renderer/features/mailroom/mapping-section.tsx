import { Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { fieldWords } from '../../../shared/letters/field-words.ts'
import type { FieldName, MappingProfile } from '../../../shared/letters/letter-reading.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { MappingDialog } from './mapping-dialog.tsx'

/** «Названия полей в письмах»: what each site calls the fields of п. 2.2. */
export function MappingSection() {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  const [editing, setEditing] = useState<MappingProfile | 'new' | null>(null)
  const profiles = useQuery(queries.mailroom.profiles.queryOptions())
  const remove = useMutation({
    mutationFn: (profileId: string) => calls.mailroom.removeProfile({ profileId }),
    onSuccess: left => queryClient.setQueryData(queries.mailroom.profiles.queryKey(), left),
  })
  if (profiles.error) {
    return <QueryFailure title="Названия не прочитаны" error={profiles.error} onRetry={() => void profiles.refetch()} />
  }
  if (!profiles.data) return <Loading label="Читаем названия полей…" />
  return (
    <Stack gap="sm" component="section" aria-labelledby="mailroom-mapping">
      <Group justify="space-between">
        <Title order={2} size="h4" id="mailroom-mapping">
          Названия полей в письмах
        </Title>
        <Button variant="default" leftSection={<IconPlus aria-hidden size="1.1em" />} onClick={() => setEditing('new')}>
          Добавить сайт…
        </Button>
      </Group>
      {profiles.data.length === 0 ? (
        <Text c="dimmed" maw="var(--layout-form)">
          Обычные названия («Фамилия», «Тема», «Телефон» и другие) программа знает сама. Если сайт называет поля иначе,
          добавьте его названия и проверьте на образце письма.
        </Text>
      ) : (
        <Table withTableBorder verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Сайт</Table.Th>
              <Table.Th>Письма от</Table.Th>
              <Table.Th>Свои названия</Table.Th>
              <Table.Th aria-label="Действия" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {profiles.data.map(profile => (
              <Table.Tr key={profile.profileId}>
                <Table.Td>{profile.name}</Table.Td>
                <Table.Td>{profile.senderEnds === '' ? 'всех' : profile.senderEnds}</Table.Td>
                <Table.Td>
                  {(Object.keys(profile.labels) as FieldName[]).map(name => fieldWords[name]).join(', ')}
                </Table.Td>
                <Table.Td>
                  <Group gap="xs" justify="flex-end" wrap="nowrap">
                    <Button
                      variant="default"
                      size="compact-md"
                      aria-label={`Изменить: ${profile.name}`}
                      onClick={() => setEditing(profile)}
                    >
                      Изменить…
                    </Button>
                    <Button
                      variant="default"
                      size="compact-md"
                      aria-label={`Удалить: ${profile.name}`}
                      loading={remove.isPending && remove.variables === profile.profileId}
                      onClick={() => remove.mutate(profile.profileId)}
                    >
                      Удалить
                    </Button>
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {remove.error && <ToneText tone="bad">{faultHint(remove.error)}</ToneText>}
      {editing !== null && (
        <MappingDialog profile={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Stack>
  )
}
