import { describe, expect, test } from 'vitest'
import { HistoryError } from '../../../../shared/reception/effective-events.ts'
import { fold, undoOf } from '../../../../shared/reception/history.ts'
import { act, answerTo, at, eventAt, historyOf, initial, type Line, limits, ms } from './history-of.ts'

const opened: Line = ['08:55', act.roomOpened]
const connected: Line = ['09:02', act.connected]
const notice: Line = ['09:03', act.notice]
const refusalTo = (lines: readonly Line[], line: Line): string | null => {
  const answer = answerTo(historyOf(...lines), ...line)
  return answer.ok ? null : answer.refusal
}

describe('undo', () => {
  test('the tick drops out of the fold, the sequence goes on', () => {
    const { state } = historyOf(opened, connected, ['09:02:08', act.undone(1)])
    expect(state.step.name).toBe('waiting')
    expect(state.facts.connectedAt).toBeNull()
    expect(state.facts.lamps.connected).toBeNull()
    expect(state.nextSequence).toBe(3)
    const again = historyOf(opened, connected, ['09:02:08', act.undone(1)], ['09:04', act.connected])
    expect(again.state.facts.connectedAt).toBe(at('09:04'))
  })

  test.each([
    ['at the last moment', [opened, connected], ['09:02:10', act.undone(1)], null],
    ['too late', [opened, connected], ['09:02:11', act.undone(1)], 'undoTooLate'],
    [
      'not the last',
      [opened, connected, ['09:02:05', act.lamp('audible')]],
      ['09:02:08', act.undone(1)],
      'notLastTick',
    ],
    ['no such tick', [opened, connected], ['09:02:08', act.undone(7)], 'noSuchEvent'],
    ['not itself', [opened, connected], ['09:02:08', act.undone(2)], 'noSuchEvent'],
    ['not twice', [opened, connected, ['09:02:05', act.undone(1)]], ['09:02:08', act.undone(1)], 'noSuchEvent'],
    ['not an undo', [opened, connected, ['09:02:05', act.undone(1)]], ['09:02:08', act.undone(2)], 'noSuchEvent'],
    ['not the opening', [opened], ['08:55:05', act.undone(0)], 'notUndoable'],
    ['not an end', [opened, connected, ['09:02:05', act.ended]], ['09:02:08', act.undone(2)], 'notUndoable'],
    [
      'not a failed identification',
      [opened, connected, notice, ['09:04', act.notPassed]],
      ['09:04:02', act.undone(3)],
      'notUndoable',
    ],
  ] as const)('%s', (_name, lines, line, refusal) => {
    expect(refusalTo(lines as readonly Line[], line as Line)).toBe(refusal)
  })

  test('the time counts from when the tick was written, not from when it happened', () => {
    expect(refusalTo([opened, ['09:02', act.connected, '09:06']], ['09:06:05', act.undone(1)])).toBeNull()
  })

  test('after an undo the tick before it can be taken back too', () => {
    const lines: readonly Line[] = [opened, connected, ['09:02:04', act.lamp('audible')], ['09:02:06', act.undone(2)]]
    expect(refusalTo(lines, ['09:02:09', act.undone(1)])).toBeNull()
  })

  test('undoOf names the tick and its last moment', () => {
    const { events } = historyOf(opened, connected)
    expect(undoOf(events, ms('09:02:04'), limits)).toEqual({ sequence: 1, untilMs: ms('09:02:10') })
    expect(undoOf(events, ms('09:02:11'), limits)).toBeNull()
    expect(undoOf(historyOf(opened).events, ms('08:55:01'), limits)).toBeNull()
    expect(undoOf([], ms('08:55'), limits)).toBeNull()
  })
})

describe('correction of a time', () => {
  const talk: readonly Line[] = [opened, connected, notice, ['09:04', act.shown], ['09:05', act.established]]

  test('the corrected moment counts, the place in the history stays', () => {
    const { state } = historyOf(...talk, ['09:06', act.corrected(1, '09:01')])
    expect(state.facts.connectedAt).toBe(at('09:01'))
    expect(state.facts.noticeGivenAt).toBe(at('09:03'))
    expect(state.step.name).toBe('consulting')
  })

  test('the last correction counts', () => {
    const { state } = historyOf(...talk, ['09:06', act.corrected(1, '09:01')], ['09:07', act.corrected(1, '08:59')])
    expect(state.facts.connectedAt).toBe(at('08:59'))
  })

  test.each([
    ['before the fact it rests on', talk, ['09:06', act.corrected(1, '08:50')], 'beforePreviousFact'],
    ['after it was written down', talk, ['09:06', act.corrected(1, '09:03')], 'timeInFuture'],
    ['of nothing', talk, ['09:06', act.corrected(9, '09:03')], 'noSuchEvent'],
    [
      'past a fact that rests on it',
      [opened, ['09:02', act.connected, '09:10'], ['09:03', act.notice, '09:10']],
      ['09:11', act.corrected(1, '09:05')],
      'correctionBreaksOrder',
    ],
    [
      'of an interruption before its time',
      [opened, ['09:10', act.interrupted('notConnected')]],
      ['09:11', act.corrected(1, '09:09')],
      'tooEarlyToInterrupt',
    ],
    [
      'of what the program wrote',
      [...talk, ['09:07', act.interruption('09:06')]],
      ['09:08', act.corrected(5, '09:06:30')],
      'timeNotCorrectable',
    ],
    [
      'of a closed reception',
      [...talk, ['09:14', act.ended], ['09:15', act.closed('held')]],
      ['09:16', act.corrected(1, '09:01')],
      'receptionFinished',
    ],
  ] as const)('%s is refused', (_name, lines, line, refusal) => {
    expect(refusalTo(lines as readonly Line[], line as Line)).toBe(refusal)
  })

  test('a corrected reassignment history folds with the later specialist', () => {
    const { state } = historyOf(['08:00', act.reassigned], opened, ['08:56', act.corrected(1, '08:54')])
    expect(state.facts.roomOpenedAt).toBe(at('08:54'))
    expect(state.facts.specialistId).toBe(act.reassigned.specialistId)
  })
})

describe('fold', () => {
  test('a stored event the rules refuse is an error that names its sequence', () => {
    const events = [eventAt(0, '08:55', act.roomOpened), eventAt(1, '09:03', act.notice)]
    expect(() => fold(initial, events, limits)).toThrow(/Event 1: noticeGiven is refused.*notConnectedYet/)
    expect(() => fold(initial, events, limits)).toThrow(HistoryError)
  })

  test('a hole in the sequence is an error', () => {
    expect(() => fold(initial, [eventAt(1, '08:55', act.roomOpened)], limits)).toThrow(/Event 1: .*staleSequence/)
  })

  test('an undo of nothing is an error', () => {
    const events = [eventAt(0, '08:55', act.roomOpened), eventAt(1, '08:56', act.undone(5))]
    expect(() => fold(initial, events, limits)).toThrow(/Event 1: tickUndone names 5/)
  })
})
