import type { ReceptionLimits } from '../regulation/limits.ts'
import { type Answer, refuse } from './change.ts'
import * as circumstances from './circumstances.ts'
import { close, endOtherwise, endRegularly, interrupt, refuseRecording } from './ending.ts'
import type { ReceptionAction, ReceptionEvent } from './event.ts'
import { refusalOfTimes } from './order.ts'
import { cancel, finishMoving, openRoom, reassign, reopen, startMoving } from './scheduling.ts'
import type { InstantText, ReceptionState } from './state.ts'
import * as talk from './talk.ts'
import * as trouble from './trouble.ts'

/** An event that changes the state by itself, in contrast to one that rewrites the history. */
export type PlainAction = Exclude<ReceptionAction, { kind: 'tickUndone' | 'timeCorrected' }>
export type PlainEvent = ReceptionEvent & { readonly action: PlainAction }

/** One step of the machine: the state after an event, or why it is refused. */
export function transition(state: ReceptionState, event: PlainEvent, limits: ReceptionLimits): Answer {
  if (event.sequence !== state.nextSequence) return refuse('staleSequence')
  const answer = apply(state, event.action, event.occurredAt, limits)
  if (!answer.ok) return answer
  const refusal = refusalOfTimes(state, event)
  if (refusal !== null) return refuse(refusal)
  return { ok: true, state: { ...answer.state, nextSequence: event.sequence + 1 } }
}

function apply(state: ReceptionState, action: PlainAction, at: InstantText, limits: ReceptionLimits): Answer {
  switch (action.kind) {
    case 'roomOpened':
      return openRoom(state, at)
    case 'lampLit':
      return talk.lightLamp(state, action, at)
    case 'citizenConnected':
      return talk.connectCitizen(state, at)
    case 'noticeGiven':
      return talk.giveNotice(state, at)
    case 'noticeRepeated':
      return talk.repeatNotice(state)
    case 'documentShown':
      return talk.showDocument(state, action, at)
    case 'documentRemoved':
      return talk.removeDocument(state, at)
    case 'identified':
      return talk.identify(state, action, at)
    case 'continuedWithoutPersonalInformation':
      return talk.continueWithoutPersonalInformation(state)
    case 'extended':
      return talk.extend(state, action, at)
    case 'warningGiven':
      return talk.warn(state, at)
    case 'extensionExplained':
      return talk.explainExtension(state, action)
    case 'overtimeLeft':
      return circumstances.leaveOvertime(state, at, limits)
    case 'helpGiven':
    case 'linkSent':
      return circumstances.noteHelp(state)
    case 'contactMeansSet':
      return circumstances.setContactMeans(state, action)
    case 'personPresent':
      return circumstances.notePresence(state, action, at)
    case 'personLeft':
      return circumstances.endPresence(state, action, at)
    case 'headInformed':
      return circumstances.informHead(state, at)
    case 'addressRevealed':
      return circumstances.revealAddress(state)
    case 'emergencyServiceCalled':
      return circumstances.noteEmergencyCall(state, action, at)
    case 'citizenLeftRoom':
      return circumstances.noteLeftRoom(state, at)
    case 'rightsExplained':
      return circumstances.explainRights(state, at)
    case 'connectionLost':
      return trouble.loseConnection(state, at)
    case 'connectionRestored':
      return trouble.restoreConnection(state, at)
    case 'faultFound':
      return trouble.findFault(state, action, at)
    case 'faultCleared':
      return trouble.clearFault(state, at)
    case 'heldElsewhere':
      return trouble.moveElsewhere(state, action, at)
    case 'phoneCalled':
      return trouble.notePhoneCall(state, action, at)
    case 'workInterrupted':
      return trouble.noteWorkInterruption(state, action, at)
    case 'interrupted':
      return interrupt(state, action, at, limits)
    case 'recordingRefused':
      return refuseRecording(state, at)
    case 'endedByCitizen':
      return endOtherwise(state, 'endedByCitizen', at)
    case 'emergencyDeclared':
      return endOtherwise(state, 'emergency', at)
    case 'talkEnded':
      return endRegularly(state, at)
    case 'closed':
      return close(state, action, at)
    case 'reopened':
      return reopen(state, action, at, limits)
    case 'cancelled':
      return cancel(state, action)
    case 'moving':
      return startMoving(state, action, at)
    case 'moved':
      return finishMoving(state, action)
    case 'reassigned':
      return reassign(state, action)
  }
}
