import { Text } from '@mantine/core'
import { useRegulation, useTimeZone } from '../../app/desk.tsx'
import { fairClockText } from './fair-clock-text.ts'
import { useClocks } from './use-clocks.ts'

/** The legal moment and the fair one, in words. */
export function FairClock() {
  const waiting = useClocks()?.waiting ?? null
  const timeZone = useTimeZone()
  const { noShow } = useRegulation().limits
  if (!waiting) return null
  return (
    <Text size="xs" c="dimmed">
      {fairClockText(waiting, noShow, timeZone)}
    </Text>
  )
}
