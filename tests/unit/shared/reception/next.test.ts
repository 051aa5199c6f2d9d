import { describe, expect, test } from 'vitest'
import { fold, next } from '../../../../shared/reception/next.ts'
import type { ReceptionState } from '../../../../shared/reception/state.ts'
import { act, answerTo, at, eventAt, historyOf, initial, type Line, limits, otherId } from './history-of.ts'

const opened: Line = ['08:55', act.roomOpened]
const connected: Line = ['09:02', act.connected]
const notice: Line = ['09:03', act.notice]
const identifying: readonly Line[] = [opened, connected, notice]
const refusalTo = (lines: readonly Line[], line: Line): string | null => {
  const answer = answerTo(historyOf(...lines), ...line)
  return answer.ok ? null : answer.refusal
}
const stateOf = (...lines: readonly Line[]): ReceptionState => historyOf(...lines).state

describe('waiting', () => {
  test('the legal start lights the lamp and starts the talk', () => {
    const { step, facts } = stateOf(opened, connected)
    expect(step).toEqual({ name: 'notifying' })
    expect(facts.connectedAt).toBe(at('09:02'))
    expect(facts.lamps).toEqual({ connected: at('09:02'), audible: null, documentShown: null })
  })

  test('a lamp lit earlier keeps its time', () => {
    expect(stateOf(opened, ['09:01', act.lamp('connected')], connected).facts.lamps.connected).toBe(at('09:01'))
  })

  test('a lamp is lit once', () => {
    expect(refusalTo([opened, ['09:01', act.lamp('audible')]], ['09:02', act.lamp('audible')])).toBe('alreadyDone')
  })

  test.each([
    ['notConnected', [opened], '09:10', null],
    ['notConnected', [opened], '09:09:59', 'tooEarlyToInterrupt'],
    ['notConnected', [opened, ['09:01', act.lamp('connected')]], '09:10', 'lampIsLit'],
    ['microphoneOff', [opened, ['09:01', act.lamp('connected')]], '09:10', null],
    ['microphoneOff', [opened, connected], '09:09', 'tooEarlyToInterrupt'],
    ['microphoneOff', [opened, connected, ['09:03', act.lamp('audible')]], '09:10', 'lampIsLit'],
    ['microphoneOff', [opened], '09:10', 'citizenNotConnected'],
    ['noDemonstration', identifying, '09:10', null],
    ['noDemonstration', [...identifying, ['09:04', act.shown]], '09:10', 'lampIsLit'],
    ['noDemonstration', [...identifying, ['09:04', act.impossible]], '09:10', 'receptionUnderWay'],
  ] as const)('%s after %# is answered by the lamp and the time', (ground, lines, clock, refusal) => {
    expect(refusalTo(lines, [clock, act.interrupted(ground)])).toBe(refusal)
  })

  test('the ten minutes run from the appointed time, not from the opening of a late room', () => {
    const late: readonly Line[] = [['09:09', act.roomOpened]]
    expect(refusalTo(late, ['09:10', act.interrupted('notConnected', 'следующий приём')])).toBeNull()
  })
})

describe('an interruption before the fair time needs a reason', () => {
  const reason = 'следующий приём'
  const late: Line = ['09:19', act.roomOpened]
  const promised: Line = ['09:08', act.called('willConnect')]
  const faulty: readonly Line[] = [opened, ['09:04', act.fault], ['09:07', act.cleared]]
  test.each([
    ['a room opened in time', [opened], 'notConnected', '09:10', null],
    ['a room opened late', [late], 'notConnected', '09:20', 'reasonToInterruptEarly'],
    ['the same, to the second', [late], 'notConnected', '09:28:59', 'reasonToInterruptEarly'],
    ['the same, waited for', [late], 'notConnected', '09:29', null],
    ['less than a minute late', [['09:00:59', act.roomOpened]], 'notConnected', '09:10', null],
    ['a fault of ours', faulty, 'notConnected', '09:12:59', 'reasonToInterruptEarly'],
    ['the same, waited for', faulty, 'notConnected', '09:13', null],
    ['«сейчас подключусь»', [opened, promised], 'notConnected', '09:12', 'reasonToInterruptEarly'],
    ['the same, waited for', [opened, promised], 'notConnected', '09:13', null],
    ['the promise was kept', [opened, promised, ['09:09', act.connected]], 'microphoneOff', '09:10', null],
    ['nobody answered', [opened, ['09:08', act.called('notReached')]], 'notConnected', '09:10', null],
    [
      'a late room, connected since',
      [late, ['09:20', act.connected]],
      'microphoneOff',
      '09:21',
      'reasonToInterruptEarly',
    ],
    ['abuse waits for nothing', [late], 'abuse', '09:20', null],
  ] as const)('%s (%#)', (_name, lines, ground, clock, refusal) => {
    expect(refusalTo(lines as readonly Line[], [clock, act.interrupted(ground)])).toBe(refusal)
    expect(refusalTo(lines as readonly Line[], [clock, act.interrupted(ground, reason)])).toBeNull()
  })

  test('no reason makes the legal moment come sooner', () => {
    expect(refusalTo([opened], ['09:09', act.interrupted('notConnected', reason)])).toBe('tooEarlyToInterrupt')
  })

  test('a history from before that rule still folds', () => {
    const older = [eventAt(0, '09:19', act.roomOpened), eventAt(1, '09:20', act.interrupted('notConnected'))]
    expect(fold(initial, older, limits).step).toEqual({ name: 'closing', outcome: 'notConnected' })
  })
})

describe('identification', () => {
  test('established allows personal information', () => {
    const { step, facts } = stateOf(...identifying, ['09:04', act.shown], ['09:05', act.established])
    expect(step.name).toBe('consulting')
    expect(facts.personalInformationAllowed).toBe(true)
    expect(facts.identification).toEqual({ result: 'established', method: 'screen', reason: null, at: at('09:05') })
  })

  test.each([
    ['face', { face: false }],
    ['fullName', { fullName: false }],
    ['birthDate', { birthDate: false }],
  ])('established without %s compared is refused', (_name, missing) => {
    const action = { ...act.established, matched: { ...act.established.matched, ...missing } }
    expect(refusalTo([...identifying, ['09:04', act.shown]], ['09:05', action])).toBe('matchIncomplete')
  })

  test('established needs the way the document was shown, not its number', () => {
    const { matched } = act.established
    const shown: readonly Line[] = [...identifying, ['09:04', act.shown]]
    expect(refusalTo(shown, ['09:05', { ...act.established, method: null }])).toBe('matchIncomplete')
    const withoutNumber = { ...act.established, matched: { ...matched, documentNumber: false } }
    expect(refusalTo(shown, ['09:05', withoutNumber])).toBeNull()
  })

  test('established needs a «показан» mark of this attempt: a lit lamp tells no way of showing', () => {
    expect(refusalTo(identifying, ['09:05', act.established])).toBe('showingNotMarked')
    const lamp: Line = ['09:04', act.lamp('documentShown')]
    expect(refusalTo([...identifying, lamp], ['09:05', act.established])).toBe('showingNotMarked')
    const undone: readonly Line[] = [...identifying, ['09:04', act.shown], ['09:04:05', act.undone(3)]]
    expect(refusalTo(undone, ['09:05', act.established])).toBe('showingNotMarked')
    const reopened: readonly Line[] = [
      ...[opened, connected, ['09:03', act.shown] as Line, ['09:10', act.interrupted('microphoneOff')] as Line],
      ...([
        ['09:11', act.closed('microphoneOff')],
        ['09:12', act.reopened],
        ['09:13', act.connected],
        ['09:14', act.notice],
      ] as const),
    ]
    expect(refusalTo(reopened, ['09:15', act.established])).toBe('showingNotMarked')
    expect(refusalTo([...reopened, ['09:15', act.shown]], ['09:16', act.established])).toBeNull()
  })

  test.each([
    [['screen'], 'screen', null],
    [['camera'], 'camera', null],
    [['camera'], 'screen', 'methodNotMarked'],
    [['screen', 'screen'], 'screen', null],
    [['screen', 'camera'], 'both', null],
    [['screen', 'camera'], 'camera', 'methodNotMarked'],
    [['both', 'screen'], 'both', null],
    [['screen'], 'both', 'methodNotMarked'],
  ] as const)('shown %j and established by %s: %s', (methods, method, refusal) => {
    const shown = methods.flatMap(way => [
      ['09:04', { kind: 'documentShown', method: way }] as Line,
      ['09:04', act.removed] as Line,
    ])
    expect(refusalTo([...identifying, ...shown], ['09:05', { ...act.established, method }])).toBe(refusal)
  })

  test('no other result names a way that nobody marked', () => {
    expect(refusalTo(identifying, ['09:05', { ...act.impossible, method: 'camera' }])).toBe('methodNotMarked')
    expect(refusalTo(identifying, ['09:05', { ...act.notPassed, method: 'screen' }])).toBe('methodNotMarked')
    expect(refusalTo(identifying, ['09:05', act.impossible])).toBeNull()
  })

  test('a history from before the mark was needed still folds', () => {
    const older = [
      ...historyOf(...identifying).events,
      eventAt(3, '09:05', { ...act.established, method: 'both' }),
      eventAt(4, '09:14', act.ended),
    ]
    expect(fold(initial, older, limits)).toMatchObject({
      step: { name: 'closing', outcome: 'held' },
      facts: { personalInformationAllowed: true, identification: { method: 'both' } },
    })
  })

  test('technically impossible goes on without personal information, a document shown later lifts it (п. 3.8)', () => {
    const without: readonly Line[] = [...identifying, ['09:05', act.impossible]]
    expect(stateOf(...without)).toMatchObject({
      step: { name: 'consulting' },
      facts: { personalInformationAllowed: false },
    })
    const lifted = stateOf(...without, ['09:07', act.shown], ['09:08', act.established], ['09:12', act.ended])
    expect(lifted).toMatchObject({ step: { outcome: 'held' }, facts: { personalInformationAllowed: true } })
  })

  test('a refusal to show leaves the decision of п. 3.9 to the specialist', () => {
    const refused: readonly Line[] = [...identifying, ['09:05', act.refusedToShow]]
    expect(stateOf(...refused).step.name).toBe('identifying')
    const goesOn = stateOf(...refused, ['09:06', act.goOn])
    expect(goesOn).toMatchObject({ step: { name: 'consulting' }, facts: { personalInformationAllowed: false } })
    expect(stateOf(...refused, ['09:06', act.interrupted('documentRefused')]).step).toEqual({
      name: 'closing',
      outcome: 'documentRefused',
    })
    expect(refusalTo(identifying, ['09:06', act.goOn])).toBe('showingNotRefused')
  })

  test('another person in the middle of the talk takes the permission away', () => {
    const { step, facts } = stateOf(
      ...identifying,
      ['09:04', act.shown],
      ['09:05', act.established],
      ['09:09', act.notPassed],
    )
    expect(step).toEqual({ name: 'closing', outcome: 'notIdentified' })
    expect(facts.personalInformationAllowed).toBe(false)
  })
})

describe('document intervals', () => {
  test('each showing is one interval; the end of the talk ends an open one', () => {
    const { facts } = stateOf(
      ...identifying,
      ['09:04', act.shown],
      ['09:05', act.removed],
      ['09:06', act.shown],
      ['09:07', act.impossible],
      ['09:10', act.ended],
    )
    expect(facts.documentShown).toEqual([
      { from: at('09:04'), to: at('09:05') },
      { from: at('09:06'), to: at('09:10') },
    ])
  })

  test('showing twice or removing nothing is refused', () => {
    const shown: readonly Line[] = [...identifying, ['09:04', act.shown]]
    expect(refusalTo(shown, ['09:05', act.shown])).toBe('documentAlreadyShown')
    expect(refusalTo([...shown, ['09:05', act.removed]], ['09:06', act.removed])).toBe('documentNotShown')
  })
})

describe('connection and fault', () => {
  const talk: readonly Line[] = [...identifying, ['09:04', act.shown], ['09:05', act.established]]

  test('a lost connection comes back to its step or ends the reception', () => {
    const lost: readonly Line[] = [...talk, ['09:07', act.lost]]
    expect(stateOf(...lost, ['09:08', act.restored])).toMatchObject({
      step: { name: 'consulting' },
      facts: { connectionLosses: [{ from: at('09:07'), to: at('09:08') }] },
    })
    const ended = stateOf(...lost, ['09:11', act.ended])
    expect(ended.step).toEqual({ name: 'closing', outcome: 'connectionLost' })
    expect(ended.facts.connectionLosses).toEqual([{ from: at('09:07'), to: at('09:11') }])
  })

  test.each([
    ['notifying', [opened, connected]],
    ['identifying', identifying],
  ] as const)('the citizen drops out while %s and comes back to it', (name, before) => {
    const lost: readonly Line[] = [...before, ['09:04', act.lost]]
    expect(stateOf(...lost).step).toEqual({ name: 'connectionLost', since: at('09:04'), back: name })
    expect(stateOf(...lost, ['09:05', act.restored]).step).toEqual({ name })
    expect(stateOf(...lost, ['09:05', act.ended]).step).toEqual({ name: 'closing', outcome: 'connectionLost' })
  })

  test('what happened before the loss is still a ground to interrupt, the wait of п. 3.12 is none', () => {
    const inNotice: readonly Line[] = [opened, connected, ['09:04', act.lost]]
    const inIdentification: readonly Line[] = [...identifying, ['09:04', act.lost]]
    expect(refusalTo(inNotice, ['09:05', act.interrupted('abuse')])).toBeNull()
    expect(refusalTo(inNotice, ['09:05', act.interrupted('documentRefused')])).toBe('noticeFirst')
    expect(refusalTo(inIdentification, ['09:05', act.interrupted('documentRefused')])).toBeNull()
    expect(refusalTo(inIdentification, ['09:05', act.interrupted('notIdentified')])).toBeNull()
    expect(refusalTo(inIdentification, ['09:15', act.interrupted('noDemonstration')])).toBe('connectionIsLost')
    expect(stateOf(...inNotice, ['09:05', act.interrupted('abuse')]).facts.connectionLosses).toEqual([
      { from: at('09:04'), to: at('09:05') },
    ])
  })

  test('a loss that turns out to be ours becomes a fault with the same way back', () => {
    const { step, facts } = stateOf(...talk, ['09:07', act.lost], ['09:08', act.fault])
    expect(step).toMatchObject({ name: 'fault', back: 'consulting' })
    expect(facts.connectionLosses).toEqual([{ from: at('09:07'), to: at('09:08') }])
  })

  test('a fault before the room was open comes back to scheduled', () => {
    expect(stateOf(['08:50', act.fault], ['08:54', act.cleared]).step).toEqual({ name: 'scheduled' })
  })

  test('п. 3.5: no other time and no end without a call', () => {
    const fault: readonly Line[] = [['08:50', act.fault]]
    const inVain: Line = ['08:52', act.called('notReached')]
    expect(refusalTo(fault, ['08:51', act.moving('fault')])).toBe('callFirst')
    expect(refusalTo(fault, ['08:51', act.ended])).toBe('callFirst')
    expect(refusalTo([...fault, inVain], ['08:53', act.moving('fault')])).toBe('newTimeNotAgreed')
    const again: readonly Line[] = [
      ['09:00', act.called('notReached')],
      ['09:15', act.called('notReached')],
    ]
    expect(refusalTo([...fault, inVain], ['08:53', act.ended])).toBe('callAgain')
    expect(refusalTo([...fault, inVain, ...again.slice(1)], ['09:16', act.ended])).toBe('callAgain')
    expect(stateOf(...fault, inVain, ...again, ['09:20', act.ended]).step).toEqual({
      name: 'closing',
      outcome: 'fault',
    })
    expect(stateOf(...fault, inVain, ['08:53', act.called('declined')], ['09:20', act.ended]).step.name).toBe('closing')
  })

  test('a history from before that rule still folds', () => {
    const older = [
      eventAt(0, '08:50', act.fault),
      eventAt(1, '08:52', act.called('notReached')),
      eventAt(2, '09:20', act.ended),
    ]
    expect(fold(initial, older, limits).step).toEqual({ name: 'closing', outcome: 'fault' })
  })

  test('a call from before the fault does not count for it', () => {
    const lines: readonly Line[] = [opened, ['09:03', act.called('agreed')], ['09:05', act.fault]]
    expect(refusalTo(lines, ['09:06', act.moving('fault')])).toBe('callFirst')
  })

  test('an agreed time moves the reception; in mid-talk the clock stands then', () => {
    const agreed = act.called('agreed', at('10:00', '2026-11-24'))
    const moving = stateOf(...talk, ['09:07', act.fault], ['09:08', agreed], ['09:09', act.moving('fault')])
    expect(moving).toMatchObject({ step: { name: 'moving', reason: 'fault' }, facts: { endedAt: at('09:09') } })
    const before = stateOf(
      ['08:50', act.fault],
      ['08:52', agreed],
      ['08:53', act.moving('fault')],
      ['08:54', act.moved],
    )
    expect(before).toMatchObject({ step: { name: 'moved', toReceptionId: otherId }, facts: { endedAt: null } })
  })

  test('a move that fell through ends as a fault, and as a refusal when nothing had begun', () => {
    const agreed = act.called('agreed', at('10:00', '2026-11-24'))
    const moving: readonly Line[] = [
      ['08:50', act.fault],
      ['08:52', agreed],
      ['08:53', act.moving('fault')],
    ]
    expect(stateOf(...moving, ['09:30', act.ended]).step).toEqual({ name: 'closing', outcome: 'fault' })
    expect(stateOf(...moving, ['09:30', act.cancelled('refused')]).step.name).toBe('cancelled')
    const midTalk: readonly Line[] = [...talk, ['09:07', act.fault], ['09:08', agreed], ['09:09', act.moving('fault')]]
    expect(refusalTo(midTalk, ['09:30', act.cancelled('refused')])).toBe('alreadyStarted')
    expect(stateOf(...midTalk, ['09:30', act.ended]).facts.endedAt).toBe(at('09:09'))
  })

  test('an agreed time lies ahead of the call', () => {
    expect(refusalTo([['08:50', act.fault]], ['08:52', act.called('agreed', at('08:51'))])).toBe('agreedTimePast')
  })

  test('after interrupted work the notice is due again only where a recording ran', () => {
    const waiting = stateOf(opened, ['09:01', act.interruption('08:58')])
    expect(waiting.facts.noticeDue).toBe(false)
    const due: readonly Line[] = [...talk, ['09:08', act.interruption('09:06')]]
    expect(stateOf(...due).facts).toMatchObject({
      noticeDue: true,
      workInterruptions: [{ from: at('09:06'), to: at('09:08'), cause: 'restart' }],
    })
    expect(stateOf(...due, ['09:09', { kind: 'noticeRepeated' }]).facts.noticeDue).toBe(false)
    expect(
      stateOf(opened, connected, ['09:03', act.interruption('09:02:30')], ['09:04', act.notice]).facts.noticeDue,
    ).toBe(false)
    const closing = stateOf(...talk, ['09:08', act.ended], ['09:20', act.interruption('09:10')])
    expect(closing.facts.noticeDue).toBe(false)
  })
})

describe('closing', () => {
  const closing: readonly Line[] = [
    ...identifying,
    ['09:04', act.shown],
    ['09:05', act.established],
    ['09:14', act.ended],
  ]

  test('closing keeps the words of column 7', () => {
    expect(stateOf(...closing, ['09:16', act.closed('held', 'Даны разъяснения.')]).step).toEqual({
      name: 'closed',
      outcome: 'held',
      resultText: 'Даны разъяснения.',
      needsWrittenReply: false,
      at: at('09:16'),
    })
  })

  test.each([
    ['Даны разъяснения: {…}.', 'held', 'resultHasBlank'],
    ['Даны разъяснения: {explanation}.', 'held', 'resultHasBlank'],
    ['Готово.', 'notConnected', 'outcomeDoesNotFit'],
    ['Готово.', 'heldGeneral', 'outcomeDoesNotFit'],
    ['Готово.', 'cancelledRefused', 'outcomeDoesNotFit'],
    ['Готово.', 'other', null],
  ] as const)('«%s» as %s is answered %s', (text, outcome, refusal) => {
    expect(refusalTo(closing, ['09:16', act.closed(outcome, text)])).toBe(refusal)
  })

  const absent: readonly Line[] = [opened, ['09:12', act.interrupted('notConnected')]]
  const closedAbsent: readonly Line[] = [...absent, ['09:13', act.closed('notConnected')]]

  test('reopened on the same local day with dark lamps and a whole talk', () => {
    const reopened = stateOf(...closedAbsent, ['09:20', act.reopened])
    expect(reopened).toMatchObject({
      step: { name: 'waiting' },
      facts: { interruption: null, endedAt: null, connectedAt: null, reopenings: [{ at: at('09:20') }] },
    })
    const again = stateOf(...closedAbsent, ['09:20', act.reopened], ['09:21', act.connected])
    expect(again.facts.connectedAt).toBe(at('09:21'))
  })

  test('the day is the one of the body: 23:59 is today, 00:00 is not', () => {
    expect(refusalTo(closedAbsent, ['23:59', act.reopened])).toBeNull()
    const { state, events } = historyOf(...closedAbsent)
    const midnight = { ...eventAt(state.nextSequence, '09:00', act.reopened) }
    const tomorrow = { ...midnight, occurredAt: at('00:00', '2026-11-21'), recordedAt: at('00:00', '2026-11-21') }
    expect(next(state, tomorrow, limits, events)).toEqual({ ok: false, refusal: 'reopenAnotherDay' })
  })

  test('the lateness of the closing does not buy another day', () => {
    const { state, events } = historyOf(...absent)
    const late = { occurredAt: at('08:00', '2026-11-21'), recordedAt: at('08:00', '2026-11-21') }
    const close = { ...eventAt(state.nextSequence, '09:00', act.closed('notConnected')), ...late }
    const closed = next(state, close, limits, events)
    if (!closed.ok) throw new Error(closed.refusal)
    const reopen = { ...eventAt(closed.state.nextSequence, '09:00', act.reopened), ...late }
    expect(next(closed.state, reopen, limits)).toEqual({ ok: false, refusal: 'reopenAnotherDay' })
  })
})

describe('moments', () => {
  test.each([
    ['noticeGiven', [opened, connected], ['09:01', act.notice, '09:05'], 'beforePreviousFact'],
    ['identified', [...identifying, ['09:04', act.shown]], ['09:02', act.established, '09:05'], 'beforePreviousFact'],
    ['citizenConnected', [opened], ['08:54', act.connected, '09:02'], 'beforePreviousFact'],
    ['an end', [...identifying, ['09:05', act.shown]], ['09:04', act.ended, '09:06'], 'beforePreviousFact'],
    ['a fact of the future', [opened], ['09:02', act.connected, '09:01'], 'timeInFuture'],
    ['a call entered later', [opened], ['08:40', act.called('notReached'), '10:40'], null],
    ['a connection entered later', [opened], ['09:02', act.connected, '10:40'], null],
  ] as const)('%s keeps the order', (_name, lines, line, refusal) => {
    expect(refusalTo(lines as readonly Line[], line as Line)).toBe(refusal)
  })

  test('an event of another sequence is stale', () => {
    const { state } = historyOf(opened)
    expect(next(state, eventAt(0, '09:00', act.connected), limits)).toEqual({ ok: false, refusal: 'staleSequence' })
    expect(next(state, eventAt(5, '09:00', act.undone(0)), limits)).toEqual({ ok: false, refusal: 'staleSequence' })
  })
})
