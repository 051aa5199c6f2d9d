import regulationFile from '../../../../resources/regulations/kuzbass-121.json' with { type: 'json' }
import type {
  CallResult,
  ContactMeans,
  EmergencyService,
  InterruptionGround,
  Lamp,
  MoveReason,
  OutcomeCode,
  ReceptionAction,
  ReceptionEvent,
} from '../../../../shared/reception/event.ts'
import { initialState } from '../../../../shared/reception/initial-state.ts'
import { next } from '../../../../shared/reception/next.ts'
import type { ReceptionState } from '../../../../shared/reception/state.ts'
import { receptionLimits } from '../../../../shared/regulation/limits.ts'
import { Regulation } from '../../../../shared/regulation/regulation.ts'
import { localToInstant } from '../../../../shared/text/date-time.ts'

export const regulation = Regulation.parse(regulationFile)
export const timeZone = 'Asia/Novokuznetsk'
export const limits = receptionLimits(regulation, timeZone)
export const specialistId = '4b0a3c52-6d6c-4c55-9c0f-0a8a3a0a2f11'
export const otherId = 'b8f0b5a1-2f59-4a2e-8c3b-3a5d3f8a9c22'

/** The instant of a local clock time «09:05» or «09:05:30» on the day of the reception. */
export function at(clock: string, date = '2026-11-20'): string {
  const [hours = '', minutes = '', seconds = '00'] = clock.split(':')
  const instant = localToInstant(`${date}T${hours}:${minutes}`, timeZone)
  if (instant === null) throw new Error(`No such time: ${clock}`)
  return new Date(Date.parse(instant) + Number(seconds) * 1000).toISOString()
}
export const ms = (clock: string): number => Date.parse(at(clock))

export const initial = initialState({ appointedAt: at('09:00'), specialistId })

/** One event; recorded when it happened unless said otherwise. */
export const eventAt = (
  sequence: number,
  clock: string,
  action: ReceptionAction,
  recordedClock: string = clock,
): ReceptionEvent => ({
  sequence,
  occurredAt: at(clock),
  recordedAt: at(recordedClock),
  authorId: specialistId,
  source: 'hand',
  action,
})

export type Line = readonly [clock: string, action: ReceptionAction, recordedClock?: string]

/** The history of these lines, each accepted by the machine; throws where one is refused. */
export function historyOf(...lines: readonly Line[]): { state: ReceptionState; events: ReceptionEvent[] } {
  const events: ReceptionEvent[] = []
  let state = initial
  for (const [clock, action, recordedClock] of lines) {
    const event = eventAt(state.nextSequence, clock, action, recordedClock)
    const answer = next(state, event, limits, events)
    if (!answer.ok) throw new Error(`${action.kind} at ${clock} is refused: ${answer.refusal}`)
    state = answer.state
    events.push(event)
  }
  return { state, events }
}

/** What the machine says to one more line. */
export function answerTo(before: ReturnType<typeof historyOf>, ...[clock, action, recordedClock]: Line) {
  return next(before.state, eventAt(before.state.nextSequence, clock, action, recordedClock), limits, before.events)
}

const matched = { face: true, fullName: true, birthDate: true, documentNumber: true }
export const act = {
  roomOpened: { kind: 'roomOpened' },
  connected: { kind: 'citizenConnected' },
  lamp: (lamp: Lamp) => ({ kind: 'lampLit', lamp }),
  notice: { kind: 'noticeGiven' },
  shown: { kind: 'documentShown', method: 'screen' },
  removed: { kind: 'documentRemoved' },
  established: { kind: 'identified', result: 'established', method: 'screen', matched, reason: null },
  impossible: {
    kind: 'identified',
    result: 'technicallyImpossible',
    method: null,
    matched: { ...matched, documentNumber: false },
    reason: 'низкое качество видео',
  },
  refusedToShow: { kind: 'identified', result: 'refusedToShow', method: null, matched, reason: null },
  notPassed: {
    kind: 'identified',
    result: 'notPassed',
    method: null,
    matched: { ...matched, face: false },
    reason: 'другое лицо',
  },
  goOn: { kind: 'continuedWithoutPersonalInformation' },
  extended: (minutes: number, forOutage = false) => ({
    kind: 'extended',
    minutes,
    reason: 'вопрос не исчерпан',
    ...(forOutage ? { forOutage: true } : {}),
  }),
  explained: (index: number) => ({ kind: 'extensionExplained', index, reason: 'несколько вопросов' }),
  overtimeLeft: { kind: 'overtimeLeft' },
  help: { kind: 'helpGiven', device: 'android', topic: 'sound' },
  linkSent: { kind: 'linkSent', way: 'clipboard' },
  contact: (means: ContactMeans) => ({ kind: 'contactMeansSet', means }),
  present: (who: string, citizenConsents = true) => ({ kind: 'personPresent', who, citizenConsents }),
  left: (who: string) => ({ kind: 'personLeft', who }),
  headInformed: { kind: 'headInformed' },
  addressRevealed: { kind: 'addressRevealed' },
  serviceCalled: (service: EmergencyService) => ({ kind: 'emergencyServiceCalled', service }),
  leftRoom: { kind: 'citizenLeftRoom' },
  lost: { kind: 'connectionLost' },
  restored: { kind: 'connectionRestored' },
  warning: { kind: 'warningGiven' },
  interrupted: (ground: InterruptionGround, reason: string | null = null) => ({ kind: 'interrupted', ground, reason }),
  fault: { kind: 'faultFound', description: 'не работает микрофон' },
  cleared: { kind: 'faultCleared' },
  elsewhere: { kind: 'heldElsewhere', place: 'кабинет 12', workplaceId: null },
  called: (result: CallResult, agreedTime: string | null = null) => ({ kind: 'phoneCalled', result, agreedTime }),
  recordingRefused: { kind: 'recordingRefused' },
  rightsExplained: { kind: 'rightsExplained' },
  leftByCitizen: { kind: 'endedByCitizen' },
  emergency: { kind: 'emergencyDeclared' },
  ended: { kind: 'talkEnded' },
  closed: (outcome: OutcomeCode, resultText = 'Результат записан.') => ({
    kind: 'closed',
    outcome,
    resultText,
    needsWrittenReply: false,
  }),
  reopened: { kind: 'reopened', reason: 'гражданин подключился позже' },
  cancelled: (reason: 'refused' | 'notConfirmed') => ({ kind: 'cancelled', reason }),
  moving: (reason: MoveReason) => ({ kind: 'moving', reason }),
  moved: { kind: 'moved', toReceptionId: otherId },
  reassigned: { kind: 'reassigned', specialistId: otherId },
  undone: (sequence: number) => ({ kind: 'tickUndone', sequence }),
  corrected: (sequence: number, clock: string) => ({ kind: 'timeCorrected', sequence, occurredAt: at(clock) }),
  interruption: (clock: string) => ({ kind: 'workInterrupted', from: at(clock), cause: 'restart' }),
} as const satisfies Record<string, ReceptionAction | ((...parameters: never[]) => ReceptionAction)>
