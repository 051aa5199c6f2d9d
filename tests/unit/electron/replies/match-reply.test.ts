import { expect, test } from 'vitest'
import { matchReply, numberInSubject, type ReplySources } from '../../../../electron/replies/match-reply.ts'

const sources: ReplySources = {
  notice: messageId =>
    messageId === '<notice@priem>' ? { applicationId: 'by-notice', receptionId: 'reception' } : null,
  byNumber: number => (number === 12 ? 'by-number' : null),
  byAddress: address => (address === 'zimin@example.ru' ? 'by-address' : null),
}
const nothing = { answers: [] as string[], subject: '', fromAddress: '' }

test.each([
  [
    'the notice before the number and the address',
    { answers: ['<x@y>', '<notice@priem>'], subject: '№ 12', fromAddress: 'zimin@example.ru' },
    'by-notice',
    'notice',
  ],
  [
    'the number before the address',
    { ...nothing, subject: 'Re: Приём по видеосвязи, № 12', fromAddress: 'zimin@example.ru' },
    'by-number',
    'number',
  ],
  [
    'a number nobody has: the address',
    { ...nothing, subject: '№ 13', fromAddress: 'zimin@example.ru' },
    'by-address',
    'address',
  ],
  [
    'an unknown notice: the address',
    { ...nothing, answers: ['<other@priem>'], fromAddress: 'zimin@example.ru' },
    'by-address',
    'address',
  ],
])('%s', (_case, marks, applicationId, by) => {
  expect(matchReply(marks, sources)).toMatchObject({ applicationId, by })
})

test('nothing fits: nothing is guessed', () => {
  expect(matchReply({ ...nothing, subject: 'Приём в 12 часов', fromAddress: 'other@example.ru' }, sources)).toBeNull()
  expect(matchReply(nothing, sources)).toBeNull()
})

test.each([
  ['Re: Приём, № 123', 123],
  ['№123', 123],
  ['Приём N 7', 7],
  ['# 7', 7],
  ['Приём 20.11.2026 в 12:30', null],
  ['№ 1234567', null],
  ['VIN 5', null],
])('the number in «%s»: %s', (subject, number) => {
  expect(numberInSubject(subject)).toBe(number)
})
