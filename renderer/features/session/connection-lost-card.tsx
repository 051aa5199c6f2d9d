import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { formatTime } from '../../../shared/text/date-time.ts'
import { phoneText } from '../../../shared/text/phone.ts'
import { useTimeZone } from '../../app/desk.tsx'
import classes from './session.module.css'
import { useSession } from './session-context.tsx'
import { useRoom } from './use-room.ts'

/** The citizen dropped out: the phone, and the room. The order does not speak of it. */
export function ConnectionLostCard({ since }: { since: string }) {
  const { detail } = useSession()
  const timeZone = useTimeZone()
  const { phone } = detail.card
  const openRoom = useRoom()
  return (
    <Alert
      color="red"
      icon={<IconPlugConnectedX aria-hidden />}
      title={`Связь с гражданином прервана в ${formatTime(since, timeZone)}`}
    >
      <Stack gap="xs">
        <span className={classes.phone}>{phoneText(phone)}</span>
        <Text>Если связь не вернётся, завершите приём: результат можно будет описать.</Text>
        {openRoom && (
          <Button variant="default" onClick={() => void openRoom()}>
            Открыть комнату ещё раз
          </Button>
        )}
      </Stack>
    </Alert>
  )
}
