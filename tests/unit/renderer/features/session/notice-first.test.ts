import { expect, it } from 'vitest'
import { isNoticeFirst } from '../../../../../renderer/features/session/notice-first.ts'
import { act, historyOf, type Line } from '../../../shared/reception/history-of.ts'

const connected: readonly Line[] = [
  ['08:55', act.roomOpened],
  ['09:02', act.connected],
]
const identifying: readonly Line[] = [...connected, ['09:03', act.notice]]
const broken: Line = ['09:06', act.interruption('09:05')]

it.each([
  ['nothing was lost', identifying, false],
  // The first notice itself lets the recording go on.
  ['lost before the first notice', [...connected, broken], false],
  ['lost in the identification', [...identifying, broken], true],
  ['lost in the consultation', [...identifying, ['09:04', act.shown], ['09:05', act.established], broken], true],
  ['told again', [...identifying, broken, ['09:07', { kind: 'noticeRepeated' }]], false],
  ['the line is down: nobody there to be told', [...identifying, ['09:04', act.lost], broken], false],
] as const)('%s', (_name, lines, first) => {
  expect(isNoticeFirst(historyOf(...(lines as readonly Line[])).state)).toBe(first)
})
