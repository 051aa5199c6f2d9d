import { describe, expect, test } from 'vitest'
import {
  confirmationWords,
  type MoveValues,
  moveErrors,
  moveRefusals,
  toMoveRequest,
} from '../../../../../renderer/features/reception/move-values.ts'

const timeZone = 'Asia/Novokuznetsk'
const nowMs = Date.parse('2026-11-24T03:00:00Z')
const good: MoveValues = {
  reason: 'citizenAsked',
  basis: 'просьба по телефону, решил заведующий',
  specialistId: null,
  date: '2026-11-24',
  time: '10:01',
  newLink: '',
}

describe('what is wrong with another time', () => {
  test.each<[string, Partial<MoveValues>, Record<string, unknown>]>([
    ['nothing, a minute from now', {}, {}],
    ['no date', { date: null }, { date: expect.any(String) }],
    ['yesterday', { date: '2026-11-23' }, { date: 'Этот день уже прошёл' }],
    ['no time', { time: '' }, { time: expect.any(String) }],
    ['this very minute', { time: '10:00' }, { time: 'Это время уже прошло' }],
    ['a day the calendar lacks', { date: '2027-02-29' }, { time: 'Такого времени нет в календаре' }],
    ['nobody who decided', { basis: '  ' }, { basis: expect.any(String) }],
    ['a fault of ours needs no decision (п. 3.5)', { reason: 'fault', basis: '' }, {}],
    ['nobody who takes over', { reason: 'specialistReplaced' }, { specialistId: expect.any(String) }],
    ['a link of another service', { newLink: 'https://example.org/j/1' }, { newLink: expect.any(String) }],
  ])('%s', (_name, change, errors) => {
    expect(moveErrors({ ...good, ...change }, nowMs, timeZone)).toEqual(errors)
  })
})

const reception = { receptionId: '00000000-0000-4000-8000-000000000001', expectedSequence: 3 }

test('the request carries the local time as one, and no basis for a fault of ours', () => {
  expect(toMoveRequest({ ...good, newLink: ' 12345678901234 ' }, reception)).toEqual({
    ...reception,
    reason: 'citizenAsked',
    basis: 'просьба по телефону, решил заведующий',
    specialistId: null,
    appointedLocal: '2026-11-24T10:01',
    newLink: '12345678901234',
  })
  expect(toMoveRequest({ ...good, reason: 'fault' }, reception)).toMatchObject({ basis: null, newLink: null })
})

test('who takes over is sent with a replacement alone', () => {
  const chosen = { ...good, specialistId: '00000000-0000-4000-8000-000000000002' }
  expect(toMoveRequest({ ...chosen, reason: 'specialistReplaced' }, reception).specialistId).toBe(chosen.specialistId)
  expect(toMoveRequest(chosen, reception).specialistId).toBeNull()
})

test('a refusal of the time stands at the time', () => {
  expect(moveRefusals({ appointedLocal: 'Это время уже прошло', newLink: 'занята' })).toEqual({
    time: 'Это время уже прошло',
    newLink: 'занята',
  })
})

test.each([
  ['fault', '2026-11-24', '10:01', 'остаётся в силе (п. 3.5)'],
  ['citizenAsked', '2026-11-24', '10:01', 'заново (п. 2.5)'],
  // Another official at the confirmed time (п. 3.3); at another time it is another appointment.
  ['specialistReplaced', '2026-11-24', '10:01', 'Время прежнее'],
  ['specialistReplaced', '2026-11-24', '10:02', 'заново (п. 2.5)'],
  ['specialistReplaced', null, '', 'заново (п. 2.5)'],
] as const)('%s to %s %s: %s', (reason, date, time, words) => {
  expect(confirmationWords({ reason, date, time }, '2026-11-24T03:01:00.000Z', timeZone)).toContain(words)
})
