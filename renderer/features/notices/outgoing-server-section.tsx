import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useDesk } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { OutgoingServerForm } from './outgoing-server-form.tsx'
import { outboxWords } from './standing-words.ts'

/** «Настройки» → «Почта»: the server notices go out by. The technician sees it and may ask whether it answers. */
export function OutgoingServerSection() {
  const { calls, queries } = useWorkstation()
  const mayChange = useDesk().session.account.role === 'administrator'
  const server = useQuery(queries.notices.server.queryOptions())
  const probe = useMutation({ mutationFn: () => calls.notices.probeStored() })
  if (server.error) {
    return (
      <QueryFailure title="Исходящая почта не прочитана" error={server.error} onRetry={() => void server.refetch()} />
    )
  }
  if (!server.data) return <Loading label="Читаем исходящую почту…" />
  const { state, reason, waiting } = server.data
  const { tone } = outboxWords[state]
  return (
    <Stack gap="sm" component="section" aria-labelledby="outgoing-server" maw="var(--layout-form)">
      <Title order={2} size="h4" id="outgoing-server">
        Исходящая почта
      </Title>
      <Text c="dimmed">
        Отсюда гражданам уходят уведомления. Письма, которые не ушли, хранятся в программе и отправляются позже.
      </Text>
      <ToneText tone={tone}>
        {stateWords[state]}
        {reason === '' ? '' : `: ${reason}`}
        {waiting === 0 ? '' : `. Ждут отправки: ${waiting}`}
      </ToneText>
      {server.data.server !== null && !mayChange && (
        <Group>
          <Text>
            {server.data.server.host}:{server.data.server.port}
          </Text>
          <Button variant="default" loading={probe.isPending} onClick={() => probe.mutate()}>
            Проверить
          </Button>
        </Group>
      )}
      {probe.data && <ToneText tone={probe.data.works ? 'good' : 'bad'}>{probe.data.answer}</ToneText>}
      {probe.error !== null && <ToneText tone="bad">{faultHint(probe.error)}</ToneText>}
      {mayChange && <OutgoingServerForm key={JSON.stringify(server.data.server)} view={server.data} />}
    </Stack>
  )
}

/** For those who keep the server, not those who wait for it. */
const stateWords = {
  ready: 'Уведомления уходят',
  noServer: 'Сервер не указан, уведомления ждут',
  turnedOff: 'Отправка выключена, уведомления ждут',
  unreachable: 'Сервер недоступен, программа повторит сама',
  stopped: 'Отправка остановлена',
} as const
