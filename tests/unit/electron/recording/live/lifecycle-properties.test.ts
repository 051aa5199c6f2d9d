import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  initialLifecycle,
  type Lifecycle,
  type LifecycleEffect,
  type LifecycleEvent,
  openPartOf,
} from '../../../../../electron/recording/live/lifecycle/lifecycle.ts'
import { nextLifecycle } from '../../../../../electron/recording/live/lifecycle/next-lifecycle.ts'

type State = Lifecycle<string, number>
type Event = LifecycleEvent<string, number>

/** Parts are numbered as they come: `part` of a word about the present part is put in when it is said. */
const words = fc.constantFrom<Event['kind']>(
  ...([
    'startAsked',
    'adoptAsked',
    'notPrepared',
    'prepared',
    'found',
    'takenUp',
    'notTakenUp',
    'continueAsked',
  ] as const),
  ...(['notOpened', 'partOpened', 'started', 'startLate', 'takenBack', 'removed', 'pageCame', 'pageGone'] as const),
  ...(['pageSilent', 'noBytes', 'encoderFailed', 'pictureRenewed', 'writeFailed', 'givenUp', 'pageStopped'] as const),
  ...(['complete', 'chunksMissing', 'drained', 'endWritten', 'stopAsked', 'finished', 'closeAsked'] as const),
)

function eventOf(kind: Event['kind'], state: State, coin: boolean, nextPart: number): Event {
  const part = 'part' in state.step ? state.step.part : 0
  const fields = { recording: 'recording', parts: 1, mayGoOn: coin, isRecording: coin, hasPage: coin, startedAtMs: 1 }
  const isNew = kind === 'partOpened' || kind === 'takenUp'
  return {
    kind,
    ...fields,
    ...{ part: isNew ? nextPart : part, holdsPart: coin, wasStarved: !coin, failure: 'diskFull' },
  } as unknown as Event
}

function play(said: readonly (readonly [Event['kind'], boolean])[]) {
  let state: State = initialLifecycle
  let nextPart = 1
  const steps: { before: State; event: Event; state: State; effects: readonly LifecycleEffect<string, number>[] }[] = []
  for (const [kind, coin] of said) {
    const event = eventOf(kind, state, coin, nextPart)
    const answer = nextLifecycle(state, event)
    if (!answer.ok) continue
    if (kind === 'partOpened' || kind === 'takenUp') nextPart += 1
    steps.push({ before: state, event, state: answer.state, effects: answer.effects })
    state = answer.state
  }
  return { state, steps }
}
const run = fc.array(fc.tuple(words, fc.boolean()), { maxLength: 200, minLength: 60 })

test('a part leaves the hand only by its written end or, never recorded, by being taken back; never two at once', () => {
  let parts = 0
  fc.assert(
    fc.property(run, said => {
      const recorded = new Set<number>()
      for (const { before, state, effects } of play(said).steps) {
        const [was, is] = [openPartOf(before), openPartOf(state)]
        if (was !== null && is !== null) expect(is).toBe(was)
        if (state.step.name === 'recording') recorded.add(state.step.part)
        if (is === null && was !== null) {
          parts += 1
          const kinds = effects.map(effect => effect.kind)
          expect(kinds.includes('keep') || kinds.includes('discard')).toBe(true)
          if (recorded.has(was)) expect(kinds).not.toContain('discard')
        }
      }
    }),
    { numRuns: 3_000 },
  )
  expect(parts).toBeGreaterThan(50)
})

test('each loss is told once, and before the next part is told to start', () => {
  let losses = 0
  fc.assert(
    fc.property(run, said => {
      const untold = new Set<number>()
      for (const { before, state, effects } of play(said).steps) {
        if (state.step.name === 'breaking' && before.step.name !== 'breaking') untold.add(state.step.part)
        for (const effect of effects) {
          if (effect.kind === 'tellStart') expect(untold.size).toBe(0)
          if (effect.kind !== 'tellLost') continue
          losses += 1
          expect(untold.delete(effect.part)).toBe(true)
        }
      }
    }),
    { numRuns: 3_000 },
  )
  expect(losses).toBeGreaterThan(20)
})

test('a stop that is accepted ends in finished once its work answers, unless the workstation closes', () => {
  let stops = 0
  fc.assert(
    fc.property(run, said => {
      for (const { event, state } of play(said).steps) {
        if (event.kind !== 'stopAsked') continue
        stops += 1
        let now: State = state
        for (const kind of ['complete', 'drained', 'endWritten', 'finished'] as const) {
          const answer = nextLifecycle(now, eventOf(kind, now, true, 0))
          if (answer.ok) now = answer.state
        }
        expect(now.step.name).toBe('idle')
      }
    }),
    { numRuns: 3_000 },
  )
  expect(stops).toBeGreaterThan(20)
})

test('a stop that is asked of any recording in hand ends it once its work answers, also while an adopted part is brought home', () => {
  let adopted = 0
  fc.assert(
    fc.property(run, said => {
      for (const { state } of play(said).steps) {
        const { step } = state
        if (
          state.isClosing ||
          !['recording', 'breaking', 'writingEnd', 'lost', 'stopping', 'ending'].includes(step.name)
        )
          continue
        if ('after' in step && step.after === 'adoption') adopted += 1
        let now: State = state
        for (const kind of ['stopAsked', 'complete', 'drained', 'endWritten', 'finished'] as const) {
          const answer = nextLifecycle(now, eventOf(kind, now, true, 0))
          if (answer.ok) now = answer.state
        }
        expect(now.step.name).toBe('idle')
      }
    }),
    { numRuns: 3_000 },
  )
  expect(adopted).toBeGreaterThan(20)
})

test('while the workstation closes nothing begins, and a part that is recorded stays open for the next run', () => {
  fc.assert(
    fc.property(run, said => {
      for (const { before, event, effects } of play(said).steps) {
        if (!before.isClosing) continue
        expect(effects.map(effect => effect.kind)).not.toContain('tellStart')
        expect(['complete', 'chunksMissing', 'startAsked', 'stopAsked']).not.toContain(event.kind)
      }
    }),
    { numRuns: 300 },
  )
})
