import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeLetterStore } from '../../../electron/mailroom/letter-store.ts'
import { unwrap } from '../../../shared/contract/reply.ts'
import { form } from '../../fixtures/letters/sample.ts'
import { type AnswersBench, openAnswersBench } from './bench.ts'

/** A letter that holds an application and is an answer stands in both lists, and neither takes it from the other. */
let bench: AnswersBench
beforeEach(async () => {
  bench = await openAnswersBench()
})
afterEach(() => bench.end())

const letters = () =>
  makeLetterStore({ ...bench.database, ...bench, place: bench.accounts.place })
    .waiting()
    .map(({ id }) => id)
const repeated = `Подтверждаю\n\n${form()}`
const application = { kind: 'application' as const }

test.each([
  ['In-Reply-To', (messageId: string) => ({ more: [`In-Reply-To: ${messageId}`], from: 'daughter@example.ru' })],
  ['References', (messageId: string) => ({ more: [`References: <x@y> ${messageId}`], from: 'daughter@example.ru' })],
  ['our number from the applicant', () => ({ subject: 'Re: Приём по видеосвязи, заявка № 1' })],
  ['a number from the applicant', () => ({ subject: 'По заявке № 1' })],
])('%s: an answer as well', async (_mark, marks) => {
  const { applicationId, receptionId, messageId } = await bench.noticed()
  const letterId = bench.answer(repeated, { ...application, ...marks(messageId) })
  expect((await bench.list()).replies).toMatchObject([
    { letterId, isAmongLetters: true, application: { applicationId, mayConfirm: true } },
  ])
  expect(letters()).toEqual([letterId])
  expect(bench.service.answerOf(letterId)).toEqual({ verdict: null, journalNumber: 1 })

  await unwrap(bench.judge(letterId, 'confirms', applicationId))
  expect((await unwrap(bench.terms.ofReception(receptionId))).confirmation).toMatchObject({ channel: 'letter' })
  // To be registered it still is, or to be set aside: that is another decision.
  expect(letters()).toEqual([letterId])
  expect(bench.service.answerOf(letterId)).toEqual({ verdict: 'confirms', journalNumber: 1 })
})

test.each([
  ['an address alone', {}],
  ['our number from elsewhere', { subject: 'Re: Приём по видеосвязи, заявка № 1', from: 'other@example.ru' }],
  ['a number of something else', { subject: 'приказ № 1', from: 'other@example.ru' }],
  ['a letter of somebody else', { more: ['In-Reply-To: <other@example.ru>'], from: 'other@example.ru' }],
])('%s: an application, and no answer', async (_mark, marks) => {
  await bench.noticed()
  const letterId = bench.answer(repeated, { ...application, ...marks })
  expect((await bench.list()).replies).toEqual([])
  expect(letters()).toEqual([letterId])
  expect(bench.service.answerOf(letterId)).toBeNull()
})

describe('what is done in one list takes nothing from the other', () => {
  const marked = ({ messageId }: { messageId: string }) => ({ ...application, more: [`In-Reply-To: ${messageId}`] })

  test('«Не об этом» leaves it to be registered', async () => {
    const letterId = bench.answer(repeated, marked(await bench.noticed()))
    await unwrap(bench.judge(letterId, 'neither', null))
    expect((await bench.list()).replies).toEqual([])
    expect(letters()).toEqual([letterId])
  })
  test('set aside as no application it still waits as an answer', async () => {
    const letterId = bench.answer(repeated, marked(await bench.noticed()))
    const store = makeLetterStore({ ...bench.database, ...bench, place: bench.accounts.place })
    expect(store.setAside(letterId, { authorId: bench.session.account.id, reason: 'ответ' })).toBe('done')
    expect(letters()).toEqual([])
    expect((await bench.list()).replies).toHaveLength(1)
  })
  test('registered as an application it still waits as an answer to the former one', async () => {
    const noticed = await bench.noticed()
    const letterId = bench.answer(repeated, marked(noticed))
    const again = await bench.noticed({ email: 'zimin@example.ru', at: '2026-12-01T09:00:00+07:00' })
    bench.database.raw.prepare('update application set letter_id = ? where id = ?').run(letterId, again.applicationId)
    expect((await bench.list()).replies).toMatchObject([
      { letterId, application: { applicationId: noticed.applicationId } },
    ])
  })
  test('a letter that was not understood and is not about it is still to be read', async () => {
    await bench.noticed()
    const letterId = bench.answer('Прошу принять меня ещё раз', { kind: 'other' })
    await unwrap(bench.judge(letterId, 'neither', null))
    expect((await bench.list()).replies).toEqual([])
    expect(letters()).toEqual([letterId])
  })
})
