import { Button, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApplicationMarkKind, Confirmation } from '../../../shared/contract/applications.ts'
import type { DayCard } from '../../../shared/contract/receptions.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { ClauseMark } from '../../ui/clause-mark.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { CurrentTerms } from './current-terms.tsx'
import { markWords } from './mark-words.ts'

const ConfirmationDialog = lazyPart(() => import('./confirmation-dialog.tsx').then(part => part.ConfirmationDialog))
const TellOfReception = lazyPart(() => import('./tell-of-reception.tsx').then(part => part.TellOfReception))

interface ApplicationTermsProps {
  card: DayCard
  /** The mark that is the next thing of the case; null = none of them. */
  next?: ApplicationMarkKind | null
  /** What makes up for a notice stands above: it is not offered twice. */
  isToldAbove?: boolean
}

/** What of the terms D1–D5 presses now, and what ends it; all of them behind «Ещё по приёму», «Все сроки…». */
export function ApplicationTerms({ card, next = null, isToldAbove = false }: ApplicationTermsProps) {
  const { queries } = useWorkstation()
  const terms = useQuery(queries.applications.terms.queryOptions({ input: { receptionId: card.id } }))
  const [shown, setShown] = useState<ApplicationMarkKind | null>(null)
  const close = () => setShown(null)
  if (terms.error) return <ToneText tone="bad">Сроки не прочитаны. {faultHint(terms.error)}</ToneText>
  if (!terms.data) return null
  const { confirmation } = terms.data
  const mayMark = terms.data.mayMark.filter(kind => !(isToldAbove && kind === 'noticeSent'))
  return (
    <Stack gap="xs" component="section" aria-label="Сроки по заявке">
      <Stack gap={4} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        <CurrentTerms terms={terms.data.terms} />
        {card.state.step.name === 'scheduled' && card.link === null && (
          <li>
            <ToneText tone="quiet">
              Уведомление отправляют, когда есть ссылка: она в нём указывается <ClauseMark clause="п. 2.4" />
            </ToneText>
          </li>
        )}
      </Stack>
      {confirmation !== null && <ConfirmedText confirmation={confirmation} />}
      <Group gap="xs">
        {mayMark.map(kind => (
          <Button
            key={kind}
            size="compact-md"
            variant={kind === next ? 'filled' : 'light'}
            onClick={() => setShown(kind)}
          >
            {markWords[kind]}
          </Button>
        ))}
      </Group>
      {shown === 'confirmed' && <ConfirmationDialog card={card} onClose={close} />}
      {(shown === 'noticeSent' || shown === 'cancellationTold') && (
        <TellOfReception card={card} kind={shown} onClose={close} />
      )}
    </Stack>
  )
}

/** When, how and by whose word the citizen confirmed. */
function ConfirmedText({ confirmation: { occurredAt, channel, note, authorName } }: { confirmation: Confirmation }) {
  const timeZone = useTimeZone()
  return (
    <Text size="sm">
      Участие подтверждено {formatDateTime(occurredAt, timeZone)}
      {channelWords[channel]}
      {note === '' ? '' : ` (${note})`}, {channel === 'letter' ? 'ответ разобран' : 'отмечено'}: {authorName}
    </Text>
  )
}

const channelWords = { letter: ' письмом', phone: ' по телефону', hand: '' } as const
