import { expect, test } from 'vitest'
import { coveredIntervals } from '../../../../electron/reception/covered-intervals.ts'
import { act, historyOf, type Line, ms } from '../../shared/reception/history-of.ts'

const start: readonly Line[] = [
  ['08:55', act.roomOpened],
  ['09:02', act.connected],
  ['09:03', act.notice],
]

/** What the last of the lines covers, as clock moments. */
function coveredBy(...lines: readonly Line[]) {
  return coveredIntervals(historyOf(...lines.slice(0, -1)).state, historyOf(...lines).state)
}

test.each([
  ['nothing before the step', [['08:55', act.roomOpened]], []],
  [
    'the whole step of the identification, pressed or not',
    [...start, ['09:04', act.shown], ['09:05', act.established]],
    [['09:03', '09:05']],
  ],
  ['a failed one too', [...start, ['09:05', act.notPassed]], [['09:03', '09:05']]],
  ['an end in the middle of it', [...start, ['09:06', act.leftByCitizen]], [['09:03', '09:06']]],
  ['a refusal to show leaves the step open', [...start, ['09:05', act.refusedToShow]], []],
  ['a document put away', [...start, ['09:04', act.shown], ['09:05', act.removed]], [['09:04', '09:05']]],
  [
    'one shown later in the talk',
    [...start, ['09:05', act.impossible], ['09:08', act.shown], ['09:09', act.removed]],
    [['09:08', '09:09']],
  ],
  [
    'both, where the step ends with the document still in the picture',
    [...start, ['09:04', act.shown], ['09:06', act.leftByCitizen]],
    [
      ['09:04', '09:06'],
      ['09:03', '09:06'],
    ],
  ],
] as const)('%s', (_name, lines, covered) => {
  expect(coveredBy(...(lines as readonly Line[]))).toEqual(
    covered.map(([from, to]) => ({ fromMs: ms(from), toMs: ms(to) })),
  )
})
