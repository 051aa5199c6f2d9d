import { Box, Button, Group } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { AttentionItem } from '../../../shared/contract/day.ts'
import { useDesk } from '../../app/desk.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { NotDeliveredButton } from '../notices/not-delivered-button.tsx'
import { answerWords } from './attention-words.ts'
import { useAttentionWords } from './use-attention-words.ts'

const AnswerDialog = lazyPart(() => import('./answer-dialog.tsx').then(part => part.AnswerDialog))

const ConfirmClock = lazyPart(() => import('./confirm-clock.tsx').then(part => part.ConfirmClock))

const TellOfLink = lazyPart(() => import('./tell-of-link.tsx').then(part => part.TellOfLink))

/** Where a case leads that is mended on «Сегодня» itself. */
export interface CaseActs {
  /** Shows a reception in the list of its day. */
  onShow: (day: string, receptionId: string) => void
}

interface CasesProps extends CaseActs {
  items: readonly AttentionItem[]
  /** Local date of the body. */
  today: string
}

/** Each case in words, with the way to mend it, as items of a list. */
export function Cases({ items, today, ...acts }: CasesProps) {
  const [asked, setAsked] = useState<AttentionItem | null>(null)
  const close = () => setAsked(null)
  const wordsOf = useAttentionWords(today)
  return (
    <>
      {items.map(item => {
        const { tone, text } = wordsOf(item)
        return (
          <Group key={keyOf(item)} component="li" justify="space-between" align="flex-start" gap="xs">
            {/* Its buttons go below it only where hardly a word would stand beside them. */}
            <Box flex="1 1 14rem">
              <ToneText tone={tone}>{text}</ToneText>
            </Box>
            <Group gap="xs" wrap="nowrap" flex="none">
              <MendButton item={item} onConfirmClock={() => setAsked(item)} {...acts} />
              {answerWords(item.kind) !== null && (
                <Button size="compact-md" variant="default" onClick={() => setAsked(item)}>
                  {answerWords(item.kind)?.button}
                </Button>
              )}
            </Group>
            {asked !== null && keyOf(asked) === keyOf(item) && <Asked item={item} today={today} onClose={close} />}
          </Group>
        )
      })}
    </>
  )
}

const keyOf = ({ kind, subjectId, term }: AttentionItem): string => `${kind} ${subjectId} ${term?.rule.id}`

/** What is asked about a case, below its own line. */
function Asked({ item, today, onClose }: { item: AttentionItem; today: string; onClose: () => void }) {
  if (item.kind === 'clockDoubted') return <ConfirmClock onClose={onClose} />
  if (item.kind === 'linkChanged' && item.receptionId !== null) {
    return <TellOfLink item={item} receptionId={item.receptionId} today={today} onClose={onClose} />
  }
  return <AnswerDialog item={item} today={today} onClose={onClose} />
}

interface MendButtonProps extends CaseActs {
  item: AttentionItem
  onConfirmClock: () => void
}

/** Where the thing is mended, or seen. */
function MendButton({ item, onConfirmClock, onShow }: MendButtonProps) {
  const mayReceive = useDesk().session.account.role === 'specialist'
  const { kind, subjectId, receptionId, recordingId, applicationId, day } = item
  if (kind === 'clockDoubted') {
    return (
      <Button size="compact-md" variant="light" onClick={onConfirmClock}>
        Подтвердить время…
      </Button>
    )
  }
  if (kind === 'notDelivered' && subjectId !== null) return <NotDeliveredButton noticeId={subjectId} />
  const look = { size: 'compact-md', variant: 'light' } as const
  if ((kind === 'recordingFlawed' || kind === 'recordingNotHere') && recordingId !== null) {
    return (
      <Button
        {...look}
        renderRoot={props => <Link to="/recordings/$recordingId" params={{ recordingId }} {...props} />}
      >
        Видеозапись
      </Button>
    )
  }
  if (kind === 'recordingFound') {
    return (
      <Button {...look} renderRoot={props => <Link to="/recordings" {...props} />}>
        Найденные записи
      </Button>
    )
  }
  if (kind === 'noticesStuck') {
    return (
      <Button {...look} renderRoot={props => <Link to="/applications" {...props} />}>
        Что не ушло
      </Button>
    )
  }
  if (kind === 'newLetters') {
    return (
      <Button {...look} renderRoot={props => <Link to="/letters" {...props} />}>
        Открыть письма
      </Button>
    )
  }
  if (kind === 'replyToJudge' && applicationId === null && subjectId !== null) {
    return (
      <Button
        {...look}
        renderRoot={props => <Link to="/applications/reply/$letterId" params={{ letterId: subjectId }} {...props} />}
      >
        Ответ
      </Button>
    )
  }
  // Without a reception there is nothing to show in a day; what is a state of a case is mended in its card.
  if (applicationId !== null && (receptionId === null || caseKinds.has(kind))) {
    return (
      <Button
        {...look}
        renderRoot={props => <Link to="/applications/$applicationId" params={{ applicationId }} {...props} />}
      >
        {caseWords[kind] ?? 'Заявка'}
      </Button>
    )
  }
  if (receptionId === null || day === null) return null
  if (kind === 'recordingMissing') {
    return (
      <Button
        {...look}
        renderRoot={props => <Link to="/reception/$receptionId/recording" params={{ receptionId }} {...props} />}
      >
        Почему нет записи?
      </Button>
    )
  }
  if (kind === 'unfinished' && mayReceive) {
    return (
      <Button {...look} renderRoot={props => <Link to="/reception/$receptionId" params={{ receptionId }} {...props} />}>
        Записать результат
      </Button>
    )
  }
  return (
    <Button {...look} onClick={() => onShow(day, receptionId)}>
      Показать
    </Button>
  )
}

/** Mended where all of the application stands. */
const caseKinds: ReadonlySet<AttentionItem['kind']> = new Set<AttentionItem['kind']>([
  ...(['termOverdue', 'replyToJudge', 'rejectionToSign', 'rejectionToSend', 'noticeWaiting', 'citizenUntold'] as const),
  'cancellationUntold',
])

const caseWords: Partial<Record<AttentionItem['kind'], string>> = {
  replyToJudge: 'Ответ',
  rejectionToSign: 'Подписать…',
  rejectionToSend: 'Направить…',
}
