import { Button, Group, Text, Title } from '@mantine/core'
import { mayDo } from '../../../shared/reception/session-acts.ts'
import { formatTime } from '../../../shared/text/date-time.ts'
import { useRegulation, useTimeZone } from '../../app/desk.tsx'
import { HotkeyHint } from '../../ui/hotkey-hint.tsx'
import { receptionWord } from '../reception/reception-word.ts'
import { FinishButton } from './finish-button.tsx'
import { PanelOnTop } from './panel/panel-on-top.tsx'
import classes from './session.module.css'
import { useSession } from './session-context.tsx'
import { mayInterrupt } from './session-rules.ts'
import { useSessionKey } from './use-session-key.ts'
import { WallClock } from './wall-clock.tsx'

/** Readable from two metres: «Фамилия И. О.», the clock; interrupting and finishing always in reach. Never the topic. */
export function SessionBar({ finished }: { finished: boolean }) {
  const { detail, showDialog } = useSession()
  const timeZone = useTimeZone()
  const regulation = useRegulation()
  const { card, next } = detail
  const interruptible = mayInterrupt(detail)
  useSessionKey('F4', () => showDialog('interrupt'), interruptible)
  const mayFail = mayDo(detail.acts, 'faultFound')
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
          next && (
            <Text c="dimmed" truncate>
              следующий {formatTime(next.appointedAt, timeZone)} {next.shortName}
            </Text>
          )
        )}
      </div>
      <WallClock />
      <Group gap="xs" wrap="nowrap" justify="flex-end">
        {!finished && <PanelOnTop />}
        {mayFail && (
          <Button variant="default" onClick={() => showDialog('fault')}>
            Неисправность…
          </Button>
        )}
        {interruptible && (
          <Button
            variant="default"
            aria-keyshortcuts="F4"
            rightSection={<HotkeyHint keys="F4" />}
            onClick={() => showDialog('interrupt')}
          >
            Прервать…
          </Button>
        )}
        <FinishButton />
      </Group>
    </div>
  )
}
