import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SendResult } from '../../../../electron/notices/mail-sender.ts'
import { makeTestSender, type NoticesBench, openNoticesBench } from './notices-bench.ts'

/** What one letter's failure does to the others, and by which clock they wait. */
let bench: NoticesBench
let postman: ReturnType<typeof makeTestSender>
beforeEach(async () => {
  postman = makeTestSender()
  bench = await openNoticesBench(postman.sender)
  await bench.enterServer()
})
afterEach(async () => {
  await bench.care.close()
  bench.close()
})

const standing = (id: string) => bench.care.store.standing(id).kind
const send = async () => {
  bench.care.desk.sendSoon()
  await bench.care.outbox.idle()
}
const formed = (email: string) => bench.form(bench.add({ email })).noticeId
const told = () => postman.letters.map(({ to }) => to)
const refused = (alike?: string): SendResult => ({
  ...{ outcome: 'refused', concerns: 'notice', answer: '550 5.7.1 no' },
  ...(alike === undefined ? {} : { alike }),
})
const putOff = (concerns: 'notice' | 'server' | 'settings'): SendResult => ({
  ...{ outcome: 'deferred', concerns, answer: '451 later' },
})

test('one refusal holds nobody; two different recipients refused alike stop the outbox', async () => {
  const ids = ['a@example.ru', 'b@example.ru', 'c@example.ru', 'd@example.ru', 'e@example.ru'].map(formed)
  postman.answers.push(
    ...[refused('recipient 550 5.7.1'), { outcome: 'accepted', answer: '250' } as const],
    ...[refused('recipient 550 5.7.1'), refused('recipient 550 5.7.1')],
  )
  await send()
  expect(ids.map(standing)).toEqual(['refused', 'accepted', 'refused', 'refused', 'waiting'])
  expect(bench.care.outbox.state()).toMatchObject({ state: 'stopped' })
  bench.care.service.tryNow()
  await bench.care.outbox.idle()
  expect(standing(ids[4] ?? '')).toBe('accepted')
})

test('the same recipient twice, or another code, or an address of its own fault stops nothing', async () => {
  const same = [refused('recipient 550 5.7.1'), refused('recipient 550 5.7.1')]
  postman.answers.push(...same, refused('recipient 554 5.7.1'), refused(), refused())
  const addresses = ['a@example.ru', 'A@example.ru', 'c@example.ru', 'd@example.ru', 'e@example.ru', 'f@example.ru']
  const ids = addresses.map(formed)
  await send()
  expect(standing(ids.at(-1) ?? '')).toBe('accepted')
  expect(bench.care.outbox.state()).toMatchObject({ state: 'ready' })
})

test('«Попробовать» begins with letters that never failed', async () => {
  const [bad = '', ...others] = ['bad@example.ru', 'b@example.ru', 'c@example.ru'].map(formed)
  postman.answers.push(putOff('settings'))
  await send()
  expect(told()).toEqual(['bad@example.ru'])
  bench.clock.set(new Date(bench.clock.nowMs() + 61_000).toISOString())
  bench.care.service.tryNow()
  await bench.care.outbox.idle()
  expect(told().slice(1)).toEqual(['b@example.ru', 'c@example.ru', 'bad@example.ru'])
  expect([bad, ...others].map(standing)).toEqual(['accepted', 'accepted', 'accepted'])
})

test('a letter the server hangs up at holds the others for one pause only', async () => {
  const [bad = '', second = ''] = ['bad@example.ru', 'b@example.ru'].map(formed)
  postman.answers.push(putOff('server'))
  await send()
  expect(standing(second)).toBe('waiting')
  bench.clock.set(new Date(bench.clock.nowMs() + 61_000).toISOString())
  postman.answers.push({ outcome: 'accepted', answer: '250' }, putOff('server'))
  await send()
  expect([bad, second].map(standing)).toEqual(['deferred', 'accepted'])
})

test('a letter that cannot be made fails alone', async () => {
  await bench.enterServer({ fromName: 'Приёмная' })
  const broken = formed('a@example.ru')
  const good = formed('b@example.ru')
  const { attachments } = bench.care.store
  Object.assign(bench.care.store, {
    attachments: (id: string) => {
      if (id === broken) return [{ name: 'x', mediaType: 'text/plain', content: 42 as unknown as Buffer }]
      return attachments(id)
    },
  })
  await send()
  expect([broken, good].map(standing)).toEqual(['refused', 'accepted'])
})

test.each([
  ['set back two days', -48 * 3_600_000],
  ['set on two days', 48 * 3_600_000],
])('the clock of the computer is %s: a wait lasts as long as it was to last', async (_words, jumpMs) => {
  let monotonicMs = 1_000
  Object.assign(bench.clock, { monotonicMs: () => monotonicMs })
  const id = bench.form(bench.add({ email: 'a@example.ru' }, '2099-01-20T10:00:00+07:00'), 'cancellation').noticeId
  postman.answers.push(putOff('notice'))
  await send()
  bench.clock.set(new Date(bench.clock.nowMs() + jumpMs).toISOString())
  monotonicMs += 59_000
  await send()
  expect(standing(id)).toBe('deferred')
  monotonicMs += 2_000
  await send()
  expect(standing(id)).toBe('accepted')

  const other = bench.form(bench.add({ email: 'b@example.ru' }, '2099-01-20T10:00:00+07:00'), 'cancellation').noticeId
  postman.answers.push(putOff('server'))
  await send()
  bench.clock.set(new Date(bench.clock.nowMs() + jumpMs).toISOString())
  monotonicMs += 59_000
  bench.care.outbox.tick()
  await bench.care.outbox.idle()
  expect(standing(other)).toBe('deferred')
  expect(bench.care.outbox.state()).toMatchObject({
    state: 'unreachable',
    nextTryAt: new Date(bench.clock.nowMs() + 1_000).toISOString(),
  })
  monotonicMs += 2_000
  bench.care.outbox.tick()
  await bench.care.outbox.idle()
  expect(standing(other)).toBe('accepted')
})
