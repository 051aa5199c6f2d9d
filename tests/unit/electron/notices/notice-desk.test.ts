import ICAL from 'ical.js'
import PostalMime from 'postal-mime'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { composeNotice } from '../../../../electron/notices/compose.ts'
import { unwrap } from '../../../../shared/contract/reply.ts'
import { storeLetter } from '../../../fixtures/store-letter.ts'
import { makeTestSender, type NoticesBench, openNoticesBench, serverOf } from './notices-bench.ts'

let bench: NoticesBench
const { sender, letters, answers } = makeTestSender()
beforeEach(async () => {
  letters.length = 0
  answers.length = 0
  bench = await openNoticesBench(sender)
})
afterEach(() => bench.close())

const send = async () => {
  bench.care.desk.sendSoon()
  await bench.care.outbox.idle()
}
const stored = (noticeId: string) => {
  const notice = bench.care.store.byId(noticeId)
  if (!notice) throw new Error('no notice')
  return notice
}
const entry = (noticeId: string) => {
  const calendar = new ICAL.Component(ICAL.parse(stored(noticeId).calendar ?? ''))
  const event = calendar.getFirstSubcomponent('vevent')
  const value = (name: string) => event?.getFirstPropertyValue(name)
  return {
    method: calendar.getFirstPropertyValue('method'),
    ...{ uid: value('uid'), sequence: value('sequence'), status: value('status'), start: String(value('dtstart')) },
  }
}

test('one UID per application, SEQUENCE rises, CANCEL ends it; part and file name the same method', async () => {
  const application = bench.add()
  const first = bench.form(application)
  const second = bench.form(application, 'move')
  const third = bench.form(application, 'cancellation')
  const entries = [first, second, third].map(({ noticeId }) => entry(noticeId))
  expect(new Set(entries.map(({ uid }) => uid)).size).toBe(1)
  expect(entries.map(({ sequence }) => sequence)).toEqual([0, 1, 2])
  expect(entries.map(({ method }) => method)).toEqual(['PUBLISH', 'PUBLISH', 'CANCEL'])
  expect(entries.map(({ status }) => status)).toEqual(['CONFIRMED', 'CONFIRMED', 'CANCELLED'])
  expect(entries[0]?.start).toBe('2026-11-25T03:00:00Z')
  const raw = (await composeNotice(stored(third.noticeId), [], serverOf())).toString('utf8')
  expect(raw).toMatch(/text\/calendar;[^\n]*method=CANCEL/i)
  expect(new Set([first, second, third].map(({ messageId }) => messageId)).size).toBe(3)
  expect(first.messageId).toMatch(/^<[0-9a-f-]{36}@videopriem\.invalid>$/)
})

test('canaries: neither topic, document nor address gets into a letter of any kind, nor into its calendar', async () => {
  // None of digits alone that an id of random digits could hold.
  const canaries = [
    'Канареечная субсидия',
    'ЖЩ-77',
    'ЩЖ888777',
    'Кенарный РОВД',
    'ул. Клеточная',
    'Канарейкин',
    '.1961',
  ]
  const application = bench.add({
    familyName: 'Канарейкин',
    topic: 'Канареечная субсидия',
    address: 'г. Кемерово, ул. Клеточная, д. 5',
    birthDate: '1961-03-04',
    identityDocument: {
      ...{ kind: 'Паспорт гражданина РФ', series: 'ЖЩ-77', number: 'ЩЖ888777' },
      ...{ issuedBy: 'Кенарный РОВД', issuedOn: '2006-05-11' },
    },
  })
  for (const kind of ['appointment', 'move', 'cancellation', 'rejection'] as const) {
    const { noticeId } = bench.form(application, kind)
    const { subject, text, calendar } = stored(noticeId)
    const parsed = await new PostalMime().parse(await composeNotice(stored(noticeId), [], serverOf()))
    const files = parsed.attachments.map(({ content, filename }) => [
      filename,
      typeof content === 'string' ? content : new TextDecoder().decode(content),
    ])
    const decoded = JSON.stringify([parsed.headers, parsed.text, files])
    for (const canary of canaries) {
      expect(`${subject}\n${text}\n${calendar}`).not.toContain(canary)
      expect(decoded).not.toContain(canary)
    }
    expect(subject).not.toContain('Пётр')
  }
  const log = JSON.stringify(bench.eventLog.list({ offset: 0, limit: 100 }))
  for (const canary of [...canaries.slice(0, -1), 'kanar@']) expect(log).not.toContain(canary)
})

test('D5 in the letter is that of the engine: told on Friday, the last day is Monday', () => {
  expect(stored(bench.form(bench.add()).noticeId).text).toContain('понедельник, 23 ноября 2026 г.')
})

test('a letter that waited over its own last day is written anew; one that may have been read is not', async () => {
  const waited = bench.form(bench.add())
  const cut = bench.form(bench.add())
  bench.care.store.begin(cut.noticeId)
  bench.care.store.endCut('')
  bench.clock.set('2026-11-23T02:00:00Z')
  await bench.enterServer()
  expect(bench.care.store.standing(waited.noticeId).kind).toBe('withdrawn')
  expect(bench.care.store.standing(cut.noticeId).kind).toBe('accepted')
  expect(letters).toHaveLength(2)
  const [renewed] = bench.care.store.ofApplication(stored(waited.noticeId).applicationId)
  expect(renewed?.text).toContain('вторник, 24 ноября 2026 г.')
  expect(renewed?.sequence).toBe(1)
})

test('decision and notice are written together or not at all', () => {
  const application = bench.add()
  expect(() =>
    bench.database.write.transaction(() => {
      bench.form(application)
      throw new Error('the decision failed')
    }),
  ).toThrow('the decision failed')
  expect(bench.care.store.ofApplication(application.applicationId)).toEqual([])
  expect(bench.care.store.open()).toEqual([])
})

test('an application without e-mail has no letter', () => {
  const { applicationId, receptionId } = bench.add({ email: null })
  const order = { kind: 'appointment' as const, applicationId, receptionId, attachments: [] }
  expect(bench.care.desk.form({ ...order, authorId: bench.session.account.id })).toBe('noAddress')
})

test('no server, then one turned off: everything stays and says why; turned on, it goes out in order', async () => {
  const [one, other] = [bench.form(bench.add()), bench.form(bench.add())]
  await send()
  expect(await unwrap(bench.care.service.outbox())).toMatchObject({ state: 'noServer', rows: [{}, {}] })
  await bench.enterServer({ isOn: false })
  expect(await unwrap(bench.care.service.outbox())).toMatchObject({ state: 'turnedOff' })
  expect(letters).toEqual([])
  await bench.enterServer()
  expect(letters).toHaveLength(2)
  expect([one, other].map(({ noticeId }) => bench.care.store.standing(noticeId).kind)).toEqual(['accepted', 'accepted'])
})

test('a later notice takes the place of one that has not gone out', async () => {
  const application = bench.add()
  const first = bench.form(application)
  const second = bench.form(application, 'cancellation')
  await bench.enterServer()
  expect(bench.care.store.standing(first.noticeId).kind).toBe('withdrawn')
  expect(bench.care.store.standing(second.noticeId).kind).toBe('accepted')
  expect(letters).toHaveLength(1)
})

test('a reception that has begun is not announced any more: a person is asked', async () => {
  const { noticeId } = bench.form(bench.add())
  bench.clock.set('2026-11-25T03:00:00Z')
  await bench.enterServer()
  expect(letters).toEqual([])
  expect(bench.care.store.standing(noticeId).kind).toBe('late')
  expect(bench.care.attention()).toMatchObject([{ kind: 'notDelivered', subjectId: noticeId }])
})

test('a try cut off by a stop is told, made up for once with the same Message-ID', async () => {
  const { noticeId, messageId } = bench.form(bench.add())
  bench.care.store.begin(noticeId)
  // The program died here; the next one begins.
  bench.care.resume()
  await bench.care.outbox.idle()
  expect(bench.care.store.standing(noticeId).kind).toBe('unclear')
  await bench.enterServer()
  expect(bench.care.store.standing(noticeId).kind).toBe('accepted')
  expect(letters[0]?.raw).toContain(messageId)
  const { notices } = await unwrap(bench.care.service.ofApplication(stored(noticeId).applicationId))
  const told = notices[0]?.lines.map(line => (line.of === 'attempt' ? `${line.number} ${line.outcome}` : line.kind))
  expect(told).toEqual(['1 started', '1 unclear', '2 started', '2 accepted'])
})

test('a bounce is taken once, asks for a call, and the call ends it', async () => {
  await bench.enterServer()
  const application = bench.add()
  const { noticeId, messageId } = bench.form(application)
  await send()
  const letterId = addLetter()
  const report = { action: 'failed', status: '5.1.1', originalMessageId: messageId } as const
  expect(bench.care.service.takeReport(report, letterId)).toBe('taken')
  expect(bench.care.service.takeReport(report, letterId)).toBe('nothingToDo')
  // By its envelope too, where the server gives nothing else of our letter back.
  const byEnvelope = { ...report, originalMessageId: null, envelopeId: noticeId }
  expect(bench.care.service.takeReport(byEnvelope, letterId)).toBe('nothingToDo')
  expect(bench.care.service.takeReport({ ...byEnvelope, envelopeId: letterId }, letterId)).toBe('unknown')
  expect(bench.care.service.takeReport({ ...report, originalMessageId: '<x@y>' }, letterId)).toBe('unknown')
  expect(bench.care.store.standing(noticeId).kind).toBe('bounced')
  expect(bench.care.attention()).toMatchObject([{ kind: 'notDelivered' }])
  const told = { noticeId, occurredLocal: '2026-11-20T09:00', note: 'жена, передаст' }
  expect(bench.care.service.toldByPhone(bench.session, { ...told, occurredLocal: '2026-11-20T09:01' })).toMatchObject({
    ok: false,
    fault: { fields: { occurredLocal: 'Это время ещё не наступило' } },
  })
  expect(bench.care.service.toldByPhone(bench.session, { ...told, occurredLocal: '2026-11-20T08:50' })).toMatchObject({
    ok: false,
    fault: { fields: { occurredLocal: 'Это раньше, чем составлено уведомление' } },
  })
  expect(await unwrap(bench.care.service.toldByPhone(bench.session, told))).toMatchObject({ standing: 'toldByPhone' })
  expect(bench.care.service.toldByPhone(bench.session, told)).toMatchObject({ ok: false, fault: { code: 'stale' } })
  expect(bench.care.attention()).toEqual([])
  expect(JSON.stringify(bench.eventLog.list({ offset: 0, limit: 20 }))).not.toContain('жена')
})

test('sent otherwise: what waits no longer goes out', async () => {
  const { noticeId } = bench.form(bench.add())
  const told = { noticeId, occurredLocal: '2026-11-20T09:00', note: '', how: 'printed' as const }
  expect(await unwrap(bench.care.service.sentByHand(bench.session, told))).toMatchObject({ standing: 'sentByHand' })
  await bench.enterServer()
  expect(letters).toEqual([])
})

test('own words: refused with an unknown field, used when they are right, the old ones come back', async () => {
  const { mail } = bench.care.service
  const templates = await unwrap(mail.templates())
  const [appointment] = templates
  if (!appointment) throw new Error('no templates')
  const { isOwn: _own, ...words } = appointment
  expect(mail.saveTemplate(bench.session, { ...words, text: `${words.text} {тема}` })).toMatchObject({
    ok: false,
    fault: { code: 'badInput', fields: { text: expect.stringContaining('{тема}') } },
  })
  const own = { ...words, text: words.text.replace('Здравствуйте', 'Добрый день') }
  expect(await unwrap(mail.previewTemplate(bench.session, own))).toMatchObject({
    text: expect.stringContaining('Добрый день, Соловей'),
  })
  expect(await unwrap(mail.saveTemplate(bench.session, own))).toMatchObject({ isOwn: true })
  expect(stored(bench.form(bench.add()).noticeId).text).toContain('Добрый день, Пётр Петрович!')
  expect(await unwrap(mail.restoreTemplate(bench.session, 'appointment'))).toEqual(appointment)
  expect(stored(bench.form(bench.add()).noticeId).text).toContain('Здравствуйте, Пётр Петрович!')
})

test('a preview of what is not appointed yet writes nothing', async () => {
  const { applicationId } = bench.add()
  const proposed = {
    appointedLocal: '2026-11-26T11:30',
    specialistId: bench.session.account.id,
    link: 'telemost.yandex.ru/j/1',
  }
  const request = { kind: 'appointment' as const, applicationId, receptionId: null, proposed }
  const { text } = await unwrap(bench.care.service.preview(bench.session, request))
  expect(text).toContain('четверг, 26 ноября 2026 г.')
  expect(text).toContain('11:30 по Кемерово (МСК+4)')
  expect(bench.care.store.open()).toEqual([])
})

const addLetter = (): string =>
  storeLetter(bench.database, bench.accounts.place(), {
    ...{ raw: Buffer.from('отчёт'), kind: 'bounce', receivedAt: '2026-11-20T02:00:00.000Z' },
  })
