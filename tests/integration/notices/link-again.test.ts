import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { unwrap } from '../../../shared/contract/reply.ts'
import { registrationOf } from '../../unit/electron/database/fixture.ts'
import { type AnswersBench, openAnswersBench } from '../replies/bench.ts'

let bench: AnswersBench
beforeEach(async () => {
  bench = await openAnswersBench()
})
afterEach(() => bench.end())

const again = (receptionId: string, requestId: string = randomUUID()) =>
  Promise.resolve(bench.notices.service.linkAgain(bench.session, { requestId, receptionId }))
const texts = () => bench.sent.map(letter => JSON.stringify(letter))

test('the link goes out once more by a letter of ours, once for each press; the first term of the answer stays', async () => {
  const { applicationId, receptionId } = await bench.noticed()
  const first = bench.terms.termed(applicationId)?.facts
  const [before] = bench.notices.store.ofApplication(applicationId)
  bench.clock.set('2026-11-23T02:00:00Z')
  const requestId = randomUUID()
  const sent = await unwrap(again(receptionId, requestId))
  expect(await unwrap(again(receptionId, requestId))).toMatchObject({ id: sent.id })
  await bench.send()
  expect(bench.notices.store.ofApplication(applicationId)).toHaveLength(2)
  expect(texts()).toHaveLength(2)
  expect(bench.notices.store.standing(sent.id).kind).toBe('accepted')
  // Today it would name another day: the citizen's term runs from the first letter.
  expect(sent.text).toBe(before?.text)
  expect(bench.terms.termed(applicationId)?.facts.validNoticeAt).toBe(first?.validNoticeAt)
  // Another press is another letter.
  await unwrap(again(receptionId))
  expect(bench.notices.store.ofApplication(applicationId)).toHaveLength(3)
})

test('a letter that had not gone out is put out of the way by it; a while after the beginning it is still sent', async () => {
  const { applicationId, receptionId } = await bench.noticed({ at: '2026-11-23T09:00:00+07:00' })
  await unwrap(again(receptionId))
  bench.clock.set('2026-11-23T02:10:00Z')
  const late = await unwrap(again(receptionId))
  const [, former] = bench.notices.store.ofApplication(applicationId)
  expect(bench.notices.store.standing(former?.id ?? '').kind).toBe('withdrawn')
  await bench.send()
  expect(bench.notices.store.standing(late.id).kind).toBe('accepted')
  bench.clock.set('2026-11-23T04:00:00Z')
  const tooLate = await unwrap(again(receptionId))
  await bench.send()
  expect(bench.notices.store.standing(tooLate.id).kind).toBe('late')
})

test('without an address, without a link and of a cancelled reception nothing is sent, and that is said', async () => {
  const made = (changes: { email: string }, link: boolean) => {
    const registration = registrationOf(
      bench.session,
      { receivedOn: '2026-11-20', ...changes },
      '2026-11-30T09:00:00+07:00',
    )
    return bench.applications.create({ ...registration, link: link ? registration.link : null })
  }
  expect(await again(made({ email: '' }, true).receptionId)).toMatchObject({
    fault: { code: 'refusedByRule', hint: expect.stringContaining('Электронной почты в заявке нет') },
  })
  expect(await again(made({ email: 'a@example.ru' }, false).receptionId)).toMatchObject({
    fault: { hint: expect.stringContaining('Ссылки на встречу ещё нет') },
  })
  const { receptionId } = await bench.noticed()
  await bench.cancel(receptionId, 'refused')
  expect(await again(receptionId)).toMatchObject({ fault: { code: 'stale' } })
})
