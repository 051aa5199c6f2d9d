import { Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { RecordingStory } from '../../../shared/recording/story.ts'
import { storyConclusion } from '../../../shared/recording/story-text.ts'
import { formatDateTime, formatTimeWithSeconds } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { Loading } from '../../ui/loading.tsx'
import { QueryFailure } from '../../ui/query-failure.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { type StoryLine, storyLines } from './story-lines.ts'

/** «Почему нет записи?»: the conclusion on top, then everything that is known, in order of time. */
export function RecordingStoryScreen() {
  const { receptionId = '' } = useParams({ strict: false })
  const { queries } = useWorkstation()
  const story = useQuery(queries.recordings.story.queryOptions({ input: { receptionId } }))
  if (story.error) {
    return (
      <QueryFailure title="Сведения о записи не прочитаны" error={story.error} onRetry={() => void story.refetch()} />
    )
  }
  if (!story.data) return <Loading label="Собираем сведения о записи…" />
  return <StorySheet story={story.data} />
}

function StorySheet({ story }: { story: RecordingStory }) {
  const timeZone = useTimeZone()
  const navigate = useNavigate()
  const [importing, setImporting] = useState(false)
  const conclusion = storyConclusion(story)
  const lines = storyLines(story)
  const latest = story.recordings.at(-1)
  return (
    <Group justify="center" align="flex-start" p="md">
      <Stack w="100%" maw="var(--layout-form)" gap="md">
        <Title order={1} size="h4">
          {latest ? 'Как велась запись' : 'Почему нет записи?'} · № {story.journalNumber} · {story.shortName} ·{' '}
          {formatDateTime(story.appointedAt, timeZone)}
        </Title>
        <Paper withBorder p="md">
          <Stack gap="xs" align="flex-start">
            <ToneText tone={conclusion.tone} size="lg" fw={600}>
              {conclusion.title}
            </ToneText>
            {conclusion.text !== '' && <Text>{conclusion.text}</Text>}
            <Group gap="sm">
              {latest && (
                <Button
                  renderRoot={props => (
                    <Link to="/recordings/$recordingId" params={{ recordingId: latest.id }} {...props} />
                  )}
                >
                  Открыть запись
                </Button>
              )}
              {story.mayImport && (
                <Button
                  variant="default"
                  leftSection={<IconFileImport aria-hidden size="1.1em" />}
                  onClick={() => setImporting(true)}
                >
                  Добавить запись из Телемоста…
                </Button>
              )}
            </Group>
            {importing && (
              <ImportDialog
                receptionId={story.receptionId}
                onClose={() => setImporting(false)}
                onAccepted={recordingId => void navigate({ to: '/recordings/$recordingId', params: { recordingId } })}
              />
            )}
          </Stack>
        </Paper>
        <section aria-label="Как это было">
          <Title order={2} size="h5">
            Как это было
          </Title>
          {lines.length === 0 ? (
            <Text c="dimmed">Окно записи об этом приёме ничего не сообщало.</Text>
          ) : (
            <List listStyleType="none" spacing="xs">
              {lines.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, two may share their moment
                <List.Item key={index}>
                  <Line line={line} />
                </List.Item>
              ))}
            </List>
          )}
        </section>
      </Stack>
    </Group>
  )
}

function Line({ line }: { line: StoryLine }) {
  const timeZone = useTimeZone()
  return (
    <>
      <ToneText tone={line.tone}>
        {formatTimeWithSeconds(line.at, timeZone)} {line.text}
      </ToneText>
      {line.shownTo !== null && (
        <Text size="xs" c="dimmed">
          на экране: {line.shownTo}
        </Text>
      )}
    </>
  )
}
