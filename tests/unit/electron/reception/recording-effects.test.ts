import { describe, expect, test } from 'vitest'
import { type RecordingEffect, recordingEffect } from '../../../../electron/reception/recording-effects.ts'
import type { ReceptionAction, ReceptionEvent } from '../../../../shared/reception/event.ts'
import { fold, initialState, next } from '../../../../shared/reception/next.ts'
import { minuteMs, type ReceptionLimits } from '../../../../shared/regulation/limits.ts'

const limits: ReceptionLimits = {
  timeZone: 'Asia/Novokuznetsk',
  noShowMs: 10 * minuteMs,
  talkMs: 15 * minuteMs,
  extensionStepMs: 5 * minuteMs,
  extensionOfferMs: 5 * minuteMs,
  callOfferMs: 3 * minuteMs,
  promisedConnectionMs: 5 * minuteMs,
  callTries: 3,
  undoMs: 10_000,
}
const appointedMs = Date.parse('2026-11-20T02:00:00Z')
const authorId = crypto.randomUUID()

/** Steps one second apart from the appointed time on. */
const history = (actions: readonly ReceptionAction[]): ReceptionEvent[] =>
  actions.map((action, sequence) => {
    const at = new Date(appointedMs + sequence * 1000).toISOString()
    return { sequence, occurredAt: at, recordedAt: at, authorId, source: 'hand', action }
  })

/** The effect of the last of the actions. */
function effectOf(actions: readonly ReceptionAction[]): RecordingEffect {
  const events = history(actions)
  const before = fold(
    initialState({ appointedAt: new Date(appointedMs).toISOString(), specialistId: authorId }),
    events.slice(0, -1),
    limits,
  )
  const last = events.at(-1)
  if (!last) throw new Error('nothing happened')
  const answer = next(before, last, limits, events.slice(0, -1))
  if (!answer.ok) throw new Error(`${last.action.kind} is refused: ${answer.refusal}`)
  return recordingEffect(before, last.action, answer.state)
}

const opened: ReceptionAction[] = [{ kind: 'roomOpened' }]
const connected: ReceptionAction[] = [...opened, { kind: 'citizenConnected' }]
const noticed: ReceptionAction[] = [...connected, { kind: 'noticeGiven' }]
const broken = (actions: readonly ReceptionAction[]): ReceptionAction[] => [
  ...actions,
  { kind: 'workInterrupted', from: new Date(appointedMs + 1000).toISOString(), cause: 'recorderLost' },
]

describe('effects of a step on the recording', () => {
  test.each<[string, ReceptionAction[], RecordingEffect]>([
    ['waiting is not recorded', opened, { before: null, marker: null, finish: false, hold: false }],
    ['the legal start begins it', connected, { before: 'begin', marker: 'connected', finish: false, hold: false }],
    ['the notice is a marker', noticed, { before: null, marker: 'notice', finish: false, hold: false }],
    [
      'a start taken back seals what was recorded',
      [...connected, { kind: 'tickUndone', sequence: 1 }],
      { before: null, marker: null, finish: true, hold: false },
    ],
    ['a loss alone changes nothing', broken(noticed), { before: null, marker: null, finish: false, hold: false }],
    [
      'the repeated notice goes on as a new part',
      [...broken(noticed), { kind: 'noticeRepeated' }],
      { before: 'continue', marker: 'noticeRepeated', finish: false, hold: false },
    ],
    [
      'a loss before the first notice: the notice itself goes on',
      [...broken(connected), { kind: 'noticeGiven' }],
      { before: 'continue', marker: 'notice', finish: false, hold: false },
    ],
    [
      'the end of the talk stops it',
      [...noticed, { kind: 'endedByCitizen' }],
      { before: null, marker: 'ended', finish: true, hold: false },
    ],
    [
      'an end while the recorder is lost does not start it again',
      [...broken(noticed), { kind: 'endedByCitizen' }],
      { before: null, marker: 'ended', finish: true, hold: false },
    ],
    [
      'abuse interrupts',
      [...noticed, { kind: 'interrupted', ground: 'abuse', reason: null }],
      { before: null, marker: 'interrupted', finish: true, hold: true },
    ],
    [
      'abuse before the legal start left nothing to hold',
      [...opened, { kind: 'interrupted', ground: 'abuse', reason: null }],
      { before: null, marker: 'interrupted', finish: true, hold: false },
    ],
    [
      'help is a marker: evidence that it was given',
      [...noticed, { kind: 'helpGiven', device: 'android', topic: 'sound' }],
      { before: null, marker: 'help', finish: false, hold: false },
    ],
    [
      'so is the link sent once more',
      [...noticed, { kind: 'linkSent', way: 'clipboard' }],
      { before: null, marker: 'help', finish: false, hold: false },
    ],
    [
      'another person at the citizen’s side is a mark',
      [...noticed, { kind: 'personPresent', who: 'дочь', citizenConsents: true }],
      { before: null, marker: 'mark', finish: false, hold: false },
    ],
    [
      'the head being told is not in the recording',
      [...noticed, { kind: 'headInformed' }],
      { before: null, marker: null, finish: false, hold: false },
    ],
  ])('%s', (_name, actions, expected) => {
    expect(effectOf(actions)).toEqual(expected)
  })
})
