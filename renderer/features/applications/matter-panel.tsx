import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { applicationStatusWords } from '../../../shared/applications/application-status.ts'
import type { ApplicationMatter } from '../../../shared/contract/application-list.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { PersonRights } from '../rights/person-rights.tsx'
import { CitizenLink } from '../citizens/citizen-link.tsx'
import classes from './applications.module.css'
import { Consents } from './consents.tsx'
import { EarlierApplications } from './earlier-applications.tsx'
import { MatterActs } from './matter-acts.tsx'
import { MatterFields } from './matter-fields.tsx'
import { MatterHistory } from './matter-history.tsx'
import { MatterTerms } from './matter-terms.tsx'
import { MissingFields } from './missing-fields.tsx'
import { ReceiptLine } from './receipt-line.tsx'
import { TopicHint } from './topic-hint.tsx'

/** What other features put into the card of an application. */
export interface MatterSlots {
  /** «Отклонить…» beside «Назначить приём…», while nothing is decided. */
  readonly reject: (applicationId: string) => ReactNode
  /** Notices and what became of them. */
  readonly evidence: (applicationId: string) => ReactNode
}

interface MatterPanelProps {
  applicationId: string | null
  slots: MatterSlots
  onChoose: (applicationId: string) => void
}

/** The chosen application: what to do, by when, and everything it is decided by. */
export function MatterPanel({ applicationId, slots, onChoose }: MatterPanelProps) {
  return applicationId === null ? (
    <EmptyNote title="Заявка не выбрана" text="Выберите заявку в списке: ↑ ↓ и Enter." />
  ) : (
    <ReadMatter applicationId={applicationId} slots={slots} onChoose={onChoose} />
  )
}

function ReadMatter({ applicationId, slots, onChoose }: MatterPanelProps & { applicationId: string }) {
  const { queries } = useWorkstation()
  const matter = useQuery(queries.applications.matter.queryOptions({ input: { applicationId } }))
  if (matter.error) {
    return <QueryFailure title="Заявка не прочитана" error={matter.error} onRetry={() => void matter.refetch()} />
  }
  if (!matter.data) return <Loading label="Читаем заявку…" />
  return <Matter matter={matter.data} slots={slots} onChoose={onChoose} />
}

function Matter({
  matter,
  slots,
  onChoose,
}: { matter: ApplicationMatter } & Pick<MatterPanelProps, 'slots' | 'onChoose'>) {
  const timeZone = useTimeZone()
  const { card, status, reception } = matter
  return (
    <Paper withBorder p="md" component="section" aria-label="Выбранная заявка" className={classes.matter}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <div>
            <Title order={2} size="h4">
              {card.fullName}
            </Title>
            <Text>{card.topic === '' ? 'Тематика не указана' : card.topic}</Text>
          </div>
          <Stack gap={2} align="flex-end">
            <Text c="dimmed" style={{ whiteSpace: 'nowrap' }}>
              № {card.journalNumber} в журнале
            </Text>
            <Badge variant="outline" tt="none" color="gray">
              {applicationStatusWords[status]}
            </Badge>
          </Stack>
        </Group>
        {reception && (
          <Text>
            Приём {formatDateTime(reception.appointedAt, timeZone)}, {reception.specialistName}
            {!reception.hasLink && ' · нет ссылки'}
          </Text>
        )}
        <MatterTerms matter={matter} />
        <MissingFields matter={matter} />
        <MatterActs matter={matter} reject={slots.reject} />
        <TopicHint matter={matter} />
        <MatterFields matter={matter} />
        <Consents matter={matter} />
        <div>
          <PersonRights applicationId={card.id} title={`${card.fullName}, № ${card.journalNumber} в журнале`} />
        </div>
        <CitizenLink applicationId={card.id} />
        <EarlierApplications matter={matter} onChoose={onChoose} />
        {slots.evidence(card.id)}
        <MatterHistory history={matter.history} />
        <ReceiptLine matter={matter} />
      </Stack>
    </Paper>
  )
}
