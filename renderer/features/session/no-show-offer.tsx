import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { fairWaitOn } from '../../../shared/reception/session-acts.ts'
import { useRegulation, useTimeZone } from '../../app/desk.tsx'
import { useNowMs } from '../../app/workstation-provider.tsx'
import { fairClockText } from './fair-clock-text.ts'
import { OfferCard } from './offer-card.tsx'
import classes from './session.module.css'
import { useSession } from './session-context.tsx'
import { useClocks } from './use-clocks.ts'

/** The waiting time is over: interrupting is offered beside waiting on, and is no default key. */
export function NoShowOffer() {
  const { detail, showDialog } = useSession()
  const nowMs = useNowMs()
  const waiting = useClocks()?.waiting ?? null
  const timeZone = useTimeZone()
  const { noShow } = useRegulation().limits
  const [waitOn, setWaitOn] = useState(false)
  // Once the citizen is there it is no offer any more: «Прервать…» keeps the grounds that are left.
  if (detail.card.state.step.name !== 'waiting') return null
  if (!waiting || waitOn || waiting.mayInterrupt.length === 0) return null
  const clause = noShow.clause ?? ''
  const waits = waiting.mayInterrupt.map(ground => (nowMs === null ? null : fairWaitOn(detail.acts, ground, nowMs)))
  // Where one ground is free of it the offer is the ordinary one; the dialog says it beside the others.
  const fairWait = waits.includes(null) ? null : (waits[0] ?? null)
  return (
    <OfferCard tone="warn" title={fairWait === null ? 'Время ожидания истекло' : 'Подождите ещё'}>
      {fairWait !== null && <Text size="sm">{fairWait}</Text>}
      <Text size="sm">{fairClockText(waiting, noShow, timeZone)}.</Text>
      <Group gap="xs" wrap="nowrap">
        <Button variant="default" px="xs" flex="none" onClick={() => setWaitOn(true)}>
          Ждать ещё
        </Button>
        <Button
          variant="outline"
          color="red"
          px="xs"
          h="auto"
          py="xs"
          flex={1}
          classNames={{ label: classes.wrapped }}
          onClick={() => showDialog('interrupt')}
        >
          {fairWait === null ? 'Прервать приём' : 'Прервать с указанием причины'} ({clause})…
        </Button>
      </Group>
    </OfferCard>
  )
}
