import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { applicationStatusWords } from '../../../shared/applications/application-status.ts'
import type { ApplicationMatter } from '../../../shared/contract/application-list.ts'
import { formatLocalDate } from '../../../shared/text/date-time.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { useMatterAct } from './use-matter-act.ts'

interface EarlierApplicationsProps {
  matter: ApplicationMatter
  onChoose: (applicationId: string) => void
}

/** What the same person came with before: to be linked as repeated, never to be stopped by (пп. 2.7, 2.8). */
export function EarlierApplications({ matter, onChoose }: EarlierApplicationsProps) {
  const { calls } = useWorkstation()
  const applicationId = matter.card.id
  const link = useMatterAct(
    (previousApplicationId: string | null) => calls.applications.linkPrevious({ applicationId, previousApplicationId }),
    () => undefined,
  )
  if (matter.card.birthDate === null) {
    return (
      <Text size="sm" c="dimmed">
        Прежние заявки не ищутся: дата рождения не указана.
      </Text>
    )
  }
  if (matter.earlier.length === 0) return null
  return (
    <section aria-label="Прежние заявки">
      <Stack gap={4}>
        <Title order={3} size="h6">
          Прежние заявки этого гражданина: {matter.earlier.length}
        </Title>
        {matter.earlier.map(earlier => {
          const isLinked = earlier.applicationId === matter.previousApplicationId
          return (
            <Group key={earlier.applicationId} gap="xs" justify="space-between" align="flex-start">
              <div>
                <Text size="sm">
                  № {earlier.journalNumber} от {formatLocalDate(earlier.receivedOn)}: {earlier.topic},{' '}
                  {applicationStatusWords[earlier.status]}
                </Text>
                {earlier.sameTopic && (
                  <ToneText tone="info" size="sm">
                    Тот же вопрос по словам. Отклонить по п. 2.7 (4) можно, только если ответ уже дан по существу.
                  </ToneText>
                )}
              </div>
              <Group gap="xs">
                <Button size="compact-sm" variant="subtle" onClick={() => onChoose(earlier.applicationId)}>
                  Открыть № {earlier.journalNumber}
                </Button>
                <Button
                  size="compact-sm"
                  variant={isLinked ? 'light' : 'default'}
                  loading={link.isPending}
                  aria-pressed={isLinked}
                  onClick={() => link.mutate(isLinked ? null : earlier.applicationId)}
                >
                  {isLinked ? 'Связана как повторная' : 'Связать как повторную'}
                </Button>
              </Group>
            </Group>
          )
        })}
        {link.error && <ToneText tone="bad">{faultHint(link.error)}</ToneText>}
      </Stack>
    </section>
  )
}
