import { Anchor, Button, Paper, Stack, Text, Title } from '@mantine/core'
import { IconFileImport, IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { JournalReception } from '../../../shared/contract/journal.ts'
import { slipText } from '../../../shared/recording/slip-text.ts'
import type { Regulation } from '../../../shared/regulation/regulation.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useRegulation, useTimeZone } from '../../app/desk.tsx'
import type { Tone } from '../../ui/tone.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { presenceWords } from '../recording/recording-words.ts'

/** Every reception of the application, the moved ones too: how it ended, and what was recorded of it. */
export function RowReceptions({ receptions }: { receptions: readonly JournalReception[] }) {
  return (
    <Stack gap="xs" component="section" aria-label="Приёмы и видеозаписи">
      <Title order={3} size="h5">
        {receptions.length > 1 ? 'Приёмы и видеозаписи' : 'Приём и видеозапись'}
      </Title>
      {receptions.length === 0 && <Text c="dimmed">Приём ещё не назначен: записи нет.</Text>}
      {receptions.map(reception => (
        <Reception key={reception.id} reception={reception} />
      ))}
    </Stack>
  )
}

/** Where it stands, and the answer to «почему нет записи». */
function Reception({ reception }: { reception: JournalReception }) {
  const timeZone = useTimeZone()
  const regulation = useRegulation()
  const { id, appointedAt, specialistName, recordings } = reception
  return (
    <Paper withBorder p="sm">
      <Stack gap={4} align="flex-start">
        <Anchor
          renderRoot={props => <Link to="/reception/$receptionId" params={{ receptionId: id }} {...props} />}
        >{`Приём ${formatDateTime(appointedAt, timeZone)}`}</Anchor>
        <Text>{endWords(reception, regulation)}</Text>
        <Text size="xs" c="dimmed">
          {specialistName}
        </Text>
        {recordings.length === 0 && <ToneText tone="quiet">Видеозаписи нет</ToneText>}
        {recordings.map(recording => (
          <RecordingWords key={recording.id} recording={recording} />
        ))}
        <Button
          variant="subtle"
          size="compact-sm"
          px={0}
          renderRoot={props => <Link to="/reception/$receptionId/recording" params={{ receptionId: id }} {...props} />}
        >
          {recordings.length === 0 ? 'Почему нет записи?' : 'Как велась запись'}
        </Button>
      </Stack>
    </Paper>
  )
}

/** How a reception ended, in the words of the regulation; where it stands otherwise. */
function endWords({ events, step }: JournalReception, { outcomes }: Regulation): string {
  const closed = events.findLast(({ action }) => action.kind === 'closed')?.action
  if (step === 'closed' && closed?.kind === 'closed') {
    return outcomes.find(({ code }) => code === closed.outcome)?.title ?? closed.outcome
  }
  switch (step) {
    case 'scheduled':
      return 'Назначен'
    case 'moved':
      return 'Перенесён на иной срок'
    case 'moving':
      return 'Согласуется иной срок'
    case 'cancelled':
      return 'Отменён (п. 2.6)'
    case 'closing':
      return 'Результат не записан'
    default:
      return 'Идёт'
  }
}

type ShownRecording = JournalReception['recordings'][number]

const stateWords: Readonly<Record<ShownRecording['state'], string>> = {
  recording: 'Запись идёт',
  sealing: 'Запись сохраняется и проверяется',
  sealed: 'Запись сохранена',
  sealFailed: 'Сохранить и проверить запись не удалось; исходные части целы',
  destroyed: 'Запись уничтожена по окончании срока хранения',
}

function toneOf({ state, verdict, presence }: ShownRecording): Tone {
  if (state === 'sealFailed') return 'bad'
  if (state !== 'sealed') return 'info'
  if (presence !== 'here') return presenceWords[presence ?? 'unknown'].tone
  return verdict === 'sound' ? 'good' : verdict === 'doubtful' ? 'warn' : 'bad'
}

function RecordingWords({ recording }: { recording: ShownRecording }) {
  const timeZone = useTimeZone()
  const { id, slip, state, presence, held, imported, startedAt } = recording
  const gone = state === 'sealed' && presence !== 'here' ? presenceWords[presence ?? 'unknown'].word : null
  return (
    <div>
      <Anchor
        renderRoot={props => <Link to="/recordings/$recordingId" params={{ recordingId: id }} {...props} />}
      >{`Видеозапись ${formatDateTime(startedAt, timeZone)}`}</Anchor>
      <ToneText tone={toneOf(recording)}>
        {gone !== null ? `Запись: ${gone}` : slip !== null && state === 'sealed' ? slipText(slip) : stateWords[state]}
      </ToneText>
      {imported && (
        <ToneText tone="info" icon={IconFileImport}>
          Получена из Телемоста
        </ToneText>
      )}
      {held && (
        <ToneText tone="warn" icon={IconLock}>
          Запрет уничтожения
        </ToneText>
      )}
    </div>
  )
}
