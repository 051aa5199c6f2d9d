import { Anchor, Group, Text, Title } from '@mantine/core'
import { IconArchive } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { Holds } from './holds.tsx'
import { ImportOriginWords } from './import-origin-words.tsx'
import { IntegrityCheck } from './integrity-check.tsx'
import { RecordingViewing } from './recording-viewing.tsx'
import { checkWord, retentionWords } from './recording-words.ts'
import { SlipWords } from './slip-words.tsx'
import { Viewings } from './viewings.tsx'

/** One recording: player, markers, the check in plain words, retention, holds, integrity, who looked at it. */
export function RecordingPanel({ recordingId }: { recordingId: string }) {
  const { queries } = useWorkstation()
  const timeZone = useTimeZone()
  const detail = useQuery(queries.recordings.detail.queryOptions({ input: { recordingId } }))
  if (detail.error) {
    return <QueryFailure title="Запись не открыта" error={detail.error} onRetry={() => void detail.refetch()} />
  }
  if (!detail.data) return <Loading label="Открываем запись…" />
  const { card, slip, trouble, holds, imported, viewing } = detail.data
  const { tone, word } = checkWord(card)
  return (
    <>
      <Group justify="space-between">
        <Title order={2} size="h4">
          {card.shortName} · {formatDateTime(card.startedAt, timeZone)}
        </Title>
        <Text c="dimmed">№ {card.journalNumber} в журнале</Text>
      </Group>
      {imported && <ImportOriginWords origin={imported} />}
      {slip && (card.presence === 'here' || card.presence === 'altered') ? (
        <RecordingViewing key={recordingId} recordingId={recordingId} slip={slip} rule={viewing} />
      ) : (
        <ToneText tone={tone}>Запись: {word}</ToneText>
      )}
      {slip && card.presence === 'altered' && (
        <ToneText tone={tone}>Запись: {word}. Просмотр ничего не доказывает; сообщите руководителю.</ToneText>
      )}
      {trouble !== null && <ToneText tone="bad">{trouble}</ToneText>}
      {slip && card.presence === 'here' && <SlipWords slip={slip} />}
      <ToneText tone="info" icon={IconArchive}>
        {retentionWords(card)} (п. 3.6)
      </ToneText>
      <Holds card={card} holds={holds} />
      {card.state === 'sealed' && <IntegrityCheck recordingId={recordingId} />}
      <Anchor
        renderRoot={props => (
          <Link to="/reception/$receptionId/recording" params={{ receptionId: card.receptionId }} {...props} />
        )}
      >
        Как велась запись
      </Anchor>
      <Viewings recordingId={recordingId} />
    </>
  )
}
