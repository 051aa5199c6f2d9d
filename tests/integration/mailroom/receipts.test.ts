import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readLetter } from '../../../electron/letters/read-letter.ts'
import { makeIntake } from '../../../electron/mailroom/intake.ts'
import { makeLetterStore } from '../../../electron/mailroom/letter-store.ts'
import { unwrap } from '../../../shared/contract/reply.ts'
import { type ApplicationsBench, applicant, openApplicationsBench } from '../applications/bench.ts'

/** Monday 30.11.2026, 09:00 in Kuzbass. */
const now = '2026-11-30T09:00:00+07:00'
let bench: ApplicationsBench
beforeEach(async () => {
  bench = await openApplicationsBench()
  bench.clock.set(now)
})
afterEach(() => bench.close())

const intakeOf = () => {
  const { database, accounts, clock, eventLog } = bench
  const store = makeLetterStore({ ...database, place: accounts.place, clock, eventLog })
  const intake = makeIntake({
    ...{ clock, store, profiles: () => [], onTaken: () => undefined, log: console },
    read: (raw, profiles) => readLetter(raw, profiles, clock.nowMs()),
  })
  return { store, intake }
}
const raw = (head: string, body = 'Фамилия: Канарейкин') => Buffer.from(`Subject: Заявка\r\n${head}\r\n\r\n${body}`)
const file = (bytes: Buffer) => ({
  ...{ source: 'file' as const, raw: bytes, byteLength: bytes.length, tooBig: false },
  ...{ internalDateMs: null, sighting: null },
})
const received = 'Received: by mx.example.ru with ESMTP; Wed, 25 Nov 2026 09:15:00 +0700'
const dueOn = async (applicationId: string, id: string) => {
  const { terms } = (await unwrap(bench.desk.matter(applicationId))).terms
  const state = terms.find(({ term }) => term.id === id)?.state
  return state && 'due' in state ? state.due.legalOn : null
}
const logged = (kind: string) =>
  bench.database.raw.prepare('select count(*) as n from event_log where kind = ?').get(kind) as { n: number }

describe('the day of receipt', () => {
  test('an added letter counts from its topmost Received, whoever adds it late', async () => {
    const { intake, store } = intakeOf()
    const { letterId } = await intake.take(file(raw(received)))
    expect(store.byId(letterId)).toMatchObject({ receivedAt: '2026-11-25T02:15:00.000Z', receiptSource: 'received' })
    const { applicationId } = await unwrap(bench.register({ receivedOn: '2026-11-30' }, letterId))
    const matter = await unwrap(bench.desk.matter(applicationId))
    expect(matter).toMatchObject({ card: { receivedOn: '2026-11-25' }, receiptSource: 'received' })
    expect(await dueOn(applicationId, 'D2')).toBe('2026-11-30')
  })

  test('of a letter without it the day is asked: what the person names counts, and that a person named it', async () => {
    const { intake, store } = intakeOf()
    const { letterId } = await intake.take(file(raw('Date: Wed, 25 Nov 2026 09:15:00 +0700')))
    expect(store.byId(letterId)).toMatchObject({ receiptSource: 'taken' })
    expect(bench.register({ receivedOn: '1999-12-31' }, letterId)).toMatchObject({
      fault: { fields: { 'fields.receivedOn': expect.any(String) } },
    })
    const { applicationId } = await unwrap(bench.register({ receivedOn: '2026-11-25' }, letterId))
    expect(await unwrap(bench.desk.matter(applicationId))).toMatchObject({
      ...{ card: { receivedOn: '2026-11-25' }, receiptSource: 'person', receivedAt: null },
    })
  })

  test('another day than the letter says needs a reason, which stays in the history', async () => {
    const { intake } = intakeOf()
    const { letterId } = await intake.take(file(raw(received)))
    const fields = { receivedOn: '2026-11-24' }
    const asked = { letterId, fields: { ...applicant, ...fields }, receiptReason: 'Принято на бумаге' }
    const { applicationId } = await unwrap(bench.desk.register(bench.session, asked))
    const { card, history } = await unwrap(bench.desk.matter(applicationId))
    expect(card.receivedOn).toBe('2026-11-24')
    expect(history.map(({ text }) => text)).toContain(
      'Дата поступления: было 25.11.2026, стало 24.11.2026. Причина: Принято на бумаге',
    )
  })

  test('put right later: the journal, every term with its trace, the log and the history show it', async () => {
    const { applicationId } = await unwrap(bench.register({ receivedOn: '2026-11-30' }))
    const before = await dueOn(applicationId, 'D2')
    const correction = { applicationId, receivedOn: '2026-11-25', reason: 'Письмо пришло в другой ящик' }
    const matter = await unwrap(bench.desk.correctReceipt(bench.session, correction))
    expect(matter.card.receivedOn).toBe('2026-11-25')
    const d2 = matter.terms.terms.find(({ term }) => term.id === 'D2')
    expect(d2?.recounted).toMatchObject({ legalBefore: before, legalAfter: '2026-11-30' })
    expect(d2?.recounted?.basis).toContain('с 30.11.2026 на 25.11.2026: Письмо пришло в другой ящик')
    expect(matter.history.at(-1)?.text).toContain('было 30.11.2026, стало 25.11.2026')
    const row = bench.database.raw.prepare('select received_on, day from journal_row').get()
    expect(row).toEqual({ received_on: '2026-11-25', day: '2026-11-25' })
    expect(logged('receiptCorrected')).toEqual({ n: 1 })
    expect(bench.desk.correctReceipt(bench.session, correction)).toMatchObject({ fault: { code: 'stale' } })
    for (const receivedOn of ['2026-12-01', '1999-12-31']) {
      expect(bench.desk.correctReceipt(bench.session, { ...correction, receivedOn })).toMatchObject({
        fault: { code: 'badInput', fields: { receivedOn: expect.any(String) } },
      })
    }
    expect(logged('receiptCorrected')).toEqual({ n: 1 })
    expect(bench.eventLog.verifyChain()).toMatchObject({ intact: true })
  })

  test('a letter that comes late and one that comes early give the same journal in both orders', async () => {
    const letters = [
      raw(received, 'Фамилия: Канарейкин'),
      raw('Received: by mx.example.ru; Fri, 27 Nov 2026 23:30:00 +0700', 'Фамилия: Синицын'),
    ]
    const journals: unknown[] = []
    for (const order of [letters, letters.toReversed()]) {
      const { intake, store } = intakeOf()
      for (const [minute, bytes] of order.entries()) {
        bench.clock.set(new Date(Date.parse(now) + minute * 3_600_000).toISOString())
        await intake.take(file(bytes))
      }
      // As the list of waiting letters shows them.
      for (const { id } of store.waiting()) await unwrap(bench.register({ receivedOn: '2026-11-30' }, id))
      journals.push(
        bench.database.raw.prepare('select journal_number, received_on, day from journal_row order by row_id').all(),
      )
      await bench.close()
      bench = await openApplicationsBench()
    }
    expect(journals[0]).toEqual(journals[1])
    expect(journals[0]).toMatchObject([{ received_on: '2026-11-25' }, { received_on: '2026-11-27' }])
  })
})

describe('the same letter or another one', () => {
  const named = (date: string, body = 'Фамилия: Канарейкин') =>
    raw(`Message-ID: <form@site.example.ru>\r\n${date}`, body)
  const times = ['Date: Wed, 25 Nov 2026 09:15:00 +0700', 'Date: Thu, 26 Nov 2026 09:15:00 +0700'] as const

  test('by another road with the same Message-ID, Date and body: once', async () => {
    const { intake } = intakeOf()
    await intake.take(file(named(times[0])))
    const other = Buffer.concat([Buffer.from(`${received}\r\n`), named(times[0])])
    expect(await intake.take(file(other))).toMatchObject({ isNew: false })
  })

  test.each([
    ['another day', named(times[0]), named(times[1])],
    ['no day at all', named('X-Road: one'), named('X-Road: two')],
    ['another text', named(times[0]), named(times[0], 'Фамилия: Синицын')],
  ])('applied again (п. 2.8), %s: two letters', async (_words, one, other) => {
    const { intake } = intakeOf()
    await intake.take(file(one))
    expect(await intake.take(file(other))).toMatchObject({ isNew: true })
  })

  test('of letters over the limit only heads are known: two are never one', async () => {
    const { intake } = intakeOf()
    const big = { ...file(named(times[0])), tooBig: true, byteLength: 30_000_000 }
    expect([await intake.take(big), await intake.take(big)].map(({ isNew }) => isNew)).toEqual([true, true])
  })
})
