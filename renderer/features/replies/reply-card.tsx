import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { AnsweredApplication, ReplyToJudge } from '../../../shared/contract/replies.ts'
import { formatDateTime, formatLocalDate } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { ClauseMark } from '../../ui/clause-mark.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { ChooseApplication } from './choose-application.tsx'
import { DeclineDialog } from './decline-dialog.tsx'
import { ReplyLetter } from './reply-letter.tsx'
import { matchWords, proposalWords } from './reply-words.ts'
import { useJudgeReply } from './use-judge-reply.ts'

interface ReplyCardProps {
  reply: ReplyToJudge
  onJudged: () => void
  /** A question stands over the list, or is gone: Escape belongs to it alone. */
  onAsking: (isAsking: boolean) => void
}

/** One answer: whose it is, what is written, what it seems to say, and the three things it can be. */
export function ReplyCard({ reply, onJudged, onAsking }: ReplyCardProps) {
  const timeZone = useTimeZone()
  const [chosen, setChosen] = useState<AnsweredApplication | null>(null)
  const [choosing, setChoosing] = useState(false)
  const [asking, setAsking] = useState<'decline' | 'late' | null>(null)
  const judge = useJudgeReply(reply.letterId, () => {
    onAsking(false)
    onJudged()
  })
  const application = chosen ?? reply.application
  const decide = (verdict: 'confirms' | 'declines' | 'neither', note = '') =>
    judge.mutate({ verdict, applicationId: application?.applicationId ?? null, note })
  const ask = (what: 'decline' | 'late') => {
    setAsking(what)
    onAsking(true)
  }
  const close = () => {
    setAsking(null)
    onAsking(false)
    judge.reset()
  }
  const title =
    application === null ? 'Заявка не найдена' : `${application.shortName}, № ${application.journalNumber} в журнале`
  const { tone, text } = proposalWords[reply.proposal]
  return (
    <Paper withBorder p="sm" component="article" aria-label={`Ответ: ${title}`}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Title order={4} size="h5">
            {title}
          </Title>
          <Text size="sm" c="dimmed">
            Письмо получено {formatDateTime(reply.receivedAt, timeZone)}
          </Text>
        </Group>
        <Text size="sm">
          {application === null
            ? `Отправитель ${reply.sender}. Ни уведомление, ни номер, ни адрес не подошли: выберите заявку сами.`
            : `Приём ${formatDateTime(application.appointedAt, timeZone)}; ${matchWords[application.matchedBy]}`}
        </Text>
        <ReplyLetter words={reply.words} />
        <ToneText tone={tone}>{text}</ToneText>
        {application !== null && <Remarks application={application} />}
        {(choosing || application === null) && (
          <ChooseApplication
            letterId={reply.letterId}
            onChoose={found => {
              setChosen(found)
              setChoosing(false)
            }}
          />
        )}
        {judge.error !== null && asking === null && <ToneText tone="bad">{faultHint(judge.error)}</ToneText>}
        <Group gap="xs">
          <FactButton
            size="compact-md"
            variant="light"
            disabled={!application?.mayConfirm}
            loading={judge.isPending && asking === null}
            onClick={() => (application?.late ? ask('late') : decide('confirms'))}
          >
            {application?.late ? 'Подтверждает…' : 'Подтверждает'}
          </FactButton>
          <Button
            size="compact-md"
            variant="light"
            color="red"
            disabled={!application?.mayDecline || judge.isPending}
            onClick={() => ask('decline')}
          >
            Отказывается…
          </Button>
          <FactButton size="compact-md" variant="default" disabled={judge.isPending} onClick={() => decide('neither')}>
            Не об этом
          </FactButton>
          {application !== null && (
            <Button size="compact-md" variant="subtle" onClick={() => setChoosing(!choosing)}>
              Другая заявка…
            </Button>
          )}
        </Group>
      </Stack>
      {asking === 'decline' && application !== null && (
        <DeclineDialog
          application={application}
          pending={judge.isPending}
          error={judge.error}
          onDecline={() => decide('declines')}
          onClose={close}
        />
      )}
      {asking === 'late' && (
        <ReasonDialog
          title="Подтверждение получено после срока (п. 2.5)"
          label="Почему приём остаётся назначенным"
          button="Подтверждает"
          pending={judge.isPending}
          error={judge.error}
          onSubmit={note => decide('confirms', note)}
          onClose={close}
        >
          <Text>
            Приём, не подтверждённый в срок, отменяется (п. 2.6). Если он остаётся, укажите причину: она сохранится с
            отметкой. Если нет, закройте это окно и отмените приём на экране «Сегодня».
          </Text>
        </ReasonDialog>
      )}
    </Paper>
  )
}

/** What makes a decision harder. */
function Remarks({ application: { late, dueOn, toEarlierNotice, obstacle } }: { application: AnsweredApplication }) {
  return (
    <>
      {late && (
        <ToneText tone="warn">
          Ответ получен после срока{dueOn === null ? '' : ` (по ${formatLocalDate(dueOn)})`}{' '}
          <ClauseMark clause="п. 2.5" />
        </ToneText>
      )}
      {toEarlierNotice && (
        <ToneText tone="warn">Это ответ на прежнее уведомление: тогда называлось другое время приёма.</ToneText>
      )}
      {obstacle !== null && <ToneText tone="quiet">{obstacle}</ToneText>}
    </>
  )
}
