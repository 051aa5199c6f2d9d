import { Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Rejection } from '../../../shared/contract/rejections.ts'
import { formatLocalDate } from '../../../shared/text/date-time.ts'
import { fullPersonName } from '../../../shared/text/person-name.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { DraftForm } from './draft-form.tsx'
import { SendingStep } from './sending-step.tsx'
import { SigningStep } from './signing-step.tsx'

interface RejectionPanelProps {
  applicationId: string
  /** It was asked for just now: its first field has the focus. */
  takesFocus: boolean
  onClose: () => void
}

/** «Отклонить» in the card: draft → signature → sending; what is there is shown, what comes next is offered. */
export function RejectionPanel({ applicationId, takesFocus, onClose }: RejectionPanelProps) {
  const { queries } = useWorkstation()
  const panel = useRef<HTMLDivElement>(null)
  const rejection = useQuery(queries.rejections.ofApplication.queryOptions({ input: { applicationId } }))
  const isRead = rejection.data !== undefined
  useEffect(() => {
    if (takesFocus && isRead) panel.current?.querySelector<HTMLElement>('input:not(:disabled)')?.focus()
  }, [takesFocus, isRead])
  if (rejection.error) {
    return <QueryFailure title="Заявка не прочитана" error={rejection.error} onRetry={() => void rejection.refetch()} />
  }
  if (!rejection.data) return <Loading label="Читаем заявку…" />
  return (
    <Paper ref={panel} withBorder p="sm" component="section" aria-label="Решение об отклонении заявки">
      <Stack gap="sm">
        <Title order={3} size="h5">
          Решение об отклонении заявки
        </Title>
        <Text size="sm">
          Заявка № {rejection.data.journalNumber} от {formatLocalDate(rejection.data.receivedOn)} ·{' '}
          {fullPersonName(rejection.data.person)} · {rejection.data.topic}
        </Text>
        <Step rejection={rejection.data} onClose={onClose} />
      </Stack>
    </Paper>
  )
}

function Step({ rejection, onClose }: { rejection: Rejection; onClose: () => void }) {
  const { state, whyNot } = rejection
  if (state === 'signed' || state === 'sent') return <SendingStep rejection={rejection} onClose={onClose} />
  if (whyNot !== null) return <ToneText tone="warn">{whyNot}</ToneText>
  if (state === 'toSign') return <SigningStep rejection={rejection} onClose={onClose} />
  return <DraftForm rejection={rejection} onClose={onClose} />
}
