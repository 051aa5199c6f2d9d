import * as z from 'zod'
import type { ReceptionLimits } from '../regulation/limits.ts'
import { allowedOutcomes } from './allowed-outcomes.ts'
import { type InterruptionGround, OutcomeCode, type ReceptionAction } from './event.ts'
import { fairWaitAt } from './fair-wait.ts'
import { noShowAtMs, refusalOfGround } from './grounds.ts'
import { next } from './next.ts'
import type { RefusalCode } from './refusal.ts'
import { refusalClause, refusalText } from './refusal-text.ts'
import type { ReceptionState } from './state.ts'

/** Steps of a reception with effect in law that a person takes by a press (пп. 3.5–3.12). */
export const SessionAct = z.enum([
  'roomOpened',
  'citizenConnected',
  'noticeGiven',
  /** As «established», with everything compared. */
  'identified',
  'continuedWithoutPersonalInformation',
  'extended',
  'connectionLost',
  'faultFound',
  'recordingRefused',
  'endedByCitizen',
  'emergencyDeclared',
  'talkEnded',
  'reopened',
  /** On each ground of пп. 3.9, 3.12. */
  'interrupted',
  /** With each outcome. */
  'closed',
])
export type SessionAct = z.infer<typeof SessionAct>

/** Whether a step may be taken; a screen offers it by this and never by what it thinks itself. */
export const SessionPermission = z.strictObject({
  act: SessionAct,
  /** The ground of `interrupted`, the outcome of `closed`; null for the others. */
  option: z.string().nullable(),
  permitted: z.boolean(),
  /** Refused only because it is too early: permitted from this instant, if nothing else happens. */
  from: z.iso.datetime({ offset: true }).nullable(),
  /** The clause it is refused by; null where it is permitted, or a rule of the program refuses. */
  clause: z.string().nullable(),
  /** Russian sentence with its clause; null where it is permitted. */
  reason: z.string().nullable(),
  /** An interruption before this moment needs a reason: it would cut a wait short that is owed to the citizen. */
  fairWait: z.strictObject({ until: z.iso.datetime({ offset: true }), words: z.string() }).nullable(),
})
export type SessionPermission = z.infer<typeof SessionPermission>

type Simple = Exclude<SessionAct, 'interrupted' | 'closed'>

/** What is tried on the machine itself; words a person types do not matter to whether the step may be taken. */
const tried: Readonly<Record<Exclude<Simple, 'identified'>, ReceptionAction>> = {
  roomOpened: { kind: 'roomOpened' },
  citizenConnected: { kind: 'citizenConnected' },
  noticeGiven: { kind: 'noticeGiven' },
  continuedWithoutPersonalInformation: { kind: 'continuedWithoutPersonalInformation' },
  extended: { kind: 'extended', minutes: 5, reason: 'причина' },
  connectionLost: { kind: 'connectionLost' },
  faultFound: { kind: 'faultFound', description: 'неисправность' },
  recordingRefused: { kind: 'recordingRefused' },
  endedByCitizen: { kind: 'endedByCitizen' },
  emergencyDeclared: { kind: 'emergencyDeclared' },
  talkEnded: { kind: 'talkEnded' },
  reopened: { kind: 'reopened', reason: 'причина' },
}

/** With everything compared, and in the way that is marked: what is left is whether it may be established. */
const establishing = ({ facts }: ReceptionState): ReceptionAction => ({
  kind: 'identified',
  result: 'established',
  method: facts.shownMethod,
  matched: { face: true, fullName: true, birthDate: true, documentNumber: true },
  reason: null,
})

const grounds = [
  ...(['notConnected', 'microphoneOff', 'noDemonstration', 'notIdentified', 'documentRefused', 'abuse'] as const),
] satisfies InterruptionGround[]

/** Every step with its permission, as the workstation's own machine judges it at this moment. */
export function judgeSessionActs(state: ReceptionState, nowMs: number, limits: ReceptionLimits): SessionPermission[] {
  const at = new Date(nowMs).toISOString()
  const envelope = { sequence: state.nextSequence, occurredAt: at, recordedAt: at, authorId: nobody, source: 'hand' }
  const refusalOf = (action: ReceptionAction): RefusalCode | null => {
    const answer = next(state, { ...envelope, source: 'hand', action }, limits)
    return answer.ok ? null : answer.refusal
  }
  const steps: Readonly<Record<Simple, ReceptionAction>> = { ...tried, identified: establishing(state) }
  const simple = SessionAct.exclude(['interrupted', 'closed']).options.map(act =>
    permission(act, null, refusalOf(steps[act])),
  )
  const interrupted = grounds.map(ground => {
    const refusal = refusalOfGround(state, ground, nowMs, limits)
    const from = refusal === 'tooEarlyToInterrupt' ? new Date(noShowAtMs(state, limits)).toISOString() : null
    return { ...permission('interrupted', ground, refusal), from, fairWait: fairWaitOf(state, ground, nowMs, limits) }
  })
  const fitting = allowedOutcomes(state)
  const isClosing = state.step.name === 'closing'
  // The proposed one first: so they are offered.
  const outcomes = [...fitting, ...OutcomeCode.options.filter(outcome => !fitting.includes(outcome))]
  const closed = outcomes.map(outcome => {
    if (fitting.includes(outcome)) return permission('closed', outcome, null)
    const other = { kind: 'closed', outcome, resultText: 'текст', needsWrittenReply: false } as const
    return permission('closed', outcome, isClosing ? 'outcomeDoesNotFit' : (refusalOf(other) ?? 'outcomeDoesNotFit'))
  })
  return [...simple, ...interrupted, ...closed]
}

const nobody = '00000000-0000-4000-8000-000000000000'

const permission = (act: SessionAct, option: string | null, refusal: RefusalCode | null): SessionPermission => ({
  ...{ act, option, permitted: refusal === null, from: null, fairWait: null },
  clause: refusal === null ? null : refusalClause(refusal),
  reason: refusal === null ? null : refusalText(refusal),
})

function fairWaitOf(
  state: ReceptionState,
  ground: InterruptionGround,
  nowMs: number,
  limits: ReceptionLimits,
): SessionPermission['fairWait'] {
  const wait = fairWaitAt(state, ground, nowMs, limits)
  return wait && { until: new Date(wait.untilMs).toISOString(), words: wait.words }
}

/** The words an interruption on this ground must answer with a reason now; null where none is needed. */
export function fairWaitOn(acts: readonly SessionPermission[], ground: string, nowMs: number): string | null {
  const wait = acts.find(one => one.act === 'interrupted' && one.option === ground)?.fairWait ?? null
  return wait !== null && nowMs < Date.parse(wait.until) ? wait.words : null
}

/** Whether a step, on that ground or with that outcome, is permitted now; `nowMs` may be later than the judgement. */
export const isPermittedAt = ({ permitted, from }: SessionPermission, nowMs: number): boolean =>
  permitted || (from !== null && nowMs >= Date.parse(from))

/** The grounds or outcomes of a step that are permitted now, in the order they are offered in. */
export const optionsOf = (acts: readonly SessionPermission[], act: SessionAct, nowMs: number): string[] =>
  acts.flatMap(one => (one.act === act && one.option !== null && isPermittedAt(one, nowMs) ? [one.option] : []))

/** Whether any way of a step is in reach: of one refused for now only because it is too early, too. */
export const mayDo = (acts: readonly SessionPermission[], act: SessionAct): boolean =>
  acts.some(one => one.act === act && (one.permitted || one.from !== null))
