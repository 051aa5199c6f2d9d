import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AlarmFacts, alarmAfterMs, nextAlarms } from '../../../../../electron/recording/live/alarms.ts'
import { makeStalls } from '../../../../../electron/recording/live/stalls.ts'
import { AlarmCode } from '../../../../../shared/contract/workplace.ts'
import { WriteFailure } from '../../../../../shared/recording/slip.ts'

const t0 = 100_000
const live = { condition: 'live', sinceMs: 0 } as const
const well: AlarmFacts = {
  recording: true,
  inSession: true,
  linkLostAtMs: null,
  lastHeardAtMs: t0,
  lastBytesAtMs: t0,
  holeSinceMs: null,
  corruptRepeatAtMs: null,
  writeFailure: null,
  diskLowSinceMs: null,
  picture: live,
  citizenSound: live,
  microphone: live,
  unrecordedSinceMs: null,
  drainingUntilMs: null,
  decodeErrorsSinceMs: null,
  heldLimitSinceMs: null,
  clockJumpAtMs: null,
  stillSinceMs: null,
  deadSinceMs: null,
  pictureRenewedAtMs: null,
}
const codes = (facts: Partial<AlarmFacts>, nowMs: number) =>
  nextAlarms([], { ...well, ...facts }, nowMs).map(a => a.code)
const fresh = { lastHeardAtMs: t0 + 60_000, lastBytesAtMs: t0 + 60_000 }

/** Cause at t0; when its alarm must be up and when it may not yet be. */
const causes: readonly [AlarmCode, Partial<AlarmFacts>, upAfterMs: number][] = [
  ['recorderLost', { ...fresh, linkLostAtMs: t0 }, alarmAfterMs.linkLost],
  ['recorderLost', { ...fresh, lastHeardAtMs: t0 }, alarmAfterMs.linkSilent],
  ['noNewBytes', { ...fresh, lastBytesAtMs: t0 }, alarmAfterMs.noNewBytes],
  ['chunkMissing', { ...fresh, holeSinceMs: t0 }, 0],
  ['chunkMissing', { ...fresh, corruptRepeatAtMs: t0 }, 0],
  ...WriteFailure.options.map((code): [AlarmCode, Partial<AlarmFacts>, number] => [
    code,
    { ...fresh, writeFailure: { code, atMs: t0 } },
    0,
  ]),
  ['diskLow', { ...fresh, diskLowSinceMs: t0 }, 0],
  ['pictureEnded', { ...fresh, picture: { condition: 'ended', sinceMs: t0 } }, 0],
  ['pictureEnded', { ...fresh, picture: { condition: 'absent', sinceMs: t0 } }, 0],
  ['pictureMuted', { ...fresh, picture: { condition: 'muted', sinceMs: t0 } }, alarmAfterMs.muted],
  ['microphoneEnded', { ...fresh, microphone: { condition: 'ended', sinceMs: t0 } }, 0],
  ['microphoneMutedByDevice', { ...fresh, microphone: { condition: 'muted', sinceMs: t0 } }, alarmAfterMs.muted],
  ['citizenSoundEnded', { ...fresh, citizenSound: { condition: 'ended', sinceMs: t0 } }, 0],
  ['citizenSoundEnded', { ...fresh, citizenSound: { condition: 'muted', sinceMs: t0 } }, alarmAfterMs.muted],
  ['audibleNotRecorded', { ...fresh, unrecordedSinceMs: t0 }, alarmAfterMs.audibleNotRecorded],
  ['pictureStill', { ...fresh, stillSinceMs: t0 }, alarmAfterMs.pictureStill],
  ['roomStill', { ...fresh, deadSinceMs: t0 }, alarmAfterMs.roomStill],
  ['pictureRenewed', { ...fresh, pictureRenewedAtMs: t0 }, 0],
  ['decodeErrors', { ...fresh, decodeErrorsSinceMs: t0 }, 0],
  ['heldLimitReached', { ...fresh, heldLimitSinceMs: t0 }, 0],
  ['clockChanged', { ...fresh, clockJumpAtMs: t0 }, 0],
]

describe('each alarm', () => {
  test.each(causes)('%s comes when its cause has lasted, and not before', (code, facts, upAfterMs) => {
    expect(codes(facts, t0 + upAfterMs)).toEqual([code])
    if (upAfterMs > 0) expect(codes(facts, t0 + upAfterMs - 1)).toEqual([])
  })

  test.each(causes)('%s is up within 5 s even where report and tick come late', (_code, _facts, upAfterMs) => {
    const reportLateMs = 500
    const tickLateMs = 1_000
    expect(reportLateMs + upAfterMs + tickLateMs).toBeLessThanOrEqual(5_000)
  })

  test('every code has a cause in this table', () => {
    expect(new Set(causes.map(([code]) => code))).toEqual(new Set(AlarmCode.options))
  })
})

describe('when nobody needs the recorder', () => {
  const idle = { recording: false, inSession: false }
  test.each(
    causes.filter(
      ([code]) =>
        ![
          'chunkMissing',
          'decodeErrors',
          'heldLimitReached',
          'clockChanged',
          'pictureRenewed',
          ...WriteFailure.options,
        ].includes(code),
    ),
  )('%s keeps silent', (_code, facts) => {
    expect(codes({ ...facts, ...idle }, t0 + 60_000)).toEqual([])
  })

  test('a source never chosen is no alarm before the recording, one that ended is', () => {
    const waiting = { ...fresh, recording: false, inSession: true }
    expect(codes({ ...waiting, picture: { condition: 'absent', sinceMs: t0 } }, t0 + 1_000)).toEqual([])
    expect(codes({ ...waiting, picture: { condition: 'ended', sinceMs: t0 } }, t0 + 1_000)).toEqual(['pictureEnded'])
  })
})

describe('hysteresis', () => {
  const bad = { ...well, ...fresh, picture: { condition: 'ended', sinceMs: t0 } } as const
  const good = { ...well, ...fresh }

  test('an alarm stays until its cause was away for a second, with the time it began', () => {
    const up = nextAlarms([], bad, t0)
    const still = nextAlarms(up, good, t0 + 999)
    expect(still).toEqual([{ code: 'pictureEnded', sinceMs: t0, wrongAtMs: t0 }])
    expect(nextAlarms(still, good, t0 + 1_000)).toEqual([])
  })

  test('a cause that comes and goes does not restart it', () => {
    let alarms = nextAlarms([], bad, t0)
    for (let ms = 500; ms < 5_000; ms += 500) alarms = nextAlarms(alarms, ms % 1_000 ? good : bad, t0 + ms)
    expect(alarms.map(alarm => alarm.sinceMs)).toEqual([t0])
  })

  test('a filled hole clears at once', () => {
    const up = nextAlarms([], { ...good, holeSinceMs: t0 }, t0)
    expect(nextAlarms(up, good, t0 + 1)).toEqual([])
  })

  test('events are shown for a while', () => {
    const jump = { ...good, clockJumpAtMs: t0 }
    expect(nextAlarms(nextAlarms([], jump, t0), jump, t0 + 20_000)).toHaveLength(1)
    expect(nextAlarms(nextAlarms([], jump, t0), jump, t0 + 40_000)).toEqual([])
  })

  test('urgency orders them and none comes twice', () => {
    fc.assert(
      fc.property(fc.subarray([...causes]), some => {
        const facts = Object.assign({ ...well, ...fresh }, ...some.map(([, one]) => pick(one))) as AlarmFacts
        const alarms = nextAlarms([], facts, t0 + 5_000).map(alarm => alarm.code)
        expect(alarms).toEqual(AlarmCode.options.filter(code => alarms.includes(code)))
      }),
    )
  })
})

/** Only what differs from a recorder that is well. */
function pick(facts: Partial<AlarmFacts>): Partial<AlarmFacts> {
  return Object.fromEntries(
    Object.entries(facts).filter(([key, value]) => !(key in fresh && value === fresh.lastBytesAtMs)),
  )
}

describe('our own loop stood still', () => {
  const silent = { ...well, deadSinceMs: t0 }
  const atMs = t0 + 25_600

  test('nobody is accused of silence before what waited was read, and nobody afterwards who had spoken', () => {
    expect(nextAlarms([], { ...silent, drainingUntilMs: atMs + 1_500 }, atMs)).toEqual([])
    expect(nextAlarms([], { ...well, ...fresh, drainingUntilMs: atMs + 1_500 }, atMs + 2_000)).toEqual([])
  })

  test('who is silent still is accused right behind it', () => {
    const codesThen = nextAlarms([], { ...silent, drainingUntilMs: atMs + 1_500 }, atMs + 1_500).map(({ code }) => code)
    expect(codesThen).toEqual(['recorderLost', 'noNewBytes', 'roomStill'])
  })

  test('an alarm already up stays up, and what is no silence is told at once', () => {
    const up = nextAlarms([], silent, t0 + 5_000)
    const draining = { ...silent, drainingUntilMs: atMs + 1_500, writeFailure: { code: 'diskFull', atMs } } as const
    expect(nextAlarms(up, draining, atMs).map(({ code }) => code)).toEqual([
      'recorderLost',
      'noNewBytes',
      'diskFull',
      'roomStill',
    ])
  })

  test.each([
    [1_000, null],
    [1_500, null],
    [1_501, 101_501 + 1_500],
    [25_600, 125_600 + 1_500],
  ])('a look after %s ms: drained by %s', (afterMs, untilMs) => {
    let nowMs = t0
    const stalls = makeStalls({ monotonicMs: () => nowMs })
    nowMs += afterMs
    stalls.look()
    expect(stalls.drainingUntilMs()).toBe(untilMs)
  })
})
