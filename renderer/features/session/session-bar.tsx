import { Button, Group, Text, Title } from '@mantine/core'
import { IconUrgent } from '@tabler/icons-react'
import { mayDo } from '../../../shared/reception/session-acts.ts'
import { formatTime } from '../../../shared/text/date-time.ts'
import { useRegulation, useTimeZone } from '../../app/desk.tsx'
import { HotkeyHint } from '../../ui/hotkey-hint.tsx'
import { receptionWord } from '../reception/reception-word.ts'
import { PanelOnTop } from './panel/panel-on-top.tsx'
import classes from './session.module.css'
import { useSession } from './session-context.tsx'
import { mayInterrupt } from './session-rules.ts'
import { TimeLeft } from './time-left.tsx'
import { useSessionKey } from './use-session-key.ts'
import { WallClock } from './wall-clock.tsx'

/** Readable from two metres: «Фамилия И. О.», the time left; abuse and 112 one press away. Never the topic. */
export function SessionBar({ finished }: { finished: boolean }) {
  const { detail, showDialog } = useSession()
  const timeZone = useTimeZone()
  const regulation = useRegulation()
  const { card, next } = detail
  const interruptible = mayInterrupt(detail)
  useSessionKey('F4', () => showDialog('interrupt'), interruptible)
  const nextWords = next && `следующий ${formatTime(next.appointedAt, timeZone)} ${next.shortName}`
  return (
    <div className={classes.bar}>
      <div className={classes.barWho}>
        <Title order={1} size="h3">
          {card.shortName}
        </Title>
        <Text>{formatTime(card.state.facts.appointedAt, timeZone)}</Text>
        {finished ? (
          <Text>{receptionWord(card.state, regulation).word}</Text>
        ) : (
          nextWords && (
            <Text c="dimmed" truncate title={nextWords}>
              {nextWords}
            </Text>
          )
        )}
      </div>
      {finished ? <WallClock /> : <TimeLeft />}
      <Group gap="xs" wrap="nowrap" justify="flex-end">
        {!finished && <PanelOnTop />}
        {mayDo(detail.acts, 'emergencyDeclared') && (
          <Button
            variant="default"
            px="xs"
            leftSection={<IconUrgent aria-hidden size="1.1em" />}
            onClick={() => showDialog('emergency')}
          >
            112, 103…
          </Button>
        )}
        {interruptible && (
          <Button
            variant="default"
            px="xs"
            aria-keyshortcuts="F4"
            rightSection={<HotkeyHint keys="F4" />}
            onClick={() => showDialog('interrupt')}
          >
            Прервать…
          </Button>
        )}
      </Group>
    </div>
  )
}
