import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { useState } from 'react'
import type { RecordingCard } from '../../../shared/contract/recordings.ts'
import { type Hold, holdGroundText } from '../../../shared/recording/hold.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useDesk, useTimeZone } from '../../app/desk.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { HoldDialog, ReleaseDialog } from './hold-dialogs.tsx'

/** «Запрет уничтожения»: what forbids the destruction of this recording, since when, by whom; and the way to it. */
export function Holds({ card, holds }: { card: RecordingCard; holds: readonly Hold[] }) {
  const isHead = useDesk().session.account.role === 'head'
  const [placing, setPlacing] = useState(false)
  const [releasing, setReleasing] = useState<Hold | null>(null)
  if (card.state === 'destroyed') return null
  return (
    <section aria-label="Запрет уничтожения">
      <Stack gap="xs" align="flex-start">
        {holds.length > 0 && (
          <Title order={3} size="h5">
            Запрет уничтожения
          </Title>
        )}
        {holds.map(hold => (
          <HoldWords key={hold.id} hold={hold} onRelease={isHead ? () => setReleasing(hold) : null} />
        ))}
        <Button variant="default" leftSection={<IconLock aria-hidden size="1.1em" />} onClick={() => setPlacing(true)}>
          Запретить уничтожение…
        </Button>
      </Stack>
      {placing && <HoldDialog recordingId={card.id} onClose={() => setPlacing(false)} />}
      {releasing && <ReleaseDialog hold={releasing} onClose={() => setReleasing(null)} />}
    </section>
  )
}

function HoldWords({ hold, onRelease }: { hold: Hold; onRelease: (() => void) | null }) {
  const timeZone = useTimeZone()
  const { ground, placed, released } = hold
  const act = ({ at, name }: Hold['placed']) => `${name} · ${formatDateTime(at, timeZone)}`
  return (
    <Paper withBorder p="sm" w="100%">
      <ToneText tone={released ? 'quiet' : 'warn'} icon={released ? IconLockOpen : IconLock}>
        {released ? 'Запрет снят' : 'Уничтожать нельзя, даже когда срок хранения истечёт'}
      </ToneText>
      <Text size="sm">
        Основание: {holdGroundText(ground)}. {placed.reason}
      </Text>
      <Text size="xs" c="dimmed">
        {act(placed)}
      </Text>
      {released && (
        <>
          <Text size="sm">Почему снят: {released.reason}</Text>
          <Text size="xs" c="dimmed">
            {act(released)}
          </Text>
        </>
      )}
      {!released &&
        (onRelease ? (
          <Group justify="flex-end">
            <Button variant="subtle" size="compact-sm" onClick={onRelease}>
              Снять запрет…
            </Button>
          </Group>
        ) : (
          <Text size="xs" c="dimmed">
            Снять запрет может руководитель
          </Text>
        ))}
    </Paper>
  )
}
