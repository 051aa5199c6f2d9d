import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { AnsweredApplication, ReplyToJudge } from '../../../shared/contract/replies.ts'
import { formatDateTime, formatLocalDate } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { ClauseMark } from '../../ui/clause-mark.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { faultFields, faultHint } from '../../ui/fault-hint.ts'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { CancelDialog } from '../reception/cancel-dialog.tsx'
import { ApplicationButtons } from './application-buttons.tsx'
import { ChooseApplication } from './choose-application.tsx'
import { ReceiptTold, useToldReceipt } from './receipt-told.tsx'
import { ReplyLetter } from './reply-letter.tsx'
import { matchWords, proposalWords, senderWords } from './reply-words.ts'
import { useJudgeReply } from './use-judge-reply.ts'

interface ReplyCardProps {
  reply: ReplyToJudge
  onJudged: () => void
}

/** One answer: whose it is, what is written, what it seems to say, and the three things it can be. */
export function ReplyCard({ reply, onJudged }: ReplyCardProps) {
  const timeZone = useTimeZone()
  const [chosen, setChosen] = useState<AnsweredApplication | null>(null)
  const [choosing, setChoosing] = useState(false)
  const [asking, setAsking] = useState<'decline' | 'late' | null>(null)
  const judge = useJudgeReply(reply.letterId, onJudged)
  const application = chosen ?? reply.application
  const receipt = useToldReceipt(reply, application)
  const decide = (verdict: 'confirms' | 'declines' | 'neither', note = '') =>
    judge.mutate({
      verdict,
      applicationId: application?.applicationId ?? null,
      note,
      receivedAt: verdict === 'neither' ? null : receipt.at,
    })
  const choose = (found: AnsweredApplication) => {
    setChosen(found)
    setChoosing(false)
  }
  const close = () => {
    setAsking(null)
    judge.reset()
  }
  const title =
    application === null
      ? reply.candidates.length > 0
        ? 'Подходят несколько заявок'
        : 'Заявка не найдена'
      : `${application.shortName}, № ${application.journalNumber} в журнале`
  const { tone, text } = proposalWords[reply.proposal]
  // What is seen first follows the suggestion; where nothing is clear, nothing is put first.
  const confirms = (
    <FactButton
      key="confirms"
      size="compact-md"
      variant={reply.proposal === 'confirms' ? 'filled' : 'default'}
      disabled={!application?.mayConfirm || !receipt.isReady}
      loading={judge.isPending && asking === null}
      onClick={() => (receipt.isLate ? setAsking('late') : decide('confirms'))}
    >
      {receipt.isLate ? 'Подтверждает…' : 'Подтверждает'}
    </FactButton>
  )
  const declines = (
    <Button
      key="declines"
      size="compact-md"
      {...(reply.proposal === 'declines' ? { color: 'red' } : { variant: 'default' })}
      disabled={!application?.mayDecline || !receipt.isReady || judge.isPending}
      onClick={() => setAsking('decline')}
    >
      Отказывается…
    </Button>
  )
  return (
    <Paper withBorder p="sm" component="article" aria-label={`Ответ: ${title}`}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Title order={4} size="h5">
            {title}
          </Title>
          <Text size="sm" c="dimmed">
            {receipt.isAsked ? 'Файл добавлен' : 'Письмо получено'} {formatDateTime(reply.receivedAt, timeZone)}
          </Text>
        </Group>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          Отправитель {reply.sender === '' ? 'не указан' : reply.sender}. {whoseText(reply, application, timeZone)}
        </Text>
        {application !== null && <SenderWarning application={application} />}
        {reply.isAmongLetters && (
          <ToneText tone="info" size="sm">
            Это же письмо стоит в списке отдельно: там его регистрируют как заявку или откладывают
          </ToneText>
        )}
        <ReplyLetter words={reply.words} />
        <ToneText tone={tone}>{text}</ToneText>
        {application !== null && <Remarks application={application} isLate={receipt.isLate} />}
        {receipt.isAsked && application !== null && (
          <ReceiptTold receipt={receipt} error={faultFields(judge.error).receivedAt} />
        )}
        {(choosing || application === null) && reply.candidates.length > 0 && (
          <ApplicationButtons label="Подходящие заявки" applications={reply.candidates} onChoose={choose} />
        )}
        {(choosing || application === null) && <ChooseApplication letterId={reply.letterId} onChoose={choose} />}
        {judge.error !== null && asking === null && <ToneText tone="bad">{faultHint(judge.error)}</ToneText>}
        <Group gap="xs">
          {reply.proposal === 'declines' ? [declines, confirms] : [confirms, declines]}
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
        <CancelDialog
          about={`${application.shortName}, № ${application.journalNumber} в журнале. Приём ${formatDateTime(application.appointedAt, timeZone)} будет отменён. Взять решение назад можно 10 секунд, потом гражданину уйдёт уведомление об отмене.`}
          permissions={refusedAlone}
          pending={judge.isPending}
          error={judge.error}
          onCancel={() => decide('declines')}
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
            отметкой. Если нет, закройте это окно и отмените приём: «Ещё», «Отменить».
          </Text>
        </ReasonDialog>
      )}
    </Paper>
  )
}

/** How it came to its application, or why to none. */
function whoseText(
  { candidates }: Pick<ReplyToJudge, 'candidates'>,
  application: AnsweredApplication | null,
  timeZone: string,
): string {
  if (application !== null) {
    return `Приём ${formatDateTime(application.appointedAt, timeZone)}; ${matchWords[application.matchedBy]}`
  }
  return candidates.length > 0
    ? 'Приметы письма подходят к нескольким заявкам: выберите сами.'
    : 'Ни уведомление, ни номер, ни адрес не подошли: выберите заявку сами.'
}

function SenderWarning({ application }: { application: AnsweredApplication }) {
  const words = senderWords[application.senderIs]
  return words === null ? null : (
    <ToneText tone="warn" size="sm">
      {words}
    </ToneText>
  )
}

/** What makes a decision harder. */
function Remarks({
  application: { dueOn, toEarlierNotice, obstacle },
  isLate,
}: {
  application: AnsweredApplication
  isLate: boolean
}) {
  return (
    <>
      {isLate && (
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

/** The letter says it: of the other ground nobody is asked. */
const refusedAlone = { refused: { permitted: true, reason: null, clause: '' } } as const
