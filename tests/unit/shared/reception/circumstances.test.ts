import { describe, expect, test } from 'vitest'
import { act, answerTo, at, historyOf, type Line } from './history-of.ts'

const opened: Line = ['08:55', act.roomOpened]
const start: readonly Line[] = [opened, ['09:02', act.connected], ['09:03', act.notice]]
const talk: readonly Line[] = [...start, ['09:04', act.shown], ['09:05', act.established]]
const refusalTo = (lines: readonly Line[], line: Line): string | null => {
  const answer = answerTo(historyOf(...lines), ...line)
  return answer.ok ? null : answer.refusal
}

describe('other persons', () => {
  test('come, go and come again, each time with the consent', () => {
    const { state } = historyOf(
      ...start,
      ['09:04', act.present('дочь')],
      ['09:06', act.left('дочь')],
      ['09:08', act.present('дочь', false)],
    )
    expect(state.facts.presentPersons).toEqual([
      { who: 'дочь', citizenConsents: true, from: at('09:04'), to: at('09:06') },
      { who: 'дочь', citizenConsents: false, from: at('09:08'), to: null },
    ])
  })

  test.each([
    ['twice at once', [['09:04', act.present('дочь')]], ['09:05', act.present('дочь')], 'alreadyDone'],
    ['gone without having come', [], ['09:05', act.left('дочь')], 'personNotPresent'],
    [
      'gone before having come',
      [['09:06', act.present('дочь')]],
      ['09:05', act.left('дочь'), '09:07'],
      'beforePreviousFact',
    ],
  ] as const)('%s is refused', (_name, lines, line, refusal) => {
    expect(refusalTo([...start, ...(lines as readonly Line[])], line as Line)).toBe(refusal)
  })
})

describe('chat or interpreter', () => {
  test('the microphone lamp is no ground any more, and is one again when the voice is back', () => {
    const chat: readonly Line[] = [...start, ['09:04', act.contact('chat')]]
    expect(refusalTo(chat, ['09:11', act.interrupted('microphoneOff')])).toBe('microphoneNotNeeded')
    expect(
      refusalTo([...chat, ['09:06', act.contact('voice')]], ['09:11', act.interrupted('microphoneOff')]),
    ).toBeNull()
    expect(refusalTo(chat, ['09:11', act.interrupted('noDemonstration')])).toBeNull()
  })
})

describe('extensions', () => {
  test('the reason is put in other words; minutes and time stay', () => {
    const { state } = historyOf(...talk, ['09:13', act.extended(5)], ['09:16', act.ended], ['09:18', act.explained(0)])
    expect(state.facts.extensions).toEqual([
      { minutes: 5, reason: 'несколько вопросов', at: at('09:13'), forOutage: false },
    ])
  })

  test('overtime is left once, and only where there is some', () => {
    const over: readonly Line[] = [...talk, ['09:20', act.ended]]
    expect(refusalTo([...talk, ['09:16', act.ended]], ['09:17', act.overtimeLeft])).toBe('noOvertime')
    expect(refusalTo(over, ['09:21', act.overtimeLeft])).toBeNull()
    expect(refusalTo([...over, ['09:21', act.overtimeLeft]], ['09:22', act.overtimeLeft])).toBe('alreadyDone')
    expect(refusalTo([...over, ['09:21', act.extended(5)]], ['09:22', act.overtimeLeft])).toBe('noOvertime')
  })
})

describe('undo beside help', () => {
  test('a tick can be taken back though a card was read aloud after it', () => {
    expect(
      refusalTo([opened, ['09:02', act.connected], ['09:02:04', act.help]], ['09:02:08', act.undone(1)]),
    ).toBeNull()
    expect(refusalTo([opened, ['09:02', act.help]], ['09:02:04', act.undone(1)])).toBe('notUndoable')
  })
})

test('a reopened reception begins without what belonged to the attempt before', () => {
  const { state } = historyOf(
    opened,
    ['09:01', act.present('дочь')],
    ['09:02', act.contact('interpreter')],
    ['09:11', act.interrupted('notConnected')],
    ['09:11', act.leftRoom],
    ['09:12', act.closed('notConnected')],
    ['09:20', act.reopened],
  )
  // How this citizen can talk does not change with the attempt.
  expect(state.facts).toMatchObject({ presentPersons: [], leftRoomAt: null, contactMeans: 'interpreter' })
})
