import type { ReceptionAction } from '../../shared/reception/event.ts'
import type { ReceptionState, ReceptionStepName } from '../../shared/reception/state.ts'
import type { MarkerCode } from '../../shared/recording/slip.ts'

/** What a step of the reception means for its recording. */
export interface RecordingEffect {
  /** Must succeed before the event is written: the legal start never stands without a recording. */
  readonly before: 'begin' | 'continue' | null
  readonly marker: MarkerCode | null
  /** The talk is over: stop and seal. */
  readonly finish: boolean
  /** The recording must not be destroyed after its time (п. 3.12 абз. 4: evidence of abuse). */
  readonly hold: boolean
}

const ended: ReadonlySet<ReceptionStepName> = new Set(['closing', 'closed', 'moving', 'moved', 'cancelled'])

/** Derives the effect of `action`, which leads from `before` to `after` (п. 3.6: a reception is recorded). */
export function recordingEffect(
  before: ReceptionState,
  action: ReceptionAction,
  after: ReceptionState,
): RecordingEffect {
  const endsNow = ended.has(after.step.name) && !ended.has(before.step.name)
  return {
    before: endsNow ? null : startOf(before, after),
    marker: markerOf(action),
    // A connection taken back was none: what was recorded is sealed, the next press begins anew.
    finish: endsNow || (isConnected(before) && !isConnected(after)),
    hold: action.kind === 'interrupted' && action.ground === 'abuse' && isConnected(before),
  }
}

const isConnected = ({ facts }: ReceptionState): boolean => facts.connectedAt !== null

function startOf(before: ReceptionState, after: ReceptionState): RecordingEffect['before'] {
  if (!isConnected(before) && isConnected(after)) return 'begin'
  // Whichever notice satisfied it: from here on the talk is recorded again.
  return before.facts.noticeDue && !after.facts.noticeDue && isConnected(after) ? 'continue' : null
}

function markerOf(action: ReceptionAction): MarkerCode | null {
  switch (action.kind) {
    case 'citizenConnected':
      return 'connected'
    case 'noticeGiven':
      return 'notice'
    case 'noticeRepeated':
      return 'noticeRepeated'
    case 'documentShown':
      return 'documentShown'
    case 'documentRemoved':
      return 'documentRemoved'
    case 'identified':
    case 'continuedWithoutPersonalInformation':
      return 'identified'
    case 'extended':
      return 'extended'
    case 'warningGiven':
      return 'warning'
    case 'interrupted':
      return 'interrupted'
    case 'connectionLost':
      return 'connectionLost'
    case 'connectionRestored':
      return 'connectionRestored'
    case 'faultFound':
      return 'fault'
    case 'helpGiven':
    case 'linkSent':
      return 'help'
    case 'personPresent':
    case 'personLeft':
    case 'contactMeansSet':
    case 'emergencyServiceCalled':
      return 'mark'
    case 'talkEnded':
    case 'endedByCitizen':
    case 'recordingRefused':
    case 'emergencyDeclared':
      return 'ended'
    case 'roomOpened':
    case 'lampLit':
    case 'faultCleared':
    case 'heldElsewhere':
    case 'phoneCalled':
    case 'closed':
    case 'reopened':
    case 'cancelled':
    case 'moving':
    case 'moved':
    case 'reassigned':
    case 'tickUndone':
    case 'timeCorrected':
    case 'workInterrupted':
    case 'extensionExplained':
    case 'overtimeLeft':
    case 'headInformed':
    case 'addressRevealed':
    case 'citizenLeftRoom':
    case 'rightsExplained':
      return null
    default:
      return action satisfies never
  }
}
