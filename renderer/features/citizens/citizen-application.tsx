import { Anchor, Group, Paper, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { applicationStatusWords } from '../../../shared/applications/application-status.ts'
import type { CitizenApplication, CitizenReception } from '../../../shared/contract/citizens.ts'
import { formatDateTime, formatLocalDate } from '../../../shared/text/date-time.ts'
import { useRegulation, useTimeZone } from '../../app/desk.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { checkWord } from '../recording/recording-words.ts'
import { joinedByWords, receptionWords } from './citizen-words.ts'
import classes from './citizens.module.css'

/** One application: where it stands, what came of it, its receptions with their recordings. */
export function CitizenApplicationItem({ application }: { application: CitizenApplication }) {
  const { applicationId, journalNumber, receivedOn, topic, status, result, joinedBy, receptions } = application
  return (
    <Paper withBorder p="sm" component="li">
      <Stack gap={4}>
        <Group justify="space-between" align="baseline">
          <Anchor
            fw={600}
            renderRoot={props => <Link to="/applications/$applicationId" params={{ applicationId }} {...props} />}
          >
            № {journalNumber} от {formatLocalDate(receivedOn)}
          </Anchor>
          <Text size="sm" c="dimmed">
            {applicationStatusWords[status]} · {joinedByWords[joinedBy]}
          </Text>
        </Group>
        <Text>{topic === '' ? 'Тематика не указана' : topic}</Text>
        {receptions.map(reception => (
          <ReceptionLine key={reception.receptionId} reception={reception} />
        ))}
        {result !== '' && (
          <Text size="sm" c="dimmed" className={classes.result}>
            {result}
          </Text>
        )}
      </Stack>
    </Paper>
  )
}

function ReceptionLine({ reception }: { reception: CitizenReception }) {
  const timeZone = useTimeZone()
  const regulation = useRegulation()
  const { receptionId, appointedAt, specialistName, recordings, isMissed } = reception
  const words = receptionWords(reception, regulation)
  return (
    <Group gap="xs" align="baseline">
      <Anchor size="sm" renderRoot={props => <Link to="/reception/$receptionId" params={{ receptionId }} {...props} />}>
        {formatDateTime(appointedAt, timeZone)}
      </Anchor>
      {isMissed ? (
        <ToneText tone="warn" size="sm">
          {words}
        </ToneText>
      ) : (
        <Text size="sm">{words}</Text>
      )}
      <Text size="sm" c="dimmed">
        {specialistName}
      </Text>
      {recordings.map(recording => (
        <Anchor
          key={recording.recordingId}
          size="sm"
          renderRoot={props => (
            <Link to="/recordings/$recordingId" params={{ recordingId: recording.recordingId }} {...props} />
          )}
        >
          Запись: {checkWord(recording).word}
        </Anchor>
      ))}
    </Group>
  )
}
