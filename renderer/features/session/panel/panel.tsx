import { Button, Group, Text, Title } from '@mantine/core'
import { roomProblemTitles } from '../../../../shared/equipment/room-problem.ts'
import { useIsHidden } from '../../../app/hide-all.tsx'
import { useRecorder } from '../../../app/workstation-provider.tsx'
import { bringToFront } from '../../../desktop/bring-to-front.ts'
import { ToneText } from '../../../ui/tone-text.tsx'
import { useRoomState } from '../../equipment/use-room-state.ts'
import { RecordingProof } from '../../recording/recording-proof.tsx'
import { MicrophoneButton } from '../microphone-key.tsx'
import { type SessionDialog, useSession } from '../session-context.tsx'
import { mayFinish, mayInterrupt } from '../session-rules.ts'
import { TalkTime } from '../talk-time.tsx'
import { WaitingTime } from '../waiting-time.tsx'
import { WallClock } from '../wall-clock.tsx'
import classes from './panel.module.css'
import { panelTitle } from './panel-title.ts'

/** Clock, step, recording, microphone, the two ways to end. Without the citizen's name: the screen may be shared. */
export function Panel() {
  const isHidden = useIsHidden()
  const recorder = useRecorder()
  const { detail, showDialog } = useSession()
  const { problem } = useRoomState(detail.card.id)
  const { facts } = detail.card.state
  if (isHidden) {
    return (
      <main className={classes.panel}>
        <Title order={1} size="h4">
          Экран скрыт
        </Title>
      </main>
    )
  }
  const ask = (dialog: SessionDialog) => {
    // The question stands on the desk, which may be behind the room.
    bringToFront()
    showDialog(dialog)
  }
  return (
    <main className={classes.panel}>
      <Group justify="space-between" align="baseline" wrap="nowrap">
        <Title order={1} size="h4">
          {panelTitle(detail.card.state)}
        </Title>
        <WallClock />
      </Group>
      {problem !== null && facts.endedAt === null && <ToneText tone="bad">{roomProblemTitles[problem]}</ToneText>}
      {facts.connectedAt === null ? <WaitingTime /> : <TalkTime />}
      {facts.connectedAt === null && problem !== null ? null : facts.connectedAt === null ? (
        <Text size="sm" c="dimmed">
          {recorder?.armed ? 'Запись готова' : 'Запись не готова'}
        </Text>
      ) : (
        <RecordingProof receptionId={detail.card.id} ended={facts.endedAt !== null} />
      )}
      <Group gap="xs" mt="auto">
        {recorder?.connected && facts.endedAt === null && <MicrophoneButton recorder={recorder} compact />}
        {mayInterrupt(detail) && (
          <Button size="compact-md" variant="default" onClick={() => ask('interrupt')}>
            Прервать…
          </Button>
        )}
        {mayFinish(detail) && (
          <Button size="compact-md" variant="default" onClick={() => ask('finish')}>
            Завершить…
          </Button>
        )}
      </Group>
    </main>
  )
}
