import { expect, test } from 'vitest'
import { allowedOutcomes } from '../../../../shared/reception/allowed-outcomes.ts'
import { hasBlank } from '../../../../shared/reception/blank.ts'
import { eventWords } from '../../../../shared/reception/event-words.ts'
import { draftResult } from '../../../../shared/reception/outcomes.ts'
import { act, answerTo, at, historyOf, type Line, ms, regulation, timeZone } from './history-of.ts'

const opened: Line = ['08:55', act.roomOpened]
const elsewhere: Line = ['08:58', act.elsewhere]

test('the room of this computer is released, and the place is kept', () => {
  const { state } = historyOf(opened, ['08:56', act.lamp('connected')], elsewhere)
  expect(state.step).toEqual({ name: 'scheduled' })
  expect(state.facts).toMatchObject({
    ...{ roomOpenedAt: null, lamps: { connected: null } },
    otherWorkplace: { at: at('08:58'), place: 'кабинет 12', workplaceId: null },
  })
  expect(eventWords(act.elsewhere)).toBe('Другое рабочее место: кабинет 12')
})

test('a fault found before the talk is answered by another workplace; one in the talk is not', () => {
  const before = historyOf(opened, ['08:57', act.fault], elsewhere)
  expect(before.state.facts.faults).toMatchObject([{ from: at('08:57'), to: at('08:58') }])
  const talking = historyOf(opened, ['09:00', act.connected], ['09:01', act.fault])
  expect(answerTo(talking, '09:02', act.elsewhere)).toEqual({ ok: false, refusal: 'alreadyStarted' })
})

test('it can be taken back at once, and the room opened here again', () => {
  const moved = historyOf(opened, elsewhere)
  expect(answerTo(moved, '08:58', act.undone(1))).toMatchObject({ ok: true, state: { step: { name: 'waiting' } } })
  const back = historyOf(opened, elsewhere, ['08:59', act.roomOpened])
  expect(back.state).toMatchObject({ step: { name: 'waiting' }, facts: { otherWorkplace: null } })
})

test('the result of the talk there is written here, with blanks for what was not ticked here', () => {
  expect(answerTo(historyOf(), '09:20', act.ended)).toEqual({ ok: false, refusal: 'notStarted' })
  const ended = historyOf(elsewhere, ['09:20', act.ended])
  expect(ended.state.step).toEqual({ name: 'closing', outcome: null })
  expect(allowedOutcomes(ended.state)).toContain('held')
  const draft = draftResult({ state: ended.state, regulation, outcome: 'held', timeZone, nowMs: ms('09:20') })
  expect(hasBlank(draft)).toBe(true)
  expect(answerTo(ended, '09:21', act.closed('held', 'Личный прием проведен на другом рабочем месте.')).ok).toBe(true)
  expect(answerTo(historyOf(elsewhere), '08:57', act.ended, '09:20')).toEqual({
    ...{ ok: false, refusal: 'beforePreviousFact' },
  })
})
