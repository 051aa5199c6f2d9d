import { Alert, Button, List, Stack, Text } from '@mantine/core'
import { IconClockExclamation } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClockDoubt } from '../../../shared/contract/day.ts'
import { formatDateTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { ConfirmClock } from './confirm-clock.tsx'

/** What stands still while the computer's clock is doubted, why, and the way out. Nothing while it is believed. */
export function ClockDoubtNote() {
  const { queries } = useWorkstation()
  const timeZone = useTimeZone()
  const doubt = useQuery(queries.day.clockDoubt.queryOptions())
  const [asking, setAsking] = useState(false)
  if (!doubt.data) return null
  return (
    <Alert
      color="red"
      role="alert"
      icon={<IconClockExclamation aria-hidden />}
      title="Время компьютера не сходится с последней работой"
      maw="var(--layout-form)"
      // The page is as high as the window, and a list below may fill it.
      flex="none"
    >
      <Stack gap="xs" align="flex-start">
        <Text>{doubtText(doubt.data, timeZone)}</Text>
        <Text>До вашего решения остановлено то, чего нельзя вернуть:</Text>
        <List>
          <List.Item>стирание сведений, чей срок хранения истёк;</List.Item>
          <List.Item>удаление старых резервных копий. Новые копии делаются.</List.Item>
        </List>
        <Text>
          Проверьте дату, время и часовой пояс компьютера. Если они неверны, исправьте их, подтверждать ничего не нужно.
          Если верны, подтвердите время и укажите причину.
        </Text>
        <Button size="compact-md" variant="light" onClick={() => setAsking(true)}>
          Подтвердить время…
        </Button>
        {asking && <ConfirmClock onClose={() => setAsking(false)} />}
      </Stack>
    </Alert>
  )
}

const doubtText = ({ kind, now, lastWorkAt }: ClockDoubt, timeZone: string): string => {
  const [nowText, lastWork] = [now, lastWorkAt].map(at => formatDateTime(at, timeZone))
  return kind === 'ahead'
    ? `На компьютере ${nowText}, а последняя работа была ${lastWork}: так долго программа обычно не простаивает.`
    : `На компьютере ${nowText}, а в журнале событий уже есть запись от ${lastWork}.`
}
