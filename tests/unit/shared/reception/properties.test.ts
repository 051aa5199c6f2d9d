import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { clocksOf } from '../../../../shared/reception/clocks.ts'
import {
  CallResult,
  ContactMeans,
  EmergencyService,
  IdentificationResult,
  InterruptionGround,
  Lamp,
  OutcomeCode,
  type ReceptionAction,
  ReceptionEvent,
} from '../../../../shared/reception/event.ts'
import { groundsAt } from '../../../../shared/reception/grounds.ts'
import { fold, next } from '../../../../shared/reception/next.ts'
import { allowedOutcomes, draftResult } from '../../../../shared/reception/outcomes.ts'
import type { ReceptionState } from '../../../../shared/reception/state.ts'
import { act, at, eventAt, initial, limits, ms, regulation, timeZone } from './history-of.ts'

// Many histories on a machine that may be busy recording.
vi.setConfig({ testTimeout: 30_000 })

const boolean = fc.boolean()
const action: fc.Arbitrary<ReceptionAction> = fc.oneof(
  fc.constantFrom<ReceptionAction>(
    act.roomOpened,
    act.connected,
    act.notice,
    { kind: 'noticeRepeated' },
    act.shown,
    act.removed,
    act.established,
    act.goOn,
    act.lost,
    act.restored,
    act.warning,
    act.fault,
    act.cleared,
    act.elsewhere,
    act.recordingRefused,
    act.leftByCitizen,
    act.emergency,
    act.ended,
    act.reopened,
    act.moved,
    act.reassigned,
    act.explained(0),
    act.overtimeLeft,
    act.help,
    act.linkSent,
    act.headInformed,
    act.addressRevealed,
    act.leftRoom,
    act.rightsExplained,
    act.present('дочь'),
    act.present('переводчик', false),
    act.left('дочь'),
    act.extended(2, true),
  ),
  fc.constantFrom(...ContactMeans.options).map(means => act.contact(means)),
  fc.constantFrom(...EmergencyService.options).map(service => act.serviceCalled(service)),
  fc.constantFrom(...Lamp.options).map(lamp => act.lamp(lamp)),
  fc.constantFrom(...InterruptionGround.options).map(ground => act.interrupted(ground)),
  fc.constantFrom(...OutcomeCode.options).map(outcome => act.closed(outcome)),
  fc.constantFrom(...CallResult.options).map(result => act.called(result)),
  fc.constantFrom('fault', 'citizenAsked', 'specialistReplaced').map(reason => act.moving(reason as 'fault')),
  fc.constantFrom('refused', 'notConfirmed').map(reason => act.cancelled(reason as 'refused')),
  fc.integer({ min: 1, max: 60 }).map(minutes => act.extended(minutes)),
  fc
    .record({ face: boolean, fullName: boolean, birthDate: boolean, documentNumber: boolean })
    .chain(matched =>
      fc
        .constantFrom(...IdentificationResult.options)
        .map((result): ReceptionAction => ({ kind: 'identified', result, method: 'camera', matched, reason: null })),
    ),
  fc.nat(20).map(sequence => act.undone(sequence)),
  fc
    .tuple(fc.nat(20), fc.integer({ min: 0, max: 59 }))
    .map(([sequence, minute]) => act.corrected(sequence, `09:${String(minute).padStart(2, '0')}`)),
  fc.integer({ min: 0, max: 59 }).map(minute => act.interruption(`09:${String(minute).padStart(2, '0')}`)),
)

/** Time goes on by up to two minutes with each press; some facts are entered later than they happened. */
const press = fc.record({
  action,
  passedMs: fc.oneof(fc.integer({ min: 0, max: 9_000 }), fc.integer({ min: 0, max: 120_000 })),
  lateMs: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(90_000) }),
})

/** The presses that were accepted, each with the state after it. */
function play(presses: readonly { action: ReceptionAction; passedMs: number; lateMs: number }[]) {
  let nowMs = ms('08:58')
  let state: ReceptionState = initial
  const events: ReceptionEvent[] = []
  const states: { state: ReceptionState; nowMs: number }[] = []
  for (const { action, passedMs, lateMs } of presses) {
    nowMs += passedMs
    const event: ReceptionEvent = {
      ...eventAt(state.nextSequence, '09:00', action),
      occurredAt: new Date(nowMs - lateMs).toISOString(),
      recordedAt: new Date(nowMs).toISOString(),
    }
    const answer = next(state, event, limits, events)
    if (!answer.ok) continue
    state = answer.state
    events.push(event)
    states.push({ state, nowMs })
  }
  return { state, events, states }
}

const now = (action: ReceptionAction) => ({ action, passedMs: 9_000, lateMs: 0 })
const start = [act.roomOpened, act.connected, act.notice]
/** Runs that start at several places: pure chance seldom gets as far as a closing. */
const run = fc
  .tuple(
    fc.constantFrom<readonly ReceptionAction[]>(
      [],
      start.slice(0, 2),
      [...start, act.shown, act.established],
      [...start, act.refusedToShow],
      [...start, act.impossible, act.ended],
    ),
    fc.array(press, { maxLength: 40 }),
  )
  .map(([first, presses]) => [...first.map(now), ...presses])

test('accepted events fold to the state they led to, after every one of them', () => {
  fc.assert(
    fc.property(run, presses => {
      const { events, states } = play(presses)
      for (const [index, { state }] of states.entries()) {
        expect(fold(initial, events.slice(0, index + 1), limits)).toEqual(state)
      }
    }),
    { numRuns: 150 },
  )
})

test('events survive the storage: JSON and the schema give the same fold', () => {
  fc.assert(
    fc.property(run, presses => {
      const { events, state } = play(presses)
      const stored = JSON.parse(JSON.stringify(events)).map((event: unknown) => ReceptionEvent.parse(event))
      expect(fold(initial, stored, limits)).toEqual(state)
    }),
    { numRuns: 100 },
  )
})

test('clocks are never negative, and time left and overtime never stand together', () => {
  fc.assert(
    fc.property(run, fc.integer({ min: -600_000, max: 7_200_000 }), (presses, laterMs) => {
      const { events, states } = play(presses)
      for (const { state, nowMs } of states) {
        const { waiting, talk, undo } = clocksOf(state, nowMs + laterMs, limits, events.slice(0, state.nextSequence))
        if (waiting) {
          expect(waiting.remainingMs).toBeGreaterThanOrEqual(0)
          expect(waiting.fairNoShowAtMs).toBeGreaterThanOrEqual(waiting.noShowAtMs)
          if (waiting.mayInterrupt.length > 0) expect(waiting.remainingMs).toBe(0)
        }
        if (talk) {
          expect(Math.min(talk.elapsedMs, talk.remainingMs, talk.overtimeMs, talk.ourOutageMs)).toBeGreaterThanOrEqual(
            0,
          )
          expect(Math.min(talk.remainingMs, talk.overtimeMs)).toBe(0)
          expect(talk.limitMs).toBeGreaterThanOrEqual(limits.talkMs)
          expect(talk.outageMinutesToGive).toBeGreaterThanOrEqual(0)
        }
        if (undo) expect(undo.untilMs).toBeGreaterThanOrEqual(nowMs + laterMs)
      }
    }),
    { numRuns: 200 },
  )
})

test('what may be undone is accepted as an undo, and gives back the facts from before', () => {
  let undone = 0
  fc.assert(
    fc.property(run, presses => {
      const { events, states } = play(presses)
      const [last, before] = [states.at(-1), states.at(-2)]
      if (!last || !before) return
      const { undo } = clocksOf(last.state, last.nowMs, limits, events)
      if (undo === null) return
      const event = { ...eventAt(last.state.nextSequence, '09:00', act.undone(undo.sequence)) }
      const now = new Date(last.nowMs).toISOString()
      const answer = next(last.state, { ...event, occurredAt: now, recordedAt: now }, limits, events)
      if (!answer.ok) throw new Error(answer.refusal)
      undone += 1
      if (undo.sequence === events.at(-1)?.sequence) {
        expect(answer.state).toEqual({ ...before.state, nextSequence: answer.state.nextSequence })
      }
    }),
    { numRuns: 150 },
  )
  expect(undone).toBeGreaterThan(20)
})

test('a closing reception can be drafted for every outcome it may end with', () => {
  let drafted = 0
  fc.assert(
    fc.property(run, presses => {
      for (const { state, nowMs } of play(presses).states) {
        for (const outcome of allowedOutcomes(state)) {
          const text = draftResult({ state, regulation, outcome, timeZone, nowMs })
          expect(text).not.toMatch(/[[\]]|\{(?!…\})|null|undefined/)
          drafted += 1
        }
      }
    }),
    { numRuns: 200 },
  )
  expect(drafted).toBeGreaterThan(50)
})

test('п. 3.12: a citizen who cannot speak or hear is never turned away for a microphone', () => {
  let judged = 0
  fc.assert(
    fc.property(run, fc.constantFrom('chat' as const, 'interpreter' as const), (presses, means) => {
      for (const { state, nowMs } of play([...presses.slice(0, 2), now(act.contact(means)), ...presses.slice(2)])
        .states) {
        if (state.facts.contactMeans === 'voice') continue
        expect(groundsAt(state, nowMs + 3_600_000, limits)).not.toContain('microphoneOff')
        judged += 1
      }
    }),
    { numRuns: 150 },
  )
  expect(judged).toBeGreaterThan(50)
})

test('while a repeated notice is due nothing of the identification is written', () => {
  let due = 0
  fc.assert(
    fc.property(run, presses => {
      const { events, states } = play([...presses.slice(0, 4), now(act.interruption('08:57')), ...presses.slice(4)])
      for (const [index, { state, nowMs }] of states.entries()) {
        if (!state.facts.noticeDue || (state.step.name !== 'identifying' && state.step.name !== 'consulting')) continue
        due += 1
        const moment = new Date(nowMs).toISOString()
        const late = {
          ...eventAt(state.nextSequence, '09:00', act.established),
          occurredAt: moment,
          recordedAt: moment,
        }
        expect(next(state, late, limits, events.slice(0, index + 1))).toEqual({
          ok: false,
          refusal: 'repeatNoticeFirst',
        })
        const repeat = { ...late, action: { kind: 'noticeRepeated' as const } }
        expect(next(state, repeat, limits, events.slice(0, index + 1)).ok).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
  expect(due).toBeGreaterThan(10)
})

test('the appointed time and the steps of the end stay what they are', () => {
  fc.assert(
    fc.property(run, presses => {
      const { states } = play(presses)
      for (const [index, { state }] of states.entries()) {
        expect(state.facts.appointedAt).toBe(at('09:00'))
        const earlier = states[index - 1]?.state.step.name
        if (earlier === 'moved' || earlier === 'cancelled') throw new Error(`an event after ${earlier}`)
        if (earlier === 'closed') expect(state.step.name).toBe('waiting')
      }
    }),
    { numRuns: 200 },
  )
})
