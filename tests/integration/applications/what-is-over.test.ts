import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeDecisionStore } from '../../../electron/applications/decision-store.ts'
import { type CaseGroup, CasePage } from '../../../shared/contract/cases.ts'
import { unwrap } from '../../../shared/contract/reply.ts'
import { type ApplicationsBench, openApplicationsBench } from './bench.ts'

let bench: ApplicationsBench
beforeEach(async () => {
  bench = await openApplicationsBench()
})
afterEach(() => bench.close())

test('what is over stands together, the newest first; rejected, but nobody told of it yet, is still open', async () => {
  const { write } = bench.database
  const decisions = makeDecisionStore({ write, place: bench.accounts.place })
  const authorId = bench.session.account.id
  const at = '2026-11-20T02:05:00.000Z'
  const reject = async (sent: 'byMail' | 'byHand' | 'notYet') => {
    const { applicationId } = await unwrap(bench.register())
    const notice = bench.notices.form({
      ...{ kind: 'rejection', applicationId, receptionId: null, authorId, attachments: [] },
    })
    if (notice === 'noAddress') throw new Error('no address')
    const noticeId = notice.noticeId
    decisions.add({
      ...{ applicationId, kind: 'rejected', receptionId: null, reason: null, noticeId, decidedAt: at, authorId },
    })
    const of = { id: randomUUID(), notice_id: noticeId, at }
    if (sent === 'byMail') {
      write.run(
        write.build.insertInto('notice_attempt').values({ ...of, number: 1, outcome: 'accepted', answer: '250' }),
      )
    }
    if (sent === 'byHand') {
      write.run(
        write.build.insertInto('notice_fact').values({
          ...{ ...of, kind: 'sentByHand', occurred_at: at, after_attempt: 0, letter_id: null, author_id: authorId },
          detail: 'на бумаге',
        }),
      )
    }
    return applicationId
  }
  const byMail = await reject('byMail')
  const cancelled = (await unwrap(bench.register())).applicationId
  await unwrap(
    bench.desk.appoint(bench.session, {
      ...{ applicationId: cancelled, specialistId: authorId, appointedLocal: '2026-11-24T09:00' },
      ...{ link: bench.link(), overrideReason: null },
    }),
  )
  bench.receptions.append(
    (await unwrap(bench.desk.matter(cancelled))).reception?.id ?? '',
    {
      ...{ sequence: 0, occurredAt: at, recordedAt: at, authorId, source: 'hand' },
      action: { kind: 'cancelled', reason: 'refused' },
    },
    { step: 'cancelled' },
  )
  const byHand = await reject('byHand')
  const notYet = await reject('notYet')
  const list = async (group: CaseGroup | null, offset = 0) => {
    const page = CasePage.parse(await unwrap(bench.cases({ group, text: '', offset, limit: 3 })))
    return { total: page.total, ids: page.rows.map(({ id }) => id), steps: page.rows.map(({ step }) => step) }
  }
  expect(await list(null)).toEqual({
    ...{ total: 4, ids: [notYet, byHand, cancelled], steps: ['sendRejection', 'rejected', 'cancelled'] },
  })
  expect(await list(null, 3)).toEqual({ total: 4, ids: [byMail], steps: ['rejected'] })
  expect(await list('done')).toMatchObject({ total: 3, ids: [byHand, cancelled, byMail] })
  expect((await list('done', 1)).ids).toEqual([cancelled, byMail])
  expect(await list('toDo')).toMatchObject({ total: 1, ids: [notYet] })
  expect(bench.terms.open().map(({ application }) => application.applicationId)).toEqual([notYet])
  const told = [byMail, byHand, notYet].map(id => bench.terms.termed(id)?.facts.rejectionSentAt)
  expect(told).toEqual([at, at, null])
})
