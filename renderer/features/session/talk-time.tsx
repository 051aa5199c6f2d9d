import { Stack, Text } from '@mantine/core'
import { IconClockExclamation } from '@tabler/icons-react'
import { minuteMs } from '../../../shared/regulation/limits.ts'
import { formatOvertime, formatRemaining } from '../../../shared/text/duration.ts'
import { ToneText } from '../../ui/tone-text.tsx'
import { useSession } from './session-context.tsx'
import { TalkExtension } from './talk-extension.tsx'
import { useClocks } from './use-clocks.ts'

/** «Осталось 12:41 из 15 мин», then «+0:40 сверх 15 минут»: no dialog at zero, the talk is never cut. */
export function TalkTime() {
  const { detail } = useSession()
  const talk = useClocks()?.talk ?? null
  if (!talk) return null
  return (
    <Stack gap="xs">
      <TalkRemaining />
      {detail.card.state.facts.endedAt === null && <TalkExtension talk={talk} />}
    </Stack>
  )
}

/** The line alone. */
export function TalkRemaining() {
  const { detail } = useSession()
  const talk = useClocks()?.talk ?? null
  if (!talk) return null
  const minutes = talk.limitMs / minuteMs
  if (talk.overtimeMs > 0) {
    return (
      <ToneText tone="warn" icon={IconClockExclamation} size="lg" fw={600}>
        {formatOvertime(talk.overtimeMs)} сверх {minutes} минут
      </ToneText>
    )
  }
  if (detail.card.state.facts.endedAt !== null) return <Text size="lg">Разговор завершён</Text>
  return (
    <Text size="lg">
      Осталось <strong>{formatRemaining(talk.remainingMs)}</strong> из {minutes} мин
    </Text>
  )
}
