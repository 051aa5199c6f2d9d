import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatTime } from '../../../shared/text/date-time.ts'
import { useTimeZone } from '../../app/desk.tsx'
import { useWorkstation } from '../../app/workstation-provider.tsx'
import { faultHint } from '../../ui/fault-hint.ts'
import { ServerWords } from '../../ui/server-words.tsx'
import { ToneText } from '../../ui/tone-text.tsx'
import { outboxWords } from './standing-words.ts'
import { useNoticeChange } from './use-notice-change.ts'

/** On top of «Заявки» while letters to citizens do not go out: why, when they are tried again, and the way to try now. */
export function OutboxLine() {
  const { queries } = useWorkstation()
  const timeZone = useTimeZone()
  const outbox = useQuery(queries.notices.outbox.queryOptions())
  const tryNow = useNoticeChange(calls => calls.tryNow())
  if (outbox.error) return <ToneText tone="bad">Отправка писем не прочитана. {faultHint(outbox.error)}</ToneText>
  if (!outbox.data || (outbox.data.state === 'ready' && outbox.data.nextTryAt === null)) return null
  const { state, reason, nextTryAt, rows } = outbox.data
  const { tone, text } = outboxWords[state]
  const mayTry = rows.length > 0 && state !== 'noServer' && state !== 'turnedOff'
  return (
    <section aria-label="Отправка уведомлений">
      <Group gap="sm" mt="xs">
        <ToneText tone={tone}>
          {text}
          {nextTryAt === null ? '' : `. Следующая попытка в ${formatTime(nextTryAt, timeZone)}`}
        </ToneText>
        {mayTry && (
          <Button
            size="compact-md"
            variant="default"
            loading={tryNow.isPending}
            onClick={() => tryNow.mutate(undefined)}
          >
            Попробовать сейчас
          </Button>
        )}
        <ServerWords words={reason} />
      </Group>
    </section>
  )
}
