import { Button, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SubjectRequest } from '../../../shared/contract/rights.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { InPlacePanel } from '../../ui/in-place-panel.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { AnswerForm } from './answer-form.tsx'
import { RegisterForm } from './register-form.tsx'
import { RequestItem } from './request-item.tsx'
import { stayingLines } from './rights-words.ts'

interface RightsDialogProps {
  applicationId: string
  /** «Петров П. П., № 3 в журнале». */
  title: string
  onClose: () => void
}

type Step = { readonly kind: 'list' } | { readonly kind: 'new' } | { readonly kind: 'answer'; request: SubjectRequest }

/** What the person asked of their data, with the terms; a new request; an answer; and what stays. */
export function RightsDialog({ applicationId, title, onClose }: RightsDialogProps) {
  const { queries } = useWorkstation()
  const timeZone = useTimeZone()
  const input = { applicationId }
  const rights = useQuery({ ...queries.rights.ofApplication.queryOptions({ input }), staleTime: 0 })
  const [step, setStep] = useState<Step>({ kind: 'list' })
  const back = () => setStep({ kind: 'list' })
  return (
    <InPlacePanel title="Персональные данные (152-ФЗ)" onClose={onClose}>
      <Stack gap="sm">
        <Text fw={600}>{title}</Text>
        {rights.error && (
          <QueryFailure title="Обращения не прочитаны" error={rights.error} onRetry={() => void rights.refetch()} />
        )}
        {!rights.error && !rights.data && <Loading label="Читаем обращения…" />}
        {rights.data && step.kind === 'list' && (
          <>
            {rights.data.requests.length === 0 && <Text>Обращений о персональных данных по этой заявке не было.</Text>}
            {rights.data.requests.map(request => (
              <RequestItem key={request.id} request={request} onAnswer={() => setStep({ kind: 'answer', request })} />
            ))}
            <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }} aria-label="Что остаётся">
              {stayingLines(rights.data, timeZone).map(({ tone, text }) => (
                <li key={text}>
                  <ToneText tone={tone}>{text}</ToneText>
                </li>
              ))}
            </Stack>
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                Закрыть
              </Button>
              <Button onClick={() => setStep({ kind: 'new' })}>Внести обращение…</Button>
            </Group>
          </>
        )}
        {step.kind === 'new' && <RegisterForm applicationId={applicationId} onDone={back} />}
        {step.kind === 'answer' && <AnswerForm applicationId={applicationId} request={step.request} onDone={back} />}
      </Stack>
    </InPlacePanel>
  )
}
