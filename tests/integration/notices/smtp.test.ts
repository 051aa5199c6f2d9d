import ICAL from 'ical.js'
import PostalMime from 'postal-mime'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeCertificate } from '../../fixtures/certificate.ts'
import { freePorts } from '../../fixtures/free-ports.ts'
import { type SmtpFixture, startSmtp } from '../../fixtures/smtp/smtp-fixture.ts'
import {
  type NoticesBench,
  openNoticesBench,
  quickSender,
  serverAt,
  serverOf,
} from '../../unit/electron/notices/notices-bench.ts'

/** The outbox against a real server over a real TLS connection. */
let smtp: SmtpFixture
let bench: NoticesBench
beforeEach(async () => {
  smtp = await startSmtp()
  bench = await openNoticesBench(quickSender())
})
afterEach(async () => {
  await bench.care.close()
  bench.close()
  await smtp.stop()
})

const { standing, attempts } = {
  standing: (id: string) => bench.care.store.standing(id).kind,
  attempts: (id: string) => bench.care.store.attempts(id),
}
const send = async () => {
  bench.care.desk.sendSoon()
  await bench.care.outbox.idle()
}
const waitMs = (ms: number) => bench.clock.set(new Date(bench.clock.nowMs() + ms).toISOString())

test('a notice goes out with its calendar entry and its attachment, and the evidence is kept', async () => {
  await bench.enterServer(serverAt(smtp))
  const application = bench.add()
  const scan = Buffer.from('%PDF-1.7 scan')
  const { noticeId, messageId } = bench.form(application, 'appointment', [
    { name: 'решение.pdf', mediaType: 'application/pdf', content: scan },
  ])
  await send()
  expect(standing(noticeId)).toBe('accepted')
  expect(smtp.letters).toHaveLength(1)
  expect(smtp.letters[0]).toMatchObject({ to: 'kanar@example.ru', messageId })
  const letter = await new PostalMime().parse(smtp.letters[0]?.raw ?? '')
  expect(letter.subject).toBe('Приём по видеосвязи, заявка № 1')
  expect(letter.text).toContain('Время: 10:00 по Кемерово (МСК+4)')
  const raw = smtp.letters[0]?.raw ?? ''
  expect(raw).toMatch(/Content-Type: text\/calendar;[^\n]*method=PUBLISH/i)
  const file = letter.attachments.find(({ filename }) => filename === 'priem.ics')
  const text = typeof file?.content === 'string' ? file.content : new TextDecoder().decode(file?.content)
  const calendar = new ICAL.Component(ICAL.parse(text))
  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') as ICAL.Component)
  expect(event.startDate.toJSDate().toISOString()).toBe('2026-11-25T03:00:00.000Z')
  expect(event.duration.toSeconds()).toBe(15 * 60)
  expect(letter.attachments.find(({ filename }) => filename === 'решение.pdf')?.mimeType).toBe('application/pdf')
  const lines = attempts(noticeId).map(({ outcome, answer }) => `${outcome} ${answer}`)
  expect(lines[0]).toBe('started ')
  expect(lines[1]).toMatch(/^accepted 250 /)
  expect(JSON.stringify(attempts(noticeId))).not.toContain('@')
})

test('put off by the server: tried again after the back-off, not before', async () => {
  smtp.behaviour.recipient = () => ({ code: 451, text: '4.7.1 <kanar@example.ru> greylisted, try again' })
  await bench.enterServer(serverAt(smtp))
  const { noticeId } = bench.form(bench.add())
  await send()
  expect(standing(noticeId)).toBe('deferred')
  expect(attempts(noticeId).at(-1)?.answer).toBe('Сервер отложил письмо: 451 4.7.1 ‹адрес› greylisted, try again')
  delete smtp.behaviour.recipient
  await send()
  expect(standing(noticeId)).toBe('deferred')
  waitMs(61_000)
  await send()
  expect(standing(noticeId)).toBe('accepted')
})

test('an address the server refuses fails at once and asks for a person; others go on', async () => {
  smtp.behaviour.recipient = address =>
    address.startsWith('nobody') ? { code: 550, text: `5.1.1 <${address}> user unknown` } : undefined
  await bench.enterServer(serverAt(smtp))
  const refused = bench.form(bench.add({ email: 'nobody@example.ru' }))
  const good = bench.form(bench.add())
  await send()
  expect(standing(refused.noticeId)).toBe('refused')
  expect(standing(good.noticeId)).toBe('accepted')
  expect(bench.care.attention()).toMatchObject([
    { kind: 'notDelivered', subjectId: refused.noticeId, journalNumber: 1 },
  ])
  // Asked to be sent again, after the address was mended at the provider.
  delete smtp.behaviour.recipient
  expect(bench.care.service.resend(bench.session, refused.noticeId)).toMatchObject({ ok: true })
  await bench.care.outbox.idle()
  expect(standing(refused.noticeId)).toBe('accepted')
  expect(bench.care.attention()).toEqual([])
})

test('a wrong password stops the outbox and is told; the right one lets everything go', async () => {
  await bench.enterServer(serverAt(smtp, { secret: 'не-тот' }))
  const first = bench.form(bench.add())
  const second = bench.form(bench.add())
  await send()
  expect(bench.care.outbox.state()).toMatchObject({ state: 'stopped' })
  expect(bench.care.outbox.state().reason).toContain('имя пользователя или пароль')
  expect(attempts(second.noticeId)).toEqual([])
  expect(bench.care.attention().map(({ kind }) => kind)).toEqual(['noticesStuck'])
  await bench.enterServer(serverAt(smtp))
  // The first has to wait for its own back-off.
  waitMs(61_000)
  await send()
  expect([first, second].map(({ noticeId }) => standing(noticeId))).toEqual(['accepted', 'accepted'])
})

test('an access token instead of a password', async () => {
  await bench.enterServer(serverAt(smtp, { authentication: 'oauth' }))
  const { noticeId } = bench.form(bench.add())
  await send()
  expect(standing(noticeId)).toBe('accepted')
})

test('the server is away: nothing is lost, the others are not tried in vain, all go out when it is back', async () => {
  const [port = 0] = await freePorts(1)
  await bench.enterServer(serverOf({ port, certificateAuthority: smtp.certificate.trim() }))
  const formed = [1, 2, 3].map(() => bench.form(bench.add()))
  await send()
  expect(bench.care.outbox.state()).toMatchObject({
    state: 'unreachable',
    reason: 'Почтовый сервер не принимает соединения',
  })
  expect(formed.map(({ noticeId }) => attempts(noticeId).length)).toEqual([2, 0, 0])
  await bench.enterServer(serverAt(smtp))
  waitMs(61_000)
  await send()
  expect(formed.map(({ noticeId }) => standing(noticeId))).toEqual(['accepted', 'accepted', 'accepted'])
  expect(new Set(smtp.letters.map(({ messageId }) => messageId)).size).toBe(3)
})

test('an authority nobody vouches for: no letter and no password goes to that server', async () => {
  await bench.enterServer(serverAt(smtp, { certificateAuthority: (await makeCertificate()).certificate.trim() }))
  const { noticeId } = bench.form(bench.add())
  await send()
  expect(bench.care.outbox.state()).toMatchObject({ state: 'stopped' })
  expect(bench.care.outbox.state().reason).toContain('Сертификат')
  expect(standing(noticeId)).toBe('deferred')
  expect(smtp.letters).toEqual([])
})

test('hung up after the whole letter: sent once more with the same Message-ID, then a person is asked', async () => {
  smtp.behaviour.data = () => 'drop'
  await bench.enterServer(serverAt(smtp))
  const { noticeId, messageId } = bench.form(bench.add())
  await send()
  expect(standing(noticeId)).toBe('unclear')
  expect(bench.care.attention()).toEqual([])
  waitMs(61_000)
  await send()
  expect(bench.care.store.standing(noticeId)).toMatchObject({ kind: 'unclear', cuts: 2 })
  expect(bench.care.attention()).toMatchObject([{ kind: 'notDelivered' }])
  waitMs(3_600_000)
  await send()
  expect(smtp.letters.map(letter => letter.messageId)).toEqual([messageId, messageId])
})

test('a server slower than the limit is one nobody knows of', async () => {
  smtp.behaviour.slowMs = 5_000
  await bench.enterServer(serverAt(smtp))
  const { noticeId } = bench.form(bench.add())
  await send()
  expect(standing(noticeId)).toBe('unclear')
})

test('a sender the server does not accept stops the outbox; a letter it does not like fails alone', async () => {
  smtp.behaviour.sender = { code: 550, text: '5.7.1 sender not allowed' }
  await bench.enterServer(serverAt(smtp))
  const first = bench.form(bench.add())
  await send()
  expect(bench.care.outbox.state().state).toBe('stopped')
  delete smtp.behaviour.sender
  smtp.behaviour.data = () => ({ code: 554, text: '5.7.1 looks like spam' })
  waitMs(61_000)
  bench.care.service.tryNow()
  await bench.care.outbox.idle()
  expect(standing(first.noticeId)).toBe('refused')
})

test('words of a refusal stop nothing: one address is refused, three notices go out', async () => {
  smtp.behaviour.recipient = address =>
    address.startsWith('nobody')
      ? { code: 550, text: `5.1.1 <${address}>: User unknown in relay recipient table` }
      : undefined
  await bench.enterServer(serverAt(smtp))
  const refused = bench.form(bench.add({ email: 'nobody@example.ru' }))
  const others = [1, 2, 3].map(() => bench.form(bench.add()))
  await send()
  expect(standing(refused.noticeId)).toBe('refused')
  expect(others.map(({ noticeId }) => standing(noticeId))).toEqual(['accepted', 'accepted', 'accepted'])
  expect(bench.care.outbox.state()).toMatchObject({ state: 'ready' })
})

test('a relay that refuses every recipient stops the outbox at the second; the third is not tried in vain', async () => {
  smtp.behaviour.recipient = () => ({ code: 554, text: '5.7.1 Relay access denied' })
  await bench.enterServer(serverAt(smtp))
  const formed = ['a', 'b', 'c'].map(name => bench.form(bench.add({ email: `${name}@example.ru` })))
  await send()
  expect(formed.map(({ noticeId }) => standing(noticeId))).toEqual(['refused', 'refused', 'waiting'])
  expect(bench.care.outbox.state()).toMatchObject({ state: 'stopped' })
  expect(bench.care.outbox.state().reason).toContain('двум разным получателям')
})

test('«Проверить»: the server answers, a test letter arrives, a wrong password is told', async () => {
  const { mail } = bench.care.service
  const { secret, ...rest } = serverAt(smtp)
  expect(await mail.probe({ ...rest, secret }, 'admin@example.ru')).toMatchObject({ ok: true, value: { works: true } })
  expect(smtp.letters.map(({ to }) => to)).toEqual(['admin@example.ru'])
  expect(await mail.probe({ ...rest, secret: 'не-тот' }, null)).toMatchObject({ ok: true, value: { works: false } })
  expect(await mail.probe({ ...rest, secret: null }, null)).toMatchObject({ ok: false, fault: { code: 'badInput' } })
  const answer = await mail.saveServer(bench.session, { ...rest, secret: 'не-тот' }, false)
  expect(answer).toMatchObject({ ok: false, fault: { code: 'refusedByRule' } })
  expect(await mail.saveServer(bench.session, { ...rest, secret }, false)).toMatchObject({ ok: true })
  const view = mail.server()
  expect(view).toMatchObject({ ok: true, value: { hasSecret: true, state: 'ready' } })
  expect(JSON.stringify(view)).not.toContain(secret)
  // The kept secret goes to no other host.
  expect(await mail.probe({ ...rest, host: '127.0.0.2', secret: null }, null)).toMatchObject({ ok: false })
  expect(await mail.probe({ ...rest, secret: null }, null)).toMatchObject({ ok: true, value: { works: true } })
})
