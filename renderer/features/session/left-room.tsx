import { Alert, Group, Text } from '@mantine/core'
import { IconDoorExit } from '@tabler/icons-react'
import { formatTime } from '../../../shared/text/date-time.ts'
import { useDesk, useTimeZone } from '../../app/desk.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { useSession } from './session-context.tsx'

/** The room must be empty before the next citizen comes. */
export function LeftRoom() {
  const { detail, act, acting } = useSession()
  const timeZone = useTimeZone()
  const { facts } = detail.card.state
  // Who never came has nothing to leave.
  if (facts.lamps.connected === null) return null
  if (facts.leftRoomAt !== null) {
    return <Text>Гражданин вышел из комнаты в {formatTime(facts.leftRoomAt, timeZone)}</Text>
  }
  return (
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
}

/** After abuse, where the program cannot close the room itself: first of all the room is left, the writing comes later. */
export function LeaveRoomFirst() {
  const { can } = useDesk()
  const { facts } = useSession().detail.card.state
  if (facts.interruption?.ground !== 'abuse' || can.openTelemostInside || facts.leftRoomAt !== null) return null
  return (
    <Alert color="red" icon={<IconDoorExit aria-hidden />} title="Выйдите из комнаты Телемоста сейчас">
      <Text>
        Закройте окно встречи: сама программа закрыть его не может. Запись остановлена и сохраняется, результат можно
        описать позже.
      </Text>
    </Alert>
  )
}
