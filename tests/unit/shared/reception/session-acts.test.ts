import { describe, expect, test } from 'vitest'
import {
  fairWaitOn,
  isPermittedAt,
  judgeSessionActs,
  mayDo,
  optionsOf,
  SessionAct,
} from '../../../../shared/reception/session-acts.ts'
import type { ReceptionStepName } from '../../../../shared/reception/state.ts'
import { everyStep, stepNames } from './every-step.ts'
import { act, answerTo, historyOf, type Line, limits, ms } from './history-of.ts'

/**
 * Each step with effect in law × each state, at 09:20, after the ten minutes of the wait: ✓ permitted, the clause it is
 * refused by, or ✗ where a rule of the program refuses. In the order of the enum; of `interrupted` each ground (not
 * connected, microphone, demonstration, not identified, document refused, abuse). Behind the bar: the outcomes to close with.
 */
const table: Readonly<Record<ReceptionStepName, string>> = {
  scheduled: '✓ ✗ ✗ ✗ ✗ ✗ ✗ ✓ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ | ',
  cancelled: '✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ | ',
  moving: '✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ | ',
  moved: '✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ | ',
  waiting: '✗ ✓ ✗ ✗ ✗ ✗ 3.12/2 ✓ ✗ ✓ ✓ ✓ ✗ ✓ 3.12/2 3.12/2 ✗ ✗ ✓ | ',
  notifying: '✗ ✗ ✓ 3.7 3.7 ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✗ 3.12/2 ✓ ✓ 3.7 3.7 ✓ | ',
  identifying: '✗ ✗ ✗ 3.7 3.9 ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✗ 3.12/2 ✓ ✓ ✓ ✓ ✓ | ',
  consulting: '✗ ✗ ✗ 3.7 ✗ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✗ 3.12/2 3.12/2 3.12/2 3.7 3.7 ✓ | ',
  connectionLost: '✗ ✗ ✗ ✗ ✗ ✓ ✗ ✓ ✗ ✓ ✓ ✓ ✗ ✗ ✗ ✗ 3.7 3.7 ✓ | ',
  fault: '3.5 3.5 3.5 3.5 3.5 ✓ 3.5 ✗ 3.5 3.5 3.5 3.5 ✗ 3.5 3.5 3.5 3.5 3.5 3.5 | ',
  closing:
    '3.11 3.11 3.11 3.11 3.11 ✓ 3.11 3.11 3.11 3.11 3.11 3.11 ✗ 3.11 3.11 3.11 3.11 3.11 3.11 | held endedByCitizen emergency other',
  closed: '✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ ✗ | ',
}
const acts = (step: ReceptionStepName, clock = '09:20') => judgeSessionActs(everyStep[step].state, ms(clock), limits)

describe.each(stepNames)('%s', step => {
  test('each step is permitted, or refused by its clause and in words', () => {
    const judged = acts(step)
    const told = judged
      .filter(one => one.act !== 'closed')
      .map(({ permitted, clause }) =>
        permitted ? '✓' : (clause?.replace(/^пп?\. /u, '').replace(/ абз\. /u, '/') ?? '✗'),
      )
    expect(`${told.join(' ')} | ${optionsOf(judged, 'closed', ms('09:20')).join(' ')}`).toBe(table[step])
    for (const { permitted, reason } of judged) {
      expect(reason === null).toBe(permitted)
      if (reason !== null) expect(reason).toMatch(/^[А-ЯЁ«].+\.$/u)
    }
  })
  test('the machine answers as was told', () => {
    for (const { act: kind, permitted } of acts(step)) {
      if (kind === 'talkEnded') expect(answerTo(everyStep[step], '09:20', act.ended).ok).toBe(permitted)
      if (kind === 'roomOpened') expect(answerTo(everyStep[step], '09:20', act.roomOpened).ok).toBe(permitted)
    }
  })
})

test('every step stands in it, each permitted somewhere and refused somewhere', () => {
  const reopenable = historyOf(
    ['08:55', act.roomOpened],
    ['09:11', act.interrupted('notConnected')],
    ['09:12', act.closed('notConnected')],
  )
  const refused = historyOf(
    ...([
      ['08:55', act.roomOpened],
      ['09:02', act.connected],
      ['09:03', act.notice],
      ['09:05', act.refusedToShow],
    ] as const),
  )
  const shown = historyOf(
    ...([
      ['08:55', act.roomOpened],
      ['09:02', act.connected],
      ['09:03', act.notice],
      ['09:04', act.shown],
    ] as const),
  )
  const others = [reopenable, refused, shown].flatMap(({ state }) => judgeSessionActs(state, ms('09:20'), limits))
  const everywhere = [...stepNames.flatMap(step => acts(step)), ...others]
  for (const kind of SessionAct.options) {
    const permitted = everywhere.filter(one => one.act === kind).map(one => one.permitted)
    expect(new Set(permitted), kind).toEqual(new Set([true, false]))
  }
})

test('before the ten minutes are over the ground is refused with the moment it is permitted from', () => {
  const early = acts('waiting', '09:05')
  const ground = early.find(({ option }) => option === 'notConnected')
  if (!ground) throw new Error('no such ground')
  expect(ground).toMatchObject({ permitted: false, clause: 'п. 3.12 абз. 2' })
  expect(Date.parse(ground.from ?? '')).toBe(ms('09:10'))
  expect([isPermittedAt(ground, ms('09:09')), isPermittedAt(ground, ms('09:10'))]).toEqual([false, true])
  expect(optionsOf(early, 'interrupted', ms('09:09'))).toEqual(['abuse'])
  expect(mayDo(early, 'interrupted')).toBe(true)
  expect(mayDo(acts('closed'), 'interrupted')).toBe(false)
})

test('an identity is established only after a «показан» mark, and the refusal says so in words', () => {
  const of = (...lines: readonly Line[]) =>
    judgeSessionActs(historyOf(...lines).state, ms('09:06'), limits).find(one => one.act === 'identified')
  const notified: readonly Line[] = [
    ['08:55', act.roomOpened],
    ['09:02', act.connected],
    ['09:03', act.notice],
  ]
  expect(of(...notified)).toMatchObject({ permitted: false, reason: 'Отметьте, как показан документ (п. 3.7).' })
  expect(of(...notified, ['09:04', act.lamp('documentShown')])).toMatchObject({ permitted: false })
  expect(of(...notified, ['09:04', act.shown])).toMatchObject({ permitted: true, reason: null })
})

test.each([
  [[['09:19', act.roomOpened]], '09:20', 'Вы открыли комнату на 19 минут позже; подождите до 09:29.'],
  [[['09:19', act.roomOpened]], '09:29', null],
  [[['09:01', act.roomOpened]], '09:10', 'Вы открыли комнату на 1 минуту позже; подождите до 09:11.'],
  [
    [
      ['08:55', act.roomOpened],
      ['09:08', act.called('willConnect')],
    ],
    '09:10',
    'В 09:08 гражданин сказал по телефону, что подключится; подождите до 09:13.',
  ],
  [
    [
      ['09:02', act.roomOpened],
      ['09:04', act.fault],
      ['09:07', act.cleared],
      ['09:09', act.called('willConnect')],
    ],
    '09:12',
    'Вы открыли комнату на 2 минуты позже; наш перерыв занял 3 минуты; в 09:09 гражданин сказал по телефону, что подключится; подождите до 09:15.',
  ],
  [[['08:55', act.roomOpened]], '09:10', null],
] as const)('what is owed to the citizen is said in words with its moment %#', (lines, clock, words) => {
  const judged = judgeSessionActs(historyOf(...(lines as readonly Line[])).state, ms(clock), limits)
  expect(fairWaitOn(judged, 'notConnected', ms(clock))).toBe(words)
  expect(fairWaitOn(judged, 'abuse', ms(clock))).toBeNull()
  expect(optionsOf(judged, 'interrupted', ms(clock))).toContain('notConnected')
})
