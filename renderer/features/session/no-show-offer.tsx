import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useRegulation, useTimeZone } from '../../app/desk.tsx'
import { fairClockText } from './fair-clock-text.ts'
import { OfferCard } from './offer-card.tsx'
import classes from './session.module.css'
import { useSession } from './session-context.tsx'
import { useClocks } from './use-clocks.ts'

/** The waiting time is over: interrupting is offered beside waiting on, and is no default key. */
export function NoShowOffer() {
  const { showDialog } = useSession()
  const waiting = useClocks()?.waiting ?? null
  const timeZone = useTimeZone()
  const { noShow } = useRegulation().limits
  const [waitOn, setWaitOn] = useState(false)
  if (!waiting || waitOn || waiting.mayInterrupt.length === 0) return null
  const clause = noShow.clause ?? ''
  return (
    <OfferCard tone="warn" title="Время ожидания истекло">
      <Text size="sm">{fairClockText(waiting, noShow, timeZone)}.</Text>
      <Button variant="default" onClick={() => setWaitOn(true)}>
        Ждать ещё
      </Button>
      <Button
        variant="outline"
        color="red"
        px="xs"
        h="auto"
        py="xs"
        classNames={{ label: classes.wrapped }}
        onClick={() => showDialog('interrupt')}
      >
        Прервать приём ({clause})…
      </Button>
    </OfferCard>
  )
}
