import { describe, expect, test } from 'vitest'
import { clocksOf } from '../../../../shared/reception/clocks.ts'
import { act, historyOf, type Line, limits, ms } from './history-of.ts'

const opened: Line = ['08:55', act.roomOpened]
const connected: Line = ['09:02', act.connected]
const talk: readonly Line[] = [
  opened,
  connected,
  ['09:03', act.notice],
  ['09:04', act.shown],
  ['09:05', act.established],
]
const clocks = (lines: readonly Line[], clock: string) => {
  const { state, events } = historyOf(...lines)
  return clocksOf(state, ms(clock), limits, events)
}

describe('waiting', () => {
  test('counts from the appointed time', () => {
    expect(clocks([opened], '09:03').waiting).toEqual({
      noShowAtMs: ms('09:10'),
      remainingMs: 7 * 60_000,
      fairNoShowAtMs: ms('09:10'),
      mayInterrupt: [],
      callOffered: true,
    })
    expect(clocks([opened], '09:02:59').waiting?.callOffered).toBe(false)
    expect(clocks([opened], '08:57').waiting?.remainingMs).toBe(13 * 60_000)
  })

  test.each([
    [[opened], '09:09:59', []],
    [[opened], '09:10', ['notConnected']],
    [[opened, connected], '09:10', ['microphoneOff', 'noDemonstration']],
    [[opened, connected, ['09:03', act.lamp('audible')]], '09:12', ['noDemonstration']],
    [[opened, connected, ['09:03', act.lamp('audible')], ['09:04', act.shown]], '09:12', []],
  ] as const)('grounds of dark lamps %#', (lines, clock, grounds) => {
    expect(clocks(lines as readonly Line[], clock).waiting?.mayInterrupt).toEqual(grounds)
  })

  test('the phone is not offered once the citizen is there', () => {
    expect(clocks([opened, ['09:01', act.lamp('connected')]], '09:05').waiting?.callOffered).toBe(false)
  })

  test('our outage moves the fair moment, never the legal one', () => {
    const late = clocks([['09:02', act.roomOpened]], '09:05').waiting
    expect(late).toMatchObject({ noShowAtMs: ms('09:10'), fairNoShowAtMs: ms('09:12') })
    // Fault 09:04–09:07 and interrupted work 09:06–09:08 overlap: four minutes, not five.
    const both = clocks(
      [opened, ['09:04', act.fault], ['09:07', act.cleared], ['09:08', act.interruption('09:06')]],
      '09:09',
    )
    expect(both.waiting).toMatchObject({ noShowAtMs: ms('09:10'), fairNoShowAtMs: ms('09:14') })
    // The outage after the citizen had come takes nothing from the wait.
    const after = clocks([opened, connected, ['09:04', act.fault], ['09:07', act.cleared]], '09:08')
    expect(after.waiting?.fairNoShowAtMs).toBe(ms('09:10'))
  })

  test('there is no wait before the room is open and once the consultation has begun', () => {
    expect(clocks([], '08:50').waiting).toBeNull()
    expect(clocks(talk, '09:06').waiting).toBeNull()
  })
})

describe('talk', () => {
  test('runs from the legal start', () => {
    expect(clocks(talk, '09:06:30').talk).toEqual({
      startedAtMs: ms('09:02'),
      limitMs: 15 * 60_000,
      elapsedMs: 4.5 * 60_000,
      remainingMs: 10.5 * 60_000,
      overtimeMs: 0,
      extensionOffered: false,
      ourOutageMs: 0,
      outageMinutesToGive: 0,
    })
    expect(clocks([opened], '09:06').talk).toBeNull()
  })

  test.each([
    ['09:11:59', false, 0],
    ['09:12', true, 0],
    ['09:17', true, 0],
    ['09:17:40', true, 40_000],
  ])('at %s the extension is offered: %s', (clock, extensionOffered, overtimeMs) => {
    expect(clocks(talk, clock).talk).toMatchObject({ extensionOffered, overtimeMs })
  })

  test('extensions lengthen the limit', () => {
    expect(clocks([...talk, ['09:13', act.extended(5)], ['09:14', act.extended(2)]], '09:16').talk).toMatchObject({
      limitMs: 22 * 60_000,
      remainingMs: 8 * 60_000,
      extensionOffered: false,
    })
  })

  test('stands from the end of the talk on', () => {
    const closing: readonly Line[] = [...talk, ['09:14', act.ended]]
    expect(clocks(closing, '09:14').talk).toEqual(clocks(closing, '11:00').talk)
    expect(clocks(closing, '11:00').talk).toMatchObject({ elapsedMs: 12 * 60_000, extensionOffered: false })
  })

  test('names our outage for the decision on extra minutes', () => {
    expect(clocks([...talk, ['09:07', act.fault], ['09:09', act.cleared]], '09:10').talk?.ourOutageMs).toBe(120_000)
    expect(clocks([...talk, ['09:07', act.fault]], '09:08').talk?.ourOutageMs).toBe(60_000)
  })

  test.each([
    ['nothing of ours', [], '09:10', 0],
    [
      'half a minute counts as one',
      [
        ['09:07', act.fault],
        ['09:07:30', act.cleared],
      ],
      '09:10',
      1,
    ],
    [
      'less counts as none',
      [
        ['09:07', act.fault],
        ['09:07:29', act.cleared],
      ],
      '09:10',
      0,
    ],
    ['not while it still lasts', [['09:07', act.fault]], '09:10', 0],
    [
      'what was given back is not offered again',
      [
        ['09:07', act.fault],
        ['09:09', act.cleared],
        ['09:10', act.extended(2, true)],
      ],
      '09:11',
      0,
    ],
    [
      'an extension for another reason gives nothing back',
      [
        ['09:07', act.fault],
        ['09:09', act.cleared],
        ['09:10', act.extended(5)],
      ],
      '09:11',
      2,
    ],
    [
      'a second outage is offered for itself',
      [
        ['09:07', act.fault],
        ['09:09', act.cleared],
        ['09:10', act.extended(2, true)],
        ['09:11', act.fault],
        ['09:12', act.cleared],
      ],
      '09:13',
      1,
    ],
  ] as const)('minutes to give back: %s', (_name, lines, clock, minutes) => {
    expect(clocks([...talk, ...(lines as readonly Line[])], clock).talk?.outageMinutesToGive).toBe(minutes)
  })

  test('a clock set back does not run below zero', () => {
    expect(clocks(talk, '09:00').talk).toMatchObject({ elapsedMs: 0, remainingMs: 15 * 60_000, overtimeMs: 0 })
  })
})

describe('undo', () => {
  test('needs the events and ends with the reception', () => {
    const { state, events } = historyOf(opened, connected)
    expect(clocksOf(state, ms('09:02:03'), limits, events).undo).toEqual({ sequence: 1, untilMs: ms('09:02:10') })
    expect(clocksOf(state, ms('09:02:03'), limits).undo).toBeNull()
    expect(
      clocks(
        [
          ['08:00', act.called('declined')],
          ['08:00', act.cancelled('refused')],
        ],
        '08:00:02',
      ).undo,
    ).toBeNull()
  })
})
