import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { DayState } from '../../../shared/contract/day.ts'
import { formatTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { dayLines, mayCloseDay } from './attention-words.ts'
import { useDayChange } from './use-day-change.ts'

/** «Завершить день…»; a closed day is said, and may be opened again with a reason. */
export function FinishDayButton({ day, mayFinish }: { day: DayState; mayFinish: boolean }) {
  const timeZone = useTimeZone()
  const [opened, setOpened] = useState(false)
  const close = () => setOpened(false)
  if (day.closing !== null) {
    return (
      <Group gap="xs">
        <ToneText tone="good">
          День закрыт в {formatTime(day.closing.at, timeZone)}, {day.closing.authorName}
        </ToneText>
        {mayFinish && (
          <Button variant="subtle" onClick={() => setOpened(true)}>
            Открыть день…
          </Button>
        )}
        {opened && <ReopenDayDialog onClose={close} />}
      </Group>
    )
  }
  if (!mayFinish) return null
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        Завершить день…
      </Button>
      {opened && <FinishDayDialog day={day} onClose={close} />}
    </>
  )
}

/** Everything the day is closed by; all green, and «День закрыт» can be said. */
function FinishDayDialog({ day, onClose }: { day: DayState; onClose: () => void }) {
  const finish = useDayChange<void>(calls => calls.day.close(), onClose)
  const ready = mayCloseDay(day)
  return (
    <Modal opened onClose={onClose} title="Завершить день" size="lg">
      <Stack gap="sm">
        <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }} aria-label="Итоги дня">
          {dayLines(day).map(({ tone, text }) => (
            <li key={text}>
              <ToneText tone={tone}>{text}</ToneText>
            </li>
          ))}
        </Stack>
        {!ready && (
          <Text>Сначала завершите отмеченное красным: приёмы — в списке дня, остальное — в «Требуют внимания».</Text>
        )}
        {finish.error !== null && <ToneText tone="bad">{faultHint(finish.error)}</ToneText>}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Вернуться
          </Button>
          <FactButton disabled={!ready} loading={finish.isPending} onClick={() => finish.mutate()}>
            День закрыт
          </FactButton>
        </Group>
      </Stack>
    </Modal>
  )
}

function ReopenDayDialog({ onClose }: { onClose: () => void }) {
  const reopen = useDayChange((calls, reason: string) => calls.day.reopen({ reason }), onClose)
  return (
    <ReasonDialog
      title="Открыть день"
      label="Почему день открывается снова"
      button="Открыть день"
      pending={reopen.isPending}
      error={reopen.error}
      onSubmit={reason => reopen.mutate(reason)}
      onClose={onClose}
    />
  )
}
