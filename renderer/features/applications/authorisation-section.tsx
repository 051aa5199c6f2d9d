import { Badge, Button, Group, Modal, Select, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Authorisation } from '../../../shared/contract/appointments.ts'
import { formatLocalDate } from '../../../shared/text/date-time.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { FactForm } from '../../ui/fact-form.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { ToneText } from '../../ui/tone-text.tsx'

/** Who may hold receptions on what, by which order (п. 3.3). */
export function AuthorisationSection() {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  const all = useQuery(queries.applications.authorisations.queryOptions())
  const topics = useQuery(queries.applications.topics.queryOptions())
  const [granting, setGranting] = useState(false)
  const revoke = useMutation({
    mutationFn: (authorisationId: string) => calls.applications.revoke({ authorisationId }),
    onSuccess: list => queryClient.setQueryData(queries.applications.authorisations.queryKey(), list),
  })
  if (all.error)
    return <QueryFailure title="Полномочия не прочитаны" error={all.error} onRetry={() => void all.refetch()} />
  if (!all.data) return null
  const topicTitle = (id: string | null) =>
    id === null ? 'все темы' : (topics.data?.find(topic => topic.id === id)?.title ?? id)
  const inForce = all.data.filter(({ revokedAt }) => revokedAt === null)
  return (
    <Stack gap="sm" component="section" aria-label="Полномочия вести приём">
      <Title order={2} size="h5">
        Полномочия вести приём (п. 3.3)
      </Title>
      <Text size="sm" c="dimmed">
        {inForce.length === 0
          ? 'Никто не указан: приёмы может вести любой специалист.'
          : 'Приём назначается только указанным специалистам; иначе решает руководитель с причиной.'}
      </Text>
      {all.data.length > 0 && (
        <Table withTableBorder verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Специалист</Table.Th>
              <Table.Th>Тема</Table.Th>
              <Table.Th>Срок</Table.Th>
              <Table.Th>Основание</Table.Th>
              <Table.Th aria-label="Действия" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {all.data.map(one => (
              <Table.Tr key={one.id}>
                <Table.Td>{one.shortName}</Table.Td>
                <Table.Td>{topicTitle(one.topicId)}</Table.Td>
                <Table.Td>{termText(one)}</Table.Td>
                <Table.Td>{one.basis}</Table.Td>
                <Table.Td>
                  {one.revokedAt === null ? (
                    <FactButton
                      size="compact-md"
                      variant="default"
                      aria-label={`Отозвать полномочие: ${one.shortName}, ${topicTitle(one.topicId)}`}
                      loading={revoke.isPending && revoke.variables === one.id}
                      onClick={() => revoke.mutate(one.id)}
                    >
                      Отозвать
                    </FactButton>
                  ) : (
                    <Badge color="gray" variant="outline" tt="none">
                      отозвано
                    </Badge>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {revoke.error && <ToneText tone="bad">{faultHint(revoke.error)}</ToneText>}
      <div>
        <Button variant="default" onClick={() => setGranting(true)}>
          Уполномочить специалиста…
        </Button>
      </div>
      {granting && <GrantDialog onClose={() => setGranting(false)} />}
    </Stack>
  )
}

const termText = ({ validFrom, validTo }: Authorisation): string =>
  `с ${formatLocalDate(validFrom)}${validTo === null ? '' : ` по ${formatLocalDate(validTo)}`}`

function GrantDialog({ onClose }: { onClose: () => void }) {
  const { calls, queries } = useWorkstation()
  const queryClient = useQueryClient()
  const staff = useQuery(queries.accounts.staff.queryOptions())
  const topics = useQuery(queries.applications.topics.queryOptions())
  const form = useForm<{
    accountId: string | null
    topicId: string
    validFrom: string | null
    validTo: string | null
    basis: string
  }>({ initialValues: { accountId: null, topicId: '', validFrom: null, validTo: null, basis: '' } })
  const { accountId, topicId, validFrom, validTo, basis } = form.values
  const grant = useMutation({
    mutationFn: (given: { accountId: string; validFrom: string }) =>
      calls.applications.authorise({ ...given, topicId: topicId === '' ? null : topicId, validTo, basis }),
    onSuccess: list => {
      queryClient.setQueryData(queries.applications.authorisations.queryKey(), list)
      onClose()
    },
    onError: error => form.setErrors(faultFields(error)),
  })
  const ready = accountId !== null && validFrom !== null && basis.trim() !== ''
  const submit = () => {
    if (accountId !== null && validFrom !== null) grant.mutate({ accountId, validFrom })
  }
  const specialists = (staff.data ?? []).filter(({ role, disabledAt }) => role === 'specialist' && disabledAt === null)
  return (
    <Modal opened onClose={onClose} title="Уполномочить специалиста (п. 3.3)" size="lg">
      <FactForm ready={ready} pending={grant.isPending} onFact={submit}>
        <Stack gap="sm">
          <Select
            label="Специалист"
            required
            data={specialists.map(({ id, shortName, position }) => ({ value: id, label: `${shortName}, ${position}` }))}
            {...form.getInputProps('accountId')}
          />
          <Select
            label="Тема"
            allowDeselect={false}
            data={[
              { value: '', label: 'Все темы' },
              ...(topics.data ?? []).map(({ id, title }) => ({ value: id, label: title })),
            ]}
            {...form.getInputProps('topicId')}
          />
          <Group grow align="flex-start">
            <DayField label="С какого дня" required {...form.getInputProps('validFrom')} />
            <DayField label="По какой день" clearable {...form.getInputProps('validTo')} />
          </Group>
          <TextInput
            label="Основание"
            description="Приказ, его дата и номер"
            required
            autoComplete="off"
            {...form.getInputProps('basis')}
          />
          {grant.error && <ToneText tone="bad">{faultHint(grant.error)}</ToneText>}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Отмена
            </Button>
            <FactButton loading={grant.isPending} disabled={!ready} onClick={submit}>
              Уполномочить
            </FactButton>
          </Group>
        </Stack>
      </FactForm>
    </Modal>
  )
}
