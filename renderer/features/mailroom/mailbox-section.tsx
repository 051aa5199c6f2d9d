import { Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Mailbox } from '../../../shared/contract/mailroom.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { mailboxStateWords } from './letter-words.ts'
import { MailboxDialog } from './mailbox-dialog.tsx'

/** «Ящики для заявок»: where letters are fetched from, and whether each is reached now. */
export function MailboxSection() {
  const { queries } = useWorkstation()
  const [editing, setEditing] = useState<Mailbox | 'new' | null>(null)
  const mailboxes = useQuery(queries.mailroom.mailboxes.queryOptions())
  if (mailboxes.error) {
    return <QueryFailure title="Ящики не прочитаны" error={mailboxes.error} onRetry={() => void mailboxes.refetch()} />
  }
  if (!mailboxes.data) return <Loading label="Читаем список ящиков…" />
  return (
    <Stack gap="sm" component="section" aria-labelledby="mailroom-boxes">
      <Group justify="space-between">
        <Title order={2} size="h4" id="mailroom-boxes">
          Ящики для заявок
        </Title>
        <Button variant="default" leftSection={<IconPlus aria-hidden size="1.1em" />} onClick={() => setEditing('new')}>
          Подключить ящик…
        </Button>
      </Group>
      {mailboxes.data.length === 0 ? (
        <Text c="dimmed" maw="var(--layout-form)">
          Ящик не подключён: заявки вносят вручную или файлами. Подключите ящик, на который сайт присылает заявки;
          письма программа только читает, на сервере ничего не меняет.
        </Text>
      ) : (
        <Table withTableBorder verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Адрес</Table.Th>
              <Table.Th>Сервер</Table.Th>
              <Table.Th>Связь</Table.Th>
              <Table.Th aria-label="Действия" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {mailboxes.data.map(mailbox => (
              <MailboxRow key={mailbox.id} mailbox={mailbox} onEdit={() => setEditing(mailbox)} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {editing !== null && (
        <MailboxDialog mailbox={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Stack>
  )
}

function MailboxRow({ mailbox, onEdit }: { mailbox: Mailbox; onEdit: () => void }) {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  const timeZone = useTimeZone()
  const [leaving, setLeaving] = useState(false)
  const { tone, text } = mailboxStateWords(mailbox.state, timeZone)
  const remove = useMutation({
    mutationFn: () => calls.mailroom.removeMailbox({ mailboxId: mailbox.id }),
    onSuccess: left => queryClient.setQueryData(queries.mailroom.mailboxes.queryKey(), left),
  })
  return (
    <Table.Tr>
      <Table.Td>{mailbox.address}</Table.Td>
      <Table.Td>
        {mailbox.host}:{mailbox.port}, {mailbox.folder}
      </Table.Td>
      <Table.Td>
        <ToneText tone={tone}>{text}</ToneText>
        {remove.error && <ToneText tone="bad">{faultHint(remove.error)}</ToneText>}
        {leaving && <Text size="sm">Отключить? Полученные письма останутся, новые перестанут приходить.</Text>}
      </Table.Td>
      <Table.Td>
        <Group gap="xs" justify="flex-end">
          {leaving ? (
            <>
              <Button variant="default" size="compact-md" autoFocus onClick={() => setLeaving(false)}>
                Не отключать
              </Button>
              <Button color="red" size="compact-md" loading={remove.isPending} onClick={() => remove.mutate()}>
                Отключить
              </Button>
            </>
          ) : (
            <>
              <Button variant="default" size="compact-md" aria-label={`Изменить: ${mailbox.address}`} onClick={onEdit}>
                Изменить…
              </Button>
              <Button
                variant="default"
                size="compact-md"
                aria-label={`Отключить: ${mailbox.address}`}
                onClick={() => setLeaving(true)}
              >
                Отключить…
              </Button>
            </>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}
