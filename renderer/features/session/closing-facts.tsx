import { Stack } from '@mantine/core'
import { ExtensionReasons } from './extension-reasons.tsx'
import { HeadInformed } from './head-informed.tsx'
import { LeftRoom } from './left-room.tsx'
import { OvertimeQuestion } from './overtime-question.tsx'
import { RightsExplained } from './rights-explained.tsx'
import { useSession } from './session-context.tsx'

/** What is settled beside the text of column 7: the room is empty, the head knows, the time is decided about. */
export function ClosingFacts() {
  const { detail } = useSession()
  const { step, facts } = detail.card.state
  const headConcerned =
    facts.interruption?.ground === 'abuse' ||
    facts.emergencyCalls.length > 0 ||
    isEmergency(step) ||
    facts.headInformedAt !== null
  return (
    <Stack gap="sm">
      <LeftRoom />
      <RightsExplained />
      {headConcerned && <HeadInformed />}
      <OvertimeQuestion />
      <ExtensionReasons />
    </Stack>
  )
}

const isEmergency = (step: { readonly name: string; readonly outcome?: unknown }): boolean =>
  step.name === 'closing' && step.outcome === 'emergency'
