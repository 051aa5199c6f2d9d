import { Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconPhone } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DayCard } from '../../../shared/contract/receptions.ts'
import { formatTime } from '../../../shared/text/date-time.ts'
import { phoneText } from '../../../shared/text/phone.ts'
import { useDesk, useRegulation, useTimeZone } from '../../app/desk.tsx'
import { useNowMs, useWorkstation } from '../../app/workstation-provider.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { EquipmentTrouble } from '../equipment/equipment-line.tsx'
import { ApplicationTerms } from '../terms/application-terms.tsx'
import { CardMore } from './card-more.tsx'
import { EarlierReceptions } from './earlier-receptions.tsx'
import { nextReceptionWords } from './next-reception.ts'
import { readinessTroubles } from './readiness.ts'
import { receptionWord } from './reception-word.ts'
import { StartButton } from './start-button.tsx'

const ChangeLink = lazyPart(() => import('./change-link.tsx').then(part => part.ChangeLink))

const LinkField = lazyPart(() => import('./link-field.tsx').then(part => part.LinkField))

interface NowCardProps {
  card: DayCard
  /** The reception that is open, or the next one of today; another one was chosen in the list. */
  isNow: boolean
  /** This very reception is open. */
  isOpen: boolean
  roomInReceptions: number
  /** Another reception is open: this one cannot begin. */
  anotherOpen: boolean
}

/** «Сейчас»: who, on what, the phone, only what is wrong, and the one thing to do next. */
export function NowCard({ card, isNow, isOpen, roomInReceptions, anotherOpen }: NowCardProps) {
  const { queries } = useWorkstation()
  // The list knows no topics: this one is read for the reception that is looked at.
  const detail = useQuery(queries.receptions.detail.queryOptions({ input: { receptionId: card.id } }))
  const timeZone = useTimeZone()
  const regulation = useRegulation()
  // The head sees the day; what was said and done is for the head in the journal and in the recording.
  const mayReceive = useDesk().session.account.role === 'specialist'
  const scheduled = card.state.step.name === 'scheduled'
  const [changingLinkOf, setChangingLinkOf] = useState<string | null>(null)
  const state = receptionWord(card.state, regulation)
  return (
    <Paper withBorder p="md" component="section" aria-label={isNow ? 'Сейчас' : 'Выбранный приём'}>
      <Stack gap="xs">
        <Group justify="space-between" align="baseline" gap="sm">
          <Title order={2} size="h5" c="dimmed">
            {isNow ? 'Сейчас' : 'Выбранный приём'}
            {isNow && scheduled && <Away appointedAt={card.state.facts.appointedAt} />}
            {isOpen && `. Приём открыт: ${card.shortName}`}
          </Title>
          <Text c="dimmed" size="sm">
            № {card.journalNumber} в журнале
          </Text>
        </Group>
        <Title order={3} size="h4">
          {formatTime(card.state.facts.appointedAt, timeZone)} · {card.fullName}
        </Title>
        <Group gap="md">
          <Text>{detail.data?.card.topic ?? '\u00A0'}</Text>
          <Group gap={4} wrap="nowrap">
            <IconPhone aria-hidden size="1.1em" />
            <Text>{phoneText(card.phone)}</Text>
          </Group>
          <EarlierReceptions receptionId={card.id} />
        </Group>
        {scheduled ? (
          <Stack gap={4} component="ul" m={0} p={0} aria-label="Что не так" style={{ listStyle: 'none' }}>
            {readinessTroubles(card, roomInReceptions).map(line => (
              <li key={line.name}>
                <ToneText tone={line.tone}>{line.text}</ToneText>
              </li>
            ))}
            <EquipmentTrouble receptionId={card.id} />
          </Stack>
        ) : (
          <ToneText tone={state.tone}>{state.word}</ToneText>
        )}
        {scheduled && card.link === null && <LinkField receptionId={card.id} />}
        {scheduled && card.link !== null && changingLinkOf === card.id && (
          <ChangeLink receptionId={card.id} onDone={() => setChangingLinkOf(null)} />
        )}
        <Group gap="sm" align="flex-start">
          {mayReceive && <StartButton card={card} anotherOpen={anotherOpen} />}
          <CardMore
            card={card}
            mayAct={mayReceive && !anotherOpen}
            onChangeLink={
              scheduled && card.link !== null && changingLinkOf !== card.id ? () => setChangingLinkOf(card.id) : null
            }
          />
        </Group>
        <ApplicationTerms card={card} />
      </Stack>
    </Paper>
  )
}

function Away({ appointedAt }: { appointedAt: string }) {
  const nowMs = useNowMs()
  return nowMs === null ? null : `. ${nextReceptionWords(Date.parse(appointedAt), nowMs)}`
}
