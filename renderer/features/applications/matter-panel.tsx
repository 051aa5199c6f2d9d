import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { applicationStatusWords } from '../../../shared/applications/application-status.ts'
import type { ApplicationMatter } from '../../../shared/contract/application-list.ts'
import type { CaseLine } from '../../../shared/contract/cases.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { CitizenLink } from '../citizens/citizen-link.tsx'
import classes from './applications.module.css'
import { AppointForm } from './appoint-form.tsx'
import { stepWords } from './case-words.ts'
import { CompletionCase } from './completion-case.tsx'
import { Consents } from './consents.tsx'
import { EarlierApplications } from './earlier-applications.tsx'
import type { CaseSlots } from './letter-case.tsx'
import { MatterActs } from './matter-acts.tsx'
import { MatterFields } from './matter-fields.tsx'
import { MatterHistory } from './matter-history.tsx'
import { MatterMore } from './matter-more.tsx'
import { MatterTerms, type Telling } from './matter-terms.tsx'
import { MissingFields } from './missing-fields.tsx'
import { ReceiptLine } from './receipt-line.tsx'
import { TopicHint } from './topic-hint.tsx'

interface MatterPanelProps {
  applicationId: string
  /** It was registered to be rejected. */
  startsRejecting: boolean
  slots: CaseSlots
  onForm: (isOpen: boolean) => void
  onChoose: (applicationId: string) => void
  /** Back to the list. */
  onLeave: () => void
}

/** What of the card is worked on instead of being looked at. */
export type MatterWork = 'appoint' | 'reject' | 'complete'

/** The chosen application: what to do, by when, and everything it is decided by. */
export function MatterPanel(props: MatterPanelProps) {
  const { applicationId } = props
  const { queries } = useWorkstation()
  const matter = useQuery(queries.applications.matter.queryOptions({ input: { applicationId } }))
  const line = useQuery(queries.applications.case.queryOptions({ input: { applicationId } }))
  const failed = [matter, line].find(({ error }) => error !== null)
  if (failed) {
    return <QueryFailure title="Заявка не прочитана" error={failed.error} onRetry={() => void failed.refetch()} />
  }
  if (!matter.data || !line.data) return <Loading label="Читаем заявку…" />
  return <Matter {...props} matter={matter.data} line={line.data} />
}

function Matter({
  matter,
  line,
  startsRejecting,
  slots,
  onForm,
  onChoose,
  onLeave,
}: MatterPanelProps & { matter: ApplicationMatter; line: CaseLine }) {
  const [work, setWork] = useState<MatterWork | null>(startsRejecting ? 'reject' : null)
  const { card } = matter
  const begin = (what: MatterWork | null) => {
    setWork(what)
    onForm(what !== null)
  }
  const end = () => begin(null)
  if (work === 'appoint') return <AppointForm matter={matter} onClose={end} />
  if (work === 'complete') {
    const beside = matter.letterId === null ? null : slots.letterText(matter.letterId)
    return <CompletionCase matter={matter} beside={beside} onClose={end} />
  }
  // The two are read apart: of a struck line nothing is left to do, whichever answer came first.
  const step = matter.status === 'annulled' ? 'annulled' : line.step
  const isTellAbove = line.step === 'noticeFailed' || line.step === 'noticeStuck'
  const isOnPaper = line.step === 'signRejection' || line.step === 'sendRejection'
  const isRejecting = work === 'reject' || isOnPaper
  return (
    <Paper withBorder p="md" component="section" aria-label="Выбранная заявка" className={classes.matter}>
      <Stack gap="sm">
        <Heading matter={matter} />
        <Standing line={line} />
        {isRejecting ? (
          <>
            {slots.rejection(card.id, isOnPaper ? onLeave : end, work === 'reject')}
            <div>
              <MatterMore matter={matter} slots={slots} onComplete={() => begin('complete')} />
            </div>
          </>
        ) : (
          <>
            <MatterActs matter={matter} step={step} slots={slots} onWork={begin} />
            {matter.status === 'rejected' && slots.rejection(card.id, onLeave, false)}
          </>
        )}
        <MatterTerms matter={matter} telling={isTellAbove ? 'above' : (tellingOf[line.step] ?? null)} />
        <MissingFields matter={matter} onComplete={() => begin('complete')} />
        <TopicHint matter={matter} />
        <MatterFields matter={matter} />
        <Consents matter={matter} />
        <CitizenLink applicationId={card.id} />
        <EarlierApplications matter={matter} onChoose={onChoose} />
        {slots.evidence(card.id, isTellAbove)}
        <MatterHistory history={matter.history} />
        <ReceiptLine matter={matter} />
      </Stack>
    </Paper>
  )
}

/** Steps that are done by telling the citizen. */
const tellingOf: Partial<Record<CaseLine['step'], Telling>> = {
  untold: 'noticeSent',
  tellCancelled: 'cancellationTold',
}

function Heading({ matter: { card, status, reception } }: { matter: ApplicationMatter }) {
  const timeZone = useTimeZone()
  return (
    <>
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
    </>
  )
}

/** Whose turn it is, in the words of its line. */
function Standing({ line }: { line: CaseLine }) {
  const { tone, text } = stepWords[line.step]
  return tone === null ? <Text fw={600}>{text}</Text> : <ToneText tone={tone}>{text}</ToneText>
}
