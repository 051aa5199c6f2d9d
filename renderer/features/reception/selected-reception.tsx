import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconPhone } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DayCard } from '../../../shared/contract/receptions.ts'
import { formatTime } from '../../../shared/text/date-time.ts'
import { phoneText } from '../../../shared/text/phone.ts'
import { useDesk, useRegulation, useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { EquipmentLine } from '../equipment/equipment-line.tsx'
import { PersonRights } from '../rights/person-rights.tsx'
import { ApplicationTerms } from '../terms/application-terms.tsx'
import { ChangeLink } from './change-link.tsx'
import { EarlierReceptions } from './earlier-receptions.tsx'
import { LinkField } from './link-field.tsx'
import { MissingConsentNote } from './missing-consent-note.tsx'
import { readinessLines } from './readiness.ts'
import { ReceptionActs } from './reception-acts.tsx'
import { receptionWord } from './reception-word.ts'

interface SelectedReceptionProps {
  card: DayCard
  roomInReceptions: number
  /** Another reception is open: opening this one is not offered. */
  anotherOpen: boolean
}

/** The chosen reception: who, on what, whether all is ready, and the one action. */
export function SelectedReception({ card, roomInReceptions, anotherOpen }: SelectedReceptionProps) {
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
    <Paper withBorder p="md" component="section" aria-label="Выбранный приём">
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <div>
            <Title order={3} size="h4">
              {formatTime(card.state.facts.appointedAt, timeZone)} · {card.fullName}
            </Title>
            <Text>{detail.data?.card.topic ?? '\u00A0'}</Text>
          </div>
          <Text c="dimmed">№ {card.journalNumber} в журнале</Text>
        </Group>
        <Group gap="xs">
          <IconPhone aria-hidden size="1.1em" />
          <Text>{phoneText(card.phone)}</Text>
          <EarlierReceptions receptionId={card.id} />
          <PersonRights
            applicationId={card.applicationId}
            title={`${card.shortName}, № ${card.journalNumber} в журнале`}
          />
          {scheduled && card.link !== null && changingLinkOf !== card.id && (
            <Button size="compact-md" variant="subtle" onClick={() => setChangingLinkOf(card.id)}>
              Сменить ссылку…
            </Button>
          )}
        </Group>
        {scheduled ? (
          <Stack gap="xs" component="ul" m={0} p={0} aria-label="Готовность" style={{ listStyle: 'none' }}>
            {readinessLines(card, roomInReceptions).map(line => (
              <li key={line.name}>
                <ToneText tone={line.tone}>{line.text}</ToneText>
              </li>
            ))}
            <EquipmentLine receptionId={card.id} />
          </Stack>
        ) : (
          <ToneText tone={state.tone}>{state.word}</ToneText>
        )}
        <ApplicationTerms card={card} />
        {scheduled && !card.consentVideo && <MissingConsentNote />}
        {scheduled && card.link === null && <LinkField receptionId={card.id} />}
        {scheduled && card.link !== null && changingLinkOf === card.id && (
          <ChangeLink receptionId={card.id} onDone={() => setChangingLinkOf(null)} />
        )}
        {mayReceive && !anotherOpen && <ReceptionActs card={card} />}
      </Stack>
    </Paper>
  )
}
