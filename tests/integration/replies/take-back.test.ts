import { afterEach, beforeEach, expect, test } from 'vitest'
import { unwrap } from '../../../shared/contract/reply.ts'
import { serverOf } from '../../unit/electron/notices/notices-bench.ts'
import { type AnswersBench, openAnswersBench } from './bench.ts'

/** A judged answer can be taken back for ten seconds: what it wrote stays with its trace and counts no more. */
let bench: AnswersBench
beforeEach(async () => {
  bench = await openAnswersBench()
  bench.clock.set('2026-11-20T02:10:00Z')
})
afterEach(() => bench.end())

const takeBack = (letterId: string) => bench.service.takeBack(bench.session, letterId)
const stale = { ok: false, fault: { code: 'stale' } }

test('a confirmation: the letter waits again, the mark does not count, and it can be judged anew', async () => {
  const { applicationId, receptionId } = await bench.noticed()
  const letterId = bench.answer('Подтверждаю')
  const { judged } = await unwrap(bench.judge(letterId, 'confirms', applicationId))
  expect(judged).toEqual([
    { letterId, verdict: 'confirms', journalNumber: 1, shortName: 'Зимин П. П.', leftMs: 10_000 },
  ])
  bench.monotonic.ms += 9_999
  // A clock that is set moves nothing.
  bench.clock.set('2026-11-22T02:10:00Z')
  const after = await unwrap(takeBack(letterId))
  expect(after).toMatchObject({ judged: [], replies: [{ letterId, application: { mayConfirm: true } }] })
  expect(await unwrap(bench.terms.ofReception(receptionId))).toMatchObject({
    confirmation: null,
    mayMark: ['confirmed'],
  })
  expect(bench.rowsOf('select decision from reply_decision')).toHaveLength(1)
  expect(bench.rowsOf('select author_id from mark_taken_back')).toEqual([{ author_id: bench.session.account.id }])
  expect(bench.rowsOf('select kind from letter_act order by rowid')).toEqual([
    { kind: 'handled' },
    { kind: 'takenBack' },
  ])
  expect(bench.eventLog.list({ offset: 0, limit: 1 })).toMatchObject([{ kind: 'replyTakenBack', result: 'done' }])
  await unwrap(bench.judge(letterId, 'confirms', applicationId))
  expect((await unwrap(bench.terms.ofReception(receptionId))).confirmation).not.toBeNull()
})

test('a refusal: the reception stands again, column 7 is empty, its notice never goes out', async () => {
  const { applicationId, receptionId } = await bench.noticed()
  const letterId = bench.answer('Не смогу')
  await unwrap(bench.judge(letterId, 'declines', applicationId))
  await bench.send()
  expect(bench.sent).toHaveLength(1)
  expect(bench.journalRow(applicationId)).toMatchObject({ outcome: 'cancelledRefused' })
  const after = await unwrap(takeBack(letterId))
  expect(after.replies).toMatchObject([{ letterId, application: { mayConfirm: true, mayDecline: true } }])
  expect(bench.rows.stepOf(receptionId)).toBe('scheduled')
  expect(bench.journalRow(applicationId)).toEqual({
    ...{ consideration: 'Назначен личный прием 30.11.2026 в 09:00', result: '', outcome: null },
  })
  expect(bench.rows.events(receptionId).map(({ action }) => action.kind)).toEqual(['cancelled', 'tickUndone'])
  bench.monotonic.ms += 60_000
  await bench.send()
  expect(bench.sent).toHaveLength(1)
  // The time is his again, and nobody else's: it can be confirmed, and refused once more.
  await unwrap(bench.judge(letterId, 'declines', applicationId))
  bench.monotonic.ms += 60_000
  await bench.send()
  expect(bench.sent).toHaveLength(2)
})

test('a notice that had not gone out before the refusal is formed anew', async () => {
  const { applicationId, receptionId } = await bench.noticed()
  const order = { applicationId, receptionId, authorId: bench.session.account.id, attachments: [] }
  await unwrap(bench.notices.service.mail.saveServer(bench.session, serverOf({ isOn: false }), true))
  bench.notices.desk.form({ ...order, kind: 'move' })
  const letterId = bench.answer('Не смогу')
  await unwrap(bench.judge(letterId, 'declines', applicationId))
  await unwrap(takeBack(letterId))
  expect(bench.rowsOf('select kind from notice order by rowid')).toEqual(
    ['appointment', 'move', 'cancellation', 'move'].map(kind => ({ kind })),
  )
})

test('«Не об этом» too', async () => {
  await bench.noticed()
  const letterId = bench.answer('Подтверждаю')
  await unwrap(bench.judge(letterId, 'neither', null))
  expect((await unwrap(takeBack(letterId))).replies).toHaveLength(1)
})

test('after ten seconds, by somebody else, or twice: refused, and nothing changes', async () => {
  const { applicationId, receptionId } = await bench.noticed()
  const letterId = bench.answer('Подтверждаю')
  await unwrap(bench.judge(letterId, 'confirms', applicationId))
  const other = { ...bench.session, account: { ...bench.session.account, id: applicationId } }
  expect(await bench.service.takeBack(other, letterId)).toMatchObject({ ok: false, fault: { code: 'refusedByRule' } })
  bench.monotonic.ms += 10_001
  bench.clock.set('2026-11-20T02:00:00Z')
  expect(await takeBack(letterId)).toMatchObject(stale)
  expect((await bench.list()).judged).toEqual([])
  expect((await unwrap(bench.terms.ofReception(receptionId))).confirmation).not.toBeNull()
  expect(await takeBack('00000000-0000-4000-8000-000000000000')).toMatchObject(stale)
})

test('a cancellation whose notice is on its way already is not taken back', async () => {
  const { applicationId, receptionId } = await bench.noticed()
  const letterId = bench.answer('Не смогу')
  await unwrap(bench.judge(letterId, 'declines', applicationId))
  const [cancellation] = bench.notices.store.ofApplication(applicationId)
  bench.notices.store.begin(cancellation?.id ?? '')
  expect(await takeBack(letterId)).toMatchObject({
    ok: false,
    fault: { hint: expect.stringContaining('отправляется') },
  })
  expect(bench.rows.stepOf(receptionId)).toBe('cancelled')
  expect(bench.rowsOf('select * from reply_taken_back')).toEqual([])
})
