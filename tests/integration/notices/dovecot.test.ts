import PostalMime from 'postal-mime'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type MailServer,
  mailServerObstacle,
  mailUsers,
  startMailServer,
} from '../../fixtures/mail-server/start-mail-server.ts'
import {
  type NoticesBench,
  openNoticesBench,
  quickSender,
  serverOf,
} from '../../unit/electron/notices/notices-bench.ts'

/** From the outbox into the mailbox of a citizen: SMTP, LMTP, Dovecot. */
const obstacle = mailServerObstacle()
let mail: MailServer
let bench: NoticesBench
beforeAll(async () => {
  if (obstacle !== null) return
  mail = await startMailServer()
  bench = await openNoticesBench(quickSender())
  await bench.enterServer(
    serverOf({
      ...{ port: mail.smtpPort, certificateAuthority: mail.ca.trim(), userName: 'priem' },
      ...{ secret: mailUsers.priem, fromAddress: 'priem@example.ru' },
    }),
  )
})
afterAll(async () => {
  await bench?.care.close()
  bench?.close()
  await mail?.stop()
})

const send = async (addMs = 0) => {
  bench.clock.set(new Date(bench.clock.nowMs() + addMs).toISOString())
  bench.care.desk.sendSoon()
  await bench.care.outbox.idle()
}

test('a notice lies in the mailbox with all its parts', async context => {
  if (obstacle !== null) return context.skip(obstacle)
  const formed = bench.form(bench.add({ email: 'grazhdanin@example.ru' }), 'appointment', [
    { name: 'Решение.pdf', mediaType: 'application/pdf', content: Buffer.from('%PDF-1.7') },
  ])
  await send()
  expect(bench.care.store.standing(formed.noticeId).kind).toBe('accepted')
  const [raw] = await mail.letters('grazhdanin')
  const letter = await new PostalMime().parse(raw ?? '')
  expect(letter.messageId).toBe(formed.messageId)
  expect(letter.from).toEqual({ name: 'Управление социальной защиты', address: 'priem@example.ru' })
  expect(letter.subject).toBe('Приём по видеосвязи, заявка № 1')
  expect(letter.text).toContain('Ссылка на встречу: https://telemost.yandex.ru/j/12345678901234')
  expect(
    letter.attachments
      .map(({ filename }) => filename)
      .filter(Boolean)
      .sort(),
  ).toEqual(['Решение.pdf', 'priem.ics'].sort())
  expect(letter.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated')
})

test('a mailbox nobody has is refused; a mailbox that is away for a while gets its letter once', async context => {
  if (obstacle !== null) return context.skip(obstacle)
  const nobody = bench.form(bench.add({ email: 'nobody@example.ru' }))
  await send()
  expect(bench.care.store.standing(nobody.noticeId).kind).toBe('refused')
  await mail.stopSmtp()
  const waits = bench.form(bench.add({ email: 'grazhdanin@example.ru' }))
  await send()
  expect(bench.care.store.standing(waits.noticeId).kind).toBe('deferred')
  expect(bench.care.outbox.state().state).toBe('unreachable')
  await mail.startSmtp()
  await send(61_000)
  expect(bench.care.store.standing(waits.noticeId).kind).toBe('accepted')
  const raws = await mail.letters('grazhdanin')
  expect(raws.filter(raw => raw.includes(waits.messageId))).toHaveLength(1)
})
