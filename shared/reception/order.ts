import { toMs } from './change.ts'
import type { ReceptionAction, ReceptionEvent } from './event.ts'
import type { RefusalCode } from './refusal.ts'
import type { InstantText, ReceptionFacts, ReceptionState } from './state.ts'

type Moment = InstantText | null | undefined

/** Why the times of an event cannot be; null when they can. `state` is the one before the event. */
export function refusalOfTimes(state: ReceptionState, event: ReceptionEvent): RefusalCode | null {
  const atMs = toMs(event.occurredAt)
  if (atMs > toMs(event.recordedAt)) return 'timeInFuture'
  const tooEarly = factsBefore(state, event.action).some(moment => moment != null && atMs < toMs(moment))
  return tooEarly ? 'beforePreviousFact' : null
}

/** The moments of the facts this action rests on: it cannot have happened before any of them. */
function factsBefore(state: ReceptionState, action: ReceptionAction): readonly Moment[] {
  const { facts, step } = state
  const opened = [facts.roomOpenedAt, facts.reopenings.at(-1)?.at]
  switch (action.kind) {
    case 'lampLit':
    case 'citizenConnected':
    case 'documentShown':
    case 'warningGiven':
    case 'faultFound':
      return opened
    case 'noticeGiven':
    case 'extended':
      return [facts.connectedAt]
    case 'noticeRepeated':
      return [facts.workInterruptions.at(-1)?.to]
    case 'documentRemoved':
      return [facts.documentShown.at(-1)?.from]
    case 'identified':
      return [facts.noticeGivenAt, facts.identification?.at]
    case 'continuedWithoutPersonalInformation':
      return [facts.identification?.at]
    case 'connectionLost':
      return [...opened, facts.lamps.connected, facts.connectedAt, facts.connectionLosses.at(-1)?.to]
    case 'connectionRestored':
    case 'faultCleared':
      return [step.name === 'connectionLost' || step.name === 'fault' ? step.since : null]
    case 'moving':
    case 'heldElsewhere':
      return [facts.faults.at(-1)?.from]
    case 'interrupted':
    case 'recordingRefused':
    case 'endedByCitizen':
    case 'emergencyDeclared':
    case 'talkEnded':
      return [...opened, ...talkFacts(facts)]
    case 'personLeft':
      return [facts.presentPersons.find(person => person.who === action.who && person.to === null)?.from]
    case 'closed':
    case 'citizenLeftRoom':
    case 'rightsExplained':
    case 'overtimeLeft':
      return [facts.endedAt]
    case 'reopened':
      return [step.name === 'closed' ? step.at : null]
    case 'workInterrupted':
      return [action.from]
    case 'extensionExplained':
    case 'helpGiven':
    case 'linkSent':
    case 'contactMeansSet':
    case 'personPresent':
    case 'headInformed':
    case 'addressRevealed':
    case 'emergencyServiceCalled':
    case 'roomOpened':
    // A call may be entered much later than it was made (a mobile in a power cut).
    case 'phoneCalled':
    case 'cancelled':
    case 'moved':
    case 'reassigned':
    case 'tickUndone':
    case 'timeCorrected':
      return []
  }
}

/** Everything of a talk that must lie before its end. */
function talkFacts(facts: ReceptionFacts): readonly Moment[] {
  const { connectionLosses, faults, documentShown } = facts
  return [
    ...Object.values(facts.lamps),
    facts.otherWorkplace?.at,
    facts.connectedAt,
    facts.noticeGivenAt,
    facts.identification?.at,
    facts.warnings.at(-1),
    ...[connectionLosses.at(-1), faults.at(-1), documentShown.at(-1)].flatMap(span => [span?.from, span?.to]),
  ]
}
