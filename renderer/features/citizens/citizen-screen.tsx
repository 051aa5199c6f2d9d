import { Alert, Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { CitizenCard, ProbableApplication } from '../../../shared/contract/citizens.ts'
import { formatLocalDate } from '../../../shared/text/date-time.ts'
import { countText, nouns } from '../../../shared/text/plural.ts'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { CitizenApplicationItem } from './citizen-application.tsx'
import { likenessText } from './citizen-words.ts'
import classes from './citizens.module.css'

/** «Карточка гражданина»: all that one person came with, and how far it is known to be one person. */
export function CitizenScreen() {
  const { applicationId = '' } = useParams({ strict: false })
  return <ReadCard key={applicationId} applicationId={applicationId} />
}

function ReadCard({ applicationId }: { applicationId: string }) {
  const { queries } = useWorkstation()
  /** One opening of the card is one line in the event log, however often it is read again. */
  const [viewId] = useState(() => crypto.randomUUID())
  const card = useQuery(queries.citizens.card.queryOptions({ input: { applicationId, viewId } }))
  if (card.error) {
    return <QueryFailure title="Карточка не прочитана" error={card.error} onRetry={() => void card.refetch()} />
  }
  return card.data ? <Card card={card.data} /> : <Loading label="Читаем карточку гражданина…" />
}

function Card({ card }: { card: CitizenCard }) {
  const { fullName, applications, probable } = card
  const missed = applications.flatMap(({ receptions }) => receptions).filter(({ isMissed }) => isMissed).length
  return (
    <div className={classes.screen}>
      <Group justify="space-between" align="baseline">
        <Title order={1} size="h3">
          {fullName}
        </Title>
        <Text c="dimmed">
          {countText(applications.length, nouns.application)}
          {missed > 0 && ` · неявки: ${missed}`}
        </Text>
      </Group>
      <Contacts card={card} />
      {card.documentsDiffer && (
        <Alert color="amber" title="В заявках указаны разные документы">
          ФИО и дата рождения совпали, номера документов нет. Возможно, это разные люди: сверьте документ на приёме.
        </Alert>
      )}
      <section aria-label="Все заявки">
        <Stack gap="sm" component="ol" className={classes.list}>
          {applications.map(application => (
            <CitizenApplicationItem key={application.applicationId} application={application} />
          ))}
        </Stack>
      </section>
      {probable.length > 0 && <Probable probable={probable} leftOut={card.probableLeftOut} />}
    </div>
  )
}

function Contacts({ card: { birthDate, address, phones, emails } }: { card: CitizenCard }) {
  const lines = [
    [
      'Дата рождения',
      birthDate === null ? 'не указана: другие заявки по ФИО не присоединены' : formatLocalDate(birthDate),
    ],
    ['Адрес', address ?? 'не указан'],
    ['Телефон', phones.join(', ') || 'не указан'],
    ['Электронная почта', emails.join(', ') || 'не указана'],
  ] as const
  return (
    <dl className={classes.contacts}>
      {lines.map(([name, value]) => (
        <div key={name}>
          <Text component="dt" size="sm" c="dimmed">
            {name}
          </Text>
          <Text component="dd" m={0}>
            {value}
          </Text>
        </div>
      ))}
    </dl>
  )
}

/** Offered, not joined: the person looks and decides. */
function Probable({ probable, leftOut }: { probable: readonly ProbableApplication[]; leftOut: number }) {
  return (
    <Paper withBorder p="md" component="section" aria-label="Возможно, тот же гражданин">
      <Stack gap="xs">
        <Title order={2} size="h5">
          Возможно, тот же гражданин
        </Title>
        <Text size="sm" c="dimmed">
          Этого мало, чтобы считать заявки заявками одного человека: они не присоединены.
        </Text>
        {probable.map(({ applicationId, journalNumber, receivedOn, shortName, topic, likeness }) => (
          <Text key={applicationId} size="sm">
            <Anchor
              underline="always"
              renderRoot={props => <Link to="/applications/$applicationId" params={{ applicationId }} {...props} />}
            >
              № {journalNumber} от {formatLocalDate(receivedOn)}
            </Anchor>
            , {shortName}: {topic}. {likenessText(likeness)}
          </Text>
        ))}
        {leftOut > 0 && (
          <Text size="sm" c="dimmed">
            Ещё {countText(leftOut, nouns.application)} не показано.
          </Text>
        )}
      </Stack>
    </Paper>
  )
}
