import { type ActionOf, type Answer, change, endSpan, isLive, isTalking, refuse, wrongStep } from './change.ts'
import { endTalk } from './ending.ts'
import type { InstantText, ReceptionState, ReceptionStep } from './state.ts'

/** One of the three lamps of п. 3.12 абз. 2 was seen to be lit. */
export function lightLamp(state: ReceptionState, { lamp }: ActionOf<'lampLit'>, at: InstantText): Answer {
  if (!isLive(state.step)) return refuse(wrongStep(state.step))
  if (state.facts.lamps[lamp] !== null) return refuse('alreadyDone')
  return change(state, { lamps: { ...state.facts.lamps, [lamp]: at } })
}

/** waiting → notifying: the legal start; the talk time and the recording begin here. */
export function connectCitizen(state: ReceptionState, at: InstantText): Answer {
  if (isTalking(state.step)) return refuse('alreadyDone')
  if (state.step.name !== 'waiting') return refuse(wrongStep(state.step))
  const { lamps } = state.facts
  const facts = { connectedAt: at, lamps: { ...lamps, connected: lamps.connected ?? at } }
  return change(state, facts, { name: 'notifying' })
}

/** notifying → identifying: the citizen was told of the recording (п. 3.7). */
export function giveNotice(state: ReceptionState, at: InstantText): Answer {
  const { step } = state
  if (step.name === 'notifying') return change(state, { noticeGivenAt: at, noticeDue: false }, { name: 'identifying' })
  return refuse(isTalking(step) ? 'alreadyDone' : wrongStep(step))
}

/** The notice given again after the recording had been interrupted. */
export function repeatNotice(state: ReceptionState): Answer {
  if (!isTalking(state.step)) return refuse(wrongStep(state.step))
  if (!state.facts.noticeDue) return refuse('noticeNotDue')
  // Before the first notice there is nothing to repeat: the step itself is still open.
  return state.step.name === 'notifying' ? refuse('noticeFirst') : change(state, { noticeDue: false })
}

/** The document came into the picture; also lights the lamp of п. 3.12 абз. 2. */
export function showDocument(state: ReceptionState, { method }: ActionOf<'documentShown'>, at: InstantText): Answer {
  const { step, facts } = state
  if (!isLive(step)) return refuse(wrongStep(step))
  if (facts.documentShown.at(-1)?.to === null) return refuse('documentAlreadyShown')
  return change(state, {
    documentShown: [...facts.documentShown, { from: at, to: null }],
    shownMethod: facts.shownMethod === null || facts.shownMethod === method ? method : 'both',
    lamps: { ...facts.lamps, documentShown: facts.lamps.documentShown ?? at },
  })
}

/** The document left the picture. */
export function removeDocument(state: ReceptionState, at: InstantText): Answer {
  const { step, facts } = state
  if (!isLive(step)) return refuse(wrongStep(step))
  if (facts.documentShown.at(-1)?.to !== null) return refuse('documentNotShown')
  return change(state, { documentShown: endSpan(facts.documentShown, at) })
}

/**
 * The result of the identification (пп. 3.7–3.9, 3.12 абз. 3), also later in the consultation: a document shown then
 * lifts the ban of п. 3.8. Not passed ends the talk; a refusal to show leaves the decision of п. 3.9 to the specialist.
 */
export function identify(state: ReceptionState, action: ActionOf<'identified'>, at: InstantText): Answer {
  const { step, facts } = state
  if (step.name !== 'identifying' && step.name !== 'consulting') return refuse(wrongStep(step))
  const { result, method, reason, matched } = action
  // After the identity was established only another person or a false document can turn it.
  if (facts.personalInformationAllowed && result !== 'notPassed') return refuse('alreadyIdentified')
  const identified = { identification: { result, method, reason, at }, personalInformationAllowed: false }
  switch (result) {
    case 'established': {
      // The number is compared where the application names a document; outside the widget it may not.
      if (!(matched.face && matched.fullName && matched.birthDate) || method === null) return refuse('matchIncomplete')
      const lamps = { ...facts.lamps, documentShown: facts.lamps.documentShown ?? at }
      return change(state, { ...identified, personalInformationAllowed: true, lamps }, { name: 'consulting' })
    }
    case 'technicallyImpossible':
      return change(state, identified, { name: 'consulting' })
    case 'refusedToShow':
      return change(state, identified)
    case 'notPassed':
      return endTalk(state, at, 'notIdentified', identified)
  }
}

/** identifying → consulting by the specialist's decision after the citizen refused to show the document (п. 3.9). */
export function continueWithoutPersonalInformation(state: ReceptionState): Answer {
  const { step, facts } = state
  if (step.name !== 'identifying') return refuse(wrongStep(step))
  if (facts.identification?.result !== 'refusedToShow') return refuse('showingNotRefused')
  return change(state, {}, { name: 'consulting' })
}

/** More time by the specialist's decision (п. 3.10); also after the talk, when overtime is asked about at closing. */
export function extend(state: ReceptionState, action: ActionOf<'extended'>, at: InstantText): Answer {
  const { step, facts } = state
  const { minutes, reason, forOutage = false } = action
  if (!isExtendable(step)) return refuse(wrongStep(step))
  if (facts.connectedAt === null) return refuse('notConnectedYet')
  return change(state, { extensions: [...facts.extensions, { minutes, reason, at, forOutage }] })
}

/** The reason of an extension put in other words; the decision and its time stay. */
export function explainExtension(state: ReceptionState, action: ActionOf<'extensionExplained'>): Answer {
  const { step, facts } = state
  if (!isExtendable(step)) return refuse(wrongStep(step))
  if (facts.extensions[action.index] === undefined) return refuse('noSuchExtension')
  const extensions = facts.extensions.map((extension, index) =>
    index === action.index ? { ...extension, reason: action.reason } : extension,
  )
  return change(state, { extensions })
}

const isExtendable = (step: ReceptionStep): boolean =>
  isTalking(step) || step.name === 'closing' || step.name === 'connectionLost' || step.name === 'fault'

/** «Предупреждаю…»: the first press of the interruption for abuse. */
export function warn(state: ReceptionState, at: InstantText): Answer {
  if (!isLive(state.step)) return refuse(wrongStep(state.step))
  return change(state, { warnings: [...state.facts.warnings, at] })
}
