import { Button, Group, Modal, Stack, Text, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useState } from 'react'
import type { ClosingLine, DayState } from '../../../shared/contract/day.ts'
import { formatTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { FactButton } from '../../ui/fact-button.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { type CaseActs, Cases } from './cases.tsx'
import { closingWords } from './closing-words.ts'
import { useDayChange } from './use-day-change.ts'

const ReasonDialog = lazyPart(() => import('../../ui/reason-dialog.tsx').then(part => part.ReasonDialog))

interface FinishDayButtonProps extends CaseActs {
  day: DayState
  mayFinish: boolean
  /** Asks why a closed day is opened again. */
  onReopen: () => void
}

/** «Завершить день…»; a closed day is said, and may be opened again with a reason. */
export function FinishDayButton({ day, mayFinish, onReopen, ...acts }: FinishDayButtonProps) {
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
          <Button variant="subtle" onClick={onReopen}>
            Открыть день…
          </Button>
        )}
      </Group>
    )
  }
  if (!mayFinish) return null
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        Завершить день…
      </Button>
      {opened && <FinishDayDialog day={day} acts={acts} onClose={close} />}
    </>
  )
}

/** Everything the day is closed by, each line with its cases; nothing holds it, and «День закрыт» can be said. */
function FinishDayDialog({ day, acts, onClose }: { day: DayState; acts: CaseActs; onClose: () => void }) {
  const finish = useDayChange<void>(calls => calls.day.close(), onClose)
  const ready = !day.lines.some(({ holdsDay }) => holdsDay)
  // What a case leads to stands on «Сегодня», under this dialog.
  const leaving: CaseActs = {
    onShow: (...of) => {
      onClose()
      acts.onShow(...of)
    },
  }
  return (
    <Modal opened onClose={onClose} title="Завершить день" size="lg">
      <Stack gap="sm">
        <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }} aria-label="Итоги дня">
          {day.lines.map(line => (
            <Line key={line.name} line={line} today={day.date} acts={leaving} />
          ))}
        </Stack>
        {!ready && (
          <Text id="finish-reason">Сначала завершите отмеченное красным: нажмите строку, откроются её приёмы.</Text>
        )}
        {finish.error !== null && <ToneText tone="bad">{faultHint(finish.error)}</ToneText>}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Вернуться
          </Button>
          <FactButton
            disabled={!ready}
            aria-describedby={ready ? undefined : 'finish-reason'}
            loading={finish.isPending}
            onClick={() => finish.mutate()}
          >
            День закрыт
          </FactButton>
        </Group>
      </Stack>
    </Modal>
  )
}

function Line({ line, today, acts }: { line: ClosingLine; today: string; acts: CaseActs }) {
  const [isOpen, setOpen] = useState(false)
  const { tone, text } = closingWords(line)
  if (line.cases.length === 0) {
    return (
      <li>
        <ToneText tone={tone}>{text}</ToneText>
      </li>
    )
  }
  const Chevron = isOpen ? IconChevronUp : IconChevronDown
  return (
    <li>
      <UnstyledButton aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Group gap="xs" wrap="nowrap">
          <ToneText tone={tone}>{text}</ToneText>
          <Chevron aria-hidden size="1.1em" />
        </Group>
      </UnstyledButton>
      {isOpen && (
        <Stack gap="xs" component="ul" m={0} mt="xs" p={0} pl="lg" style={{ listStyle: 'none' }}>
          <Cases items={line.cases} today={today} {...acts} />
        </Stack>
      )}
    </li>
  )
}

/** Why a closed day is opened again. */
export function ReopenDayDialog({ onClose }: { onClose: () => void }) {
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
