import { beforeAll, describe, expect, test, vi } from 'vitest'
import { fromTransition } from 'xstate'
import { getShortestPaths } from 'xstate/graph'
import { type InterruptionGround, OutcomeCode, type ReceptionAction } from '../../../../shared/reception/event.ts'
import { next } from '../../../../shared/reception/next.ts'
import { allowedOutcomes } from '../../../../shared/reception/outcomes.ts'
import type { ReceptionState, ReceptionStepName } from '../../../../shared/reception/state.ts'
import { everyStep } from './every-step.ts'
import { act, at, eventAt, initial, limits, ms } from './history-of.ts'

// The whole graph is searched, on a machine that may be busy recording.
vi.setConfig({ testTimeout: 30_000 })

const startMs = ms('09:11')
const grounds: readonly InterruptionGround[] = [
  'notConnected',
  'microphoneOff',
  'noDemonstration',
  'notIdentified',
  'documentRefused',
  'abuse',
]
const { called, closed, interrupted, cancelled, moving } = act
/** What a person can do, without what only adds facts; a minute passes with each. */
const actions: readonly ReceptionAction[] = [
  act.roomOpened,
  act.lamp('connected'),
  act.connected,
  act.notice,
  act.shown,
  act.established,
  act.impossible,
  act.refusedToShow,
  act.notPassed,
  act.goOn,
  act.lost,
  act.restored,
  act.fault,
  act.cleared,
  called('agreed', at('10:00', '2026-11-24')),
  called('notReached'),
  act.recordingRefused,
  act.leftByCitizen,
  act.emergency,
  act.ended,
  act.reopened,
  act.moved,
  moving('fault'),
  moving('citizenAsked'),
  cancelled('refused'),
  cancelled('notConfirmed'),
  ...grounds.map(ground => interrupted(ground, 'причина')),
  ...OutcomeCode.options.map(outcome => closed(outcome)),
]

/** The machine drawn from `next`: a refused event leaves the state as it is. */
const machine = fromTransition((state: ReceptionState, { action }: { type: string; action: ReceptionAction }) => {
  const answer = answerOf(state, action)
  return answer.ok ? answer.state : state
}, initial)

function answerOf(state: ReceptionState, action: ReceptionAction) {
  const occurredAt = new Date(startMs + state.nextSequence * 60_000).toISOString()
  return next(state, { ...eventAt(state.nextSequence, '09:11', action), occurredAt, recordedAt: occurredAt }, limits)
}

/** The actions the machine accepts: what is refused leads nowhere and would only lengthen the search. */
const accepted = (state: ReceptionState) => actions.filter(action => answerOf(state, action).ok)

/** What the rules look at; times and counts beyond «any» are left out, or the graph would have no end. */
function shapeOf({ step, facts }: ReceptionState): string {
  if (step.name === 'cancelled') return `cancelled ${step.reason}`
  if (step.name === 'moved') return 'moved'
  if (step.name === 'closed') return `closed ${step.outcome} ${facts.interruption?.ground}`
  const calls = step.name === 'fault' ? facts.calls.filter(call => call.at >= step.since) : []
  return JSON.stringify([
    step.name,
    'back' in step ? step.back : '',
    'outcome' in step ? step.outcome : '',
    'reason' in step ? step.reason : '',
    facts.lamps.connected !== null,
    facts.connectedAt !== null,
    facts.identification?.result,
    facts.personalInformationAllowed,
    facts.shownMethod,
    calls.at(-1)?.result,
    facts.connectionLosses.length > 0,
    facts.faults.length > 0,
  ])
}

describe('paths over the machine', () => {
  let reached: readonly ReceptionState[] = []
  let longest = 0
  beforeAll(() => {
    const paths = getShortestPaths(machine, {
      events: snapshot => accepted(snapshot.context).map(action => ({ type: JSON.stringify(action), action })),
      serializeState: snapshot => shapeOf(snapshot.context),
      limit: 100_000,
    })
    reached = paths.map(path => path.state.context)
    longest = Math.max(...paths.map(path => path.steps.length))
  }, 60_000)

  test('every step is reached', () => {
    const names = new Set<ReceptionStepName>(reached.map(({ step }) => step.name))
    expect([...names].sort()).toEqual(Object.keys(everyStep).sort())
  })

  test('every outcome of a session is reached, the two of п. 2.6 as cancellations', () => {
    const outcomes = reached.flatMap(({ step }) => (step.name === 'closed' ? [step.outcome] : []))
    const cancellations = reached.flatMap(({ step }) => (step.name === 'cancelled' ? [step.reason] : []))
    expect([...new Set(outcomes)].sort()).toEqual(
      OutcomeCode.options.filter(outcome => !outcome.startsWith('cancelled')).sort(),
    )
    expect([...new Set(cancellations)].sort()).toEqual(['notConfirmed', 'refused'])
  })

  test('there is no dead end: whatever is not finished can go on', () => {
    const finished = new Set<ReceptionStepName>(['closed', 'cancelled', 'moved'])
    const stuck = reached.filter(
      state => !finished.has(state.step.name) && !actions.some(action => answerOf(state, action).ok),
    )
    expect(stuck.map(shapeOf)).toEqual([])
    expect(longest).toBeGreaterThan(5)
  })

  test('personal information is allowed only after an identity was established (п. 3.8)', () => {
    for (const { facts } of reached) {
      expect(facts.personalInformationAllowed).toBe(facts.identification?.result === 'established')
    }
  })

  test('a reception in closing has an outcome to choose, and its proposal is among them', () => {
    for (const state of reached) {
      if (state.step.name !== 'closing') continue
      const allowed = allowedOutcomes(state)
      expect(new Set(allowed).size).toBe(allowed.length)
      if (state.step.outcome !== null) expect(allowed).toContain(state.step.outcome)
      expect(state.facts.endedAt).not.toBeNull()
    }
  })
})
