import type { ReceptionLimits } from '../regulation/limits.ts'
import { type ActionOf, type Answer, change, endSpan, isLive, refuse, wrongStep } from './change.ts'
import type { InstantText, ReceptionState, ReceptionStep } from './state.ts'
import { talkClock } from './talk-clock.ts'

/** Steps in which something about the reception can still be noted: from the open room to the unwritten result. */
const isOpen = (step: ReceptionStep): boolean =>
  isLive(step) || step.name === 'connectionLost' || step.name === 'fault' || step.name === 'closing'

/** Help with the connection, the link once more: evidence that the citizen was not left alone. Moves nothing. */
export function noteHelp(state: ReceptionState): Answer {
  const { step } = state
  const stillComing = step.name === 'scheduled' || (isOpen(step) && step.name !== 'closing')
  return stillComing ? change(state, {}) : refuse(wrongStep(step))
}

/** Chat or an interpreter instead of the citizen's own voice: п. 3.12 must not be pushed on who cannot speak or hear. */
export function setContactMeans(state: ReceptionState, { means }: ActionOf<'contactMeansSet'>): Answer {
  if (!isOpen(state.step)) return refuse(wrongStep(state.step))
  return state.facts.contactMeans === means ? refuse('alreadyDone') : change(state, { contactMeans: means })
}

/** Somebody else is with the citizen and hears what is said. */
export function notePresence(state: ReceptionState, action: ActionOf<'personPresent'>, at: InstantText): Answer {
  const { step, facts } = state
  const { who, citizenConsents } = action
  if (!isOpen(step)) return refuse(wrongStep(step))
  if (facts.presentPersons.some(person => person.who === who && person.to === null)) return refuse('alreadyDone')
  return change(state, { presentPersons: [...facts.presentPersons, { who, citizenConsents, from: at, to: null }] })
}

/** That person left the citizen's side. */
export function endPresence(state: ReceptionState, { who }: ActionOf<'personLeft'>, at: InstantText): Answer {
  const { step, facts } = state
  if (!isOpen(step)) return refuse(wrongStep(step))
  const present = facts.presentPersons.find(person => person.who === who && person.to === null)
  if (!present) return refuse('personNotPresent')
  const ended = endSpan([present], at)
  return change(state, {
    presentPersons: facts.presentPersons.flatMap(person => (person === present ? ended : [person])),
  })
}

/** The head was told, of abuse or of an emergency. */
export function informHead(state: ReceptionState, at: InstantText): Answer {
  if (!isOpen(state.step)) return refuse(wrongStep(state.step))
  return state.facts.headInformedAt === null ? change(state, { headInformedAt: at }) : refuse('alreadyDone')
}

/** The address of the application was opened for an emergency service; the fact alone is kept. */
export function revealAddress(state: ReceptionState): Answer {
  return isOpen(state.step) ? change(state, {}) : refuse(wrongStep(state.step))
}

/** 112 or 103 was called for the citizen. */
export function noteEmergencyCall(
  state: ReceptionState,
  { service }: ActionOf<'emergencyServiceCalled'>,
  at: InstantText,
): Answer {
  if (!isOpen(state.step)) return refuse(wrongStep(state.step))
  return change(state, { emergencyCalls: [...state.facts.emergencyCalls, { service, at }] })
}

/** After the talk: the citizen is out of the room, the next one will be alone with the specialist. */
export function noteLeftRoom(state: ReceptionState, at: InstantText): Answer {
  const { step, facts } = state
  if (step.name !== 'closing') return refuse(isOpen(step) ? 'talkStillOn' : wrongStep(step))
  return facts.leftRoomAt === null ? change(state, { leftRoomAt: at }) : refuse('alreadyDone')
}

/** After a refused recording: the citizen was told of the right to come in person or to write. */
export function explainRights(state: ReceptionState, at: InstantText): Answer {
  const { step, facts } = state
  if (step.name !== 'closing') return refuse(isOpen(step) ? 'talkStillOn' : wrongStep(step))
  if (facts.recordingRefusedAt === null) return refuse('recordingNotRefused')
  return facts.rightsExplainedAt === null ? change(state, { rightsExplainedAt: at }) : refuse('alreadyDone')
}

/** The overtime was asked about, and the specialist leaves it without an extension (п. 3.10). */
export function leaveOvertime(state: ReceptionState, at: InstantText, limits: ReceptionLimits): Answer {
  const { step, facts } = state
  if (step.name !== 'closing') return refuse(isOpen(step) ? 'talkStillOn' : wrongStep(step))
  if (facts.overtimeLeftAt !== null) return refuse('alreadyDone')
  const overtimeMs = talkClock(state, Date.parse(at), limits)?.overtimeMs ?? 0
  return overtimeMs > 0 ? change(state, { overtimeLeftAt: at }) : refuse('noOvertime')
}
