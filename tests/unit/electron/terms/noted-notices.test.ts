import { afterEach, beforeEach, expect, test } from 'vitest'
import { unwrap } from '../../../../shared/contract/reply.ts'
import { type CalendarBench, openCalendarBench } from '../calendar/calendar-bench.ts'
import { registrationOf } from '../database/fixture.ts'
import { makeTestSender, noticesOn } from '../notices/notices-bench.ts'

/** A notice sent or told otherwise on Friday and noted on Monday: terms run from when it happened. */
let bench: CalendarBench
beforeEach(async () => {
  bench = await openCalendarBench()
})
afterEach(() => bench.close())

test.each(['sentByHand', 'toldByPhone'] as const)('%s', async kind => {
  const { database, session, clock, applications } = bench
  const { care } = await noticesOn(bench, makeTestSender().sender)
  const created = applications.create(
    registrationOf(session, { email: 'kanar@example.ru', receivedOn: '2026-11-20' }, '2026-11-30T09:00:00+07:00'),
  )
  const order = { ...created, kind: 'appointment', authorId: session.account.id, attachments: [] } as const
  const formed = database.write.transaction(() => care.desk.form(order))
  if (formed === 'noAddress') throw new Error('no address')
  clock.set('2026-11-23T02:00:00Z')
  const told = { noticeId: formed.noticeId, occurredLocal: '2026-11-20T15:00', note: '' }
  const { service } = care
  await unwrap(
    kind === 'sentByHand'
      ? service.sentByHand(session, { ...told, how: 'printed' })
      : service.toldByPhone(session, { ...told, note: 'сам' }),
  )
  const due = bench.terms.dueTerms().map(item => `${item.kind} ${item.term?.rule.id}`)
  expect(due.filter(line => line.endsWith('D5'))).toEqual(['termToday D5'])
  await care.close()
})
