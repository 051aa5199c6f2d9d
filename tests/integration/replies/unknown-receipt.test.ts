import { afterEach, beforeEach, expect, test } from 'vitest'
import { unwrap } from '../../../shared/contract/reply.ts'
import { type AnswersBench, openAnswersBench } from './bench.ts'

/** An answer added as a file without `Received:`: when it came nobody knows, and п. 2.6 is not decided by a guess. */
let bench: AnswersBench
beforeEach(async () => {
  bench = await openAnswersBench()
})
afterEach(() => bench.end())

/** The notice of Friday 20.11. is to be confirmed by Monday 23.11.; the file is added on Tuesday. */
const afterTerm = '2026-11-24T03:00:00Z'
const inTime = '2026-11-23T03:00:00.000Z'
const added = { receivedAt: '2026-11-24T02:00:00.000Z', source: 'file' as const }
const asked = {
  ok: false,
  fault: { code: 'badInput', fields: { receivedAt: expect.stringContaining('когда получен') } },
}

async function addedAnswer(text: string) {
  const noticed = await bench.noticed()
  const letterId = bench.answer(text, added)
  bench.clock.set(afterTerm)
  return { ...noticed, letterId }
}
const confirmation = async (receptionId: string) => (await unwrap(bench.terms.ofReception(receptionId))).confirmation

test('the list says so, and calls nothing late', async () => {
  const { letterId } = await addedAnswer('Подтверждаю')
  const { replies } = await bench.list()
  expect(replies).toMatchObject([{ letterId, receiptSource: 'taken', application: { late: false, mayConfirm: true } }])
})

test.each(['confirms', 'declines'] as const)('«%s» asks when it came and writes nothing before', async verdict => {
  const { letterId, applicationId, receptionId } = await addedAnswer('Подтверждаю')
  expect(await bench.judge(letterId, verdict, applicationId, 'почему')).toMatchObject(asked)
  expect(await confirmation(receptionId)).toBeNull()
  expect((await bench.list()).replies).toHaveLength(1)
})

test('told that it came in time, the confirmation stands at that moment, with the trace of who said so', async () => {
  const { letterId, applicationId, receptionId } = await addedAnswer('Подтверждаю')
  await unwrap(bench.judge(letterId, 'confirms', applicationId, '', inTime))
  expect(await confirmation(receptionId)).toMatchObject({
    occurredAt: inTime,
    note: expect.stringContaining('указано при разборе'),
  })
})

test('told that it came late, a reason is asked as of any late answer', async () => {
  const { letterId, applicationId } = await addedAnswer('Подтверждаю')
  const late = '2026-11-24T01:00:00.000Z'
  expect(await bench.judge(letterId, 'confirms', applicationId, '', late)).toMatchObject({
    ...{ ok: false, fault: { code: 'badInput', fields: { note: expect.any(String) } } },
  })
  expect(await bench.judge(letterId, 'confirms', applicationId, 'звонил в срок', late)).toMatchObject({ ok: true })
})

test.each([
  ['a moment to come', '2026-11-25T03:00:00.000Z'],
  ['a moment before the notice', '2026-11-19T03:00:00.000Z'],
])('%s is refused', async (_, receivedAt) => {
  const { letterId, applicationId } = await addedAnswer('Подтверждаю')
  expect(await bench.judge(letterId, 'confirms', applicationId, '', receivedAt)).toMatchObject({ ok: false })
  expect((await bench.list()).replies).toHaveLength(1)
})

test('of a letter whose moment is known it cannot be told anew', async () => {
  const { applicationId } = await bench.noticed()
  const letterId = bench.answer('Подтверждаю')
  expect(await bench.judge(letterId, 'confirms', applicationId, '', inTime)).toMatchObject({ ok: false })
})

test('whether it is about the reception at all needs no moment', async () => {
  const { letterId } = await addedAnswer('Спасибо')
  expect(await bench.judge(letterId, 'neither', null)).toMatchObject({ ok: true })
})

test('unjudged, it keeps the reception from being cancelled: it may have come in time', async () => {
  const { receptionId } = await addedAnswer('Подтверждаю')
  expect(await bench.cancel(receptionId, 'notConfirmed')).toMatchObject({
    fault: { code: 'refusedByRule', hint: expect.stringContaining('ещё не разобранный') },
  })
})
