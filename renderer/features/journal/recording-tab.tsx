import { Anchor, Button, Paper, Stack, Text } from '@mantine/core'
import { IconFileImport, IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { JournalReception } from '../../../shared/contract/journal.ts'
import { slipText } from '../../../shared/recording/slip-text.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import type { Tone } from '../../ui/tone.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { presenceWords } from '../recording/recording-words.ts'

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

/** What was recorded of each reception, in plain words, and the answer to «почему нет записи». */
export function RecordingTab({ receptions }: { receptions: readonly JournalReception[] }) {
  const timeZone = useTimeZone()
  if (receptions.length === 0) return <Text c="dimmed">Приём ещё не назначен: записи нет.</Text>
  return (
    <Stack gap="sm">
      {receptions.map(({ id, appointedAt, recordings }) => (
        <Paper key={id} withBorder p="sm">
          <Stack gap="xs" align="flex-start">
            <Text size="xs" c="dimmed">
              Приём {formatDateTime(appointedAt, timeZone)}
            </Text>
            {recordings.length === 0 && <ToneText tone="quiet">Видеозаписи нет</ToneText>}
            {recordings.map(recording => (
              <RecordingWords key={recording.id} recording={recording} />
            ))}
            <Button
              variant="subtle"
              size="compact-sm"
              renderRoot={props => (
                <Link to="/reception/$receptionId/recording" params={{ receptionId: id }} {...props} />
              )}
            >
              {recordings.length === 0 ? 'Почему нет записи?' : 'Как велась запись'}
            </Button>
          </Stack>
        </Paper>
      ))}
    </Stack>
  )
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
