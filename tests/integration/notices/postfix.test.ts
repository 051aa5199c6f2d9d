import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readLetter } from '../../../electron/letters/read-letter.ts'
import { makeMailroomCare } from '../../../electron/mailroom/mailroom-care.ts'
import { reportsTo } from '../../../electron/notices/reports-to.ts'
import { unwrap } from '../../../shared/contract/reply.ts'
import { type Postfix, postfixObstacle, startPostfix } from '../../fixtures/smtp/postfix.ts'
import { until } from '../../fixtures/until.ts'
import {
  type NoticesBench,
  openNoticesBench,
  quickSender,
  serverOf,
} from '../../unit/electron/notices/notices-bench.ts'

/** A real Postfix takes the letters, delivers the good and bounces the bad (RFC 3464). */
const obstacle = postfixObstacle()
let postfix: Postfix
let bench: NoticesBench
beforeAll(async () => {
  if (obstacle !== null) return
  postfix = await startPostfix()
  bench = await openNoticesBench(quickSender())
  await bench.enterServer(
    serverOf({
      ...{ port: postfix.port, certificateAuthority: postfix.certificate.trim(), authentication: 'none' },
      ...{ userName: '', secret: '', fromAddress: 'priem@example.ru' },
    }),
  )
})
afterAll(async () => {
  await bench?.care.close()
  bench?.close()
  await postfix?.stop()
})

test('delivered; an address refused at the door is told; a bounce names our Message-ID', async context => {
  if (obstacle !== null) return context.skip(obstacle)
  const good = bench.form(bench.add({ email: 'grazhdanin@example.ru' }))
  const bounced = bench.form(bench.add({ email: 'bounce@example.ru' }))
  const refused = bench.form(bench.add({ email: 'nobody@example.ru' }))
  bench.care.desk.sendSoon()
  await bench.care.outbox.idle()
  const standing = ({ noticeId }: { noticeId: string }) => bench.care.store.standing(noticeId).kind
  expect([good, bounced, refused].map(standing)).toEqual(['accepted', 'accepted', 'refused'])
  const letters = await until('letter and bounce are delivered', postfix.letters, found => found.length === 2)
  expect(letters.some(raw => raw.includes(`Message-ID: ${good.messageId}`) && !raw.includes('delivery-status'))).toBe(
    true,
  )
  const report = letters.find(raw => raw.includes('report-type=delivery-status'))
  // By the way a person takes it: as a file handed to the mailroom, which tells the outbox of every letter it keeps.
  const mailroom = makeMailroomCare({
    ...{ ...bench.database, place: bench.accounts.place, clock: bench.clock, eventLog: bench.eventLog },
    ...{ announce: () => undefined, log: pino({ level: 'silent' }) },
    readLetter: (raw, profiles) => readLetter(raw, profiles, bench.clock.nowMs()),
    onNewLetter: reportsTo(bench.care.service),
  })
  const handOver = async () => {
    const bytes = Buffer.from(report ?? '')
    const piece = { importId: crypto.randomUUID(), byteLength: bytes.length, offset: 0 }
    return unwrap(mailroom.service.importFile(bench.session, { ...piece, base64: bytes.toString('base64') }))
  }
  await handOver()
  await handOver()
  expect([good, bounced].map(standing)).toEqual(['accepted', 'bounced'])
  const facts = bench.care.store.facts(bounced.noticeId)
  expect(facts.map(({ kind, detail }) => `${kind} ${detail}`)).toEqual(['bounced 5.1.1'])
  const subjects = bench.care.attention().map(({ kind, subjectId }) => `${kind} ${subjectId}`)
  expect(subjects.sort()).toEqual([bounced, refused].map(({ noticeId }) => `notDelivered ${noticeId}`).sort())
  // A report is no application waiting to be registered.
  expect(mailroom.attention()).toEqual([])
  await mailroom.close()
})
