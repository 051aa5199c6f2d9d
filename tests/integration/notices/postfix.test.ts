import PostalMime from 'postal-mime'
import { afterAll, beforeAll, expect, test } from 'vitest'
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

test('delivered; a relay it does not do stops nothing but is told; a bounce names our Message-ID', async context => {
  if (obstacle !== null) return context.skip(obstacle)
  const good = bench.form(bench.add({ email: 'grazhdanin@example.ru' }))
  const bounced = bench.form(bench.add({ email: 'bounce@example.ru' }))
  bench.care.desk.sendSoon()
  await bench.care.outbox.idle()
  const standing = ({ noticeId }: { noticeId: string }) => bench.care.store.standing(noticeId).kind
  expect([good, bounced].map(standing)).toEqual(['accepted', 'accepted'])
  const letters = await until('letter and bounce are delivered', postfix.letters, found => found.length === 2)
  expect(letters.some(raw => raw.includes(`Message-ID: ${good.messageId}`) && !raw.includes('delivery-status'))).toBe(
    true,
  )
  const report = letters.find(raw => raw.includes('report-type=delivery-status'))
  const parsed = await new PostalMime({ forceRfc822Attachments: true }).parse(report ?? '')
  const part = (type: string) => {
    const found = parsed.attachments.find(({ mimeType }) => mimeType === type)
    return typeof found?.content === 'string' ? found.content : new TextDecoder().decode(found?.content)
  }
  const status = /^Status: (\S+)/m.exec(part('message/delivery-status'))?.[1] ?? ''
  const original = /^Message-ID: (\S+)/im.exec(report?.slice(report.indexOf('rfc822')) ?? '')?.[1] ?? null
  expect([status, original]).toEqual(['5.1.1', bounced.messageId])
  const { bodyId, workplaceId } = bench.accounts.place()
  const letterId = '3f0c7f0e-7d5c-4b39-9a3b-6a1f5be1a002'
  bench.database.write.run(
    bench.database.write.build.insertInto('letter').values({
      ...{ id: letterId, body_id: bodyId, workplace_id: workplaceId, source: 'mail', message_id: null },
      ...{ content_hash: 'a'.repeat(64), body_hash: 'b'.repeat(64), received_at: '2026-11-20T02:00:00.000Z' },
      ...{ header_at: null, byte_length: 1, raw: null, too_big: 0, kind: 'bounce' },
      stored_at: '2026-11-20T02:00:00.000Z',
    }),
  )
  const taken = bench.care.service.takeReport({ action: 'failed', status, originalMessageId: original }, letterId)
  expect(taken).toBe('taken')
  expect(standing(bounced)).toBe('bounced')
  expect(bench.care.attention()).toMatchObject([{ kind: 'notDelivered', subjectId: bounced.noticeId }])
})
