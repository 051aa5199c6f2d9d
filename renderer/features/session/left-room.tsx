import { Alert, Group, Stack, Text } from '@mantine/core'
import { IconDoorExit } from '@tabler/icons-react'
import { formatTime } from '../../../shared/text/date-time.ts'
import { useDesk, useTimeZone } from '../../app/desk.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { useSession } from './session-context.tsx'

/**
 * The room must be empty before the next citizen comes. After abuse the specialist leaves it first of all: a room in a
 * window of its own is closed by a person, only a host that holds the room inside can close it by itself.
 */
export function LeftRoom() {
  const { detail, act, acting } = useSession()
  const timeZone = useTimeZone()
  const { can } = useDesk()
  const { facts } = detail.card.state
  // Who never came has nothing to leave.
  if (facts.lamps.connected === null) return null
  if (facts.leftRoomAt !== null) {
    return <ToneText tone="good">Гражданин вышел из комнаты в {formatTime(facts.leftRoomAt, timeZone)}</ToneText>
  }
  const tick = (
    <Group>
      <FactButton
        variant="default"
        disabled={acting}
        leftSection={<IconDoorExit aria-hidden size="1.1em" />}
        onClick={() => void act({ kind: 'citizenLeftRoom' })}
      >
        Гражданин вышел из комнаты
      </FactButton>
    </Group>
  )
  if (facts.interruption?.ground !== 'abuse' || can.openTelemostInside) return tick
  return (
    <Alert color="red" icon={<IconDoorExit aria-hidden />} title="Выйдите из комнаты Телемоста сейчас">
      <Stack gap="xs">
        <Text>
          Закройте окно встречи: сама программа закрыть его не может. Запись остановлена и сохраняется, результат можно
          описать позже.
        </Text>
        {tick}
      </Stack>
    </Alert>
  )
}
