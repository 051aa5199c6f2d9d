import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeErasure } from '../../../../electron/rights/erasure.ts'
import { readPersonalDataLaw } from '../../../../electron/rights/read-law.ts'
import { makeRightsService } from '../../../../electron/rights/rights-service.ts'
import { makeRightsStore } from '../../../../electron/rights/rights-store.ts'
import { unwrap } from '../../../../shared/contract/reply.ts'
import { storeLetter } from '../../../fixtures/store-letter.ts'
import { type CalendarBench, openCalendarBench } from '../calendar/calendar-bench.ts'

let bench: CalendarBench
let rights: ReturnType<typeof makeRightsService>
let erase: () => number
let applicationId: string
const by = () => ({ body_id: bench.session.body.id, workplace_id: bench.session.workplace.id })

beforeEach(async () => {
  bench = await openCalendarBench()
  applicationId = bench.add('2026-11-20').applicationId
  const { database, accounts, eventLog, clock } = bench
  const deps = { write: database.write, place: accounts.place, eventLog, clock }
  const erasure = makeErasure(deps)
  erase = () => erasure.run({ rawLetterDays: 30, documentDays: 90 }, bench.clock.nowMs())
  rights = makeRightsService({
    ...{ ...deps, erasure, store: makeRightsStore(deps), announce: () => undefined },
    law: await readPersonalDataLaw(
      join(import.meta.dirname, '../../../../resources/regulations/personal-data-152.json'),
    ),
    calendar: bench.current,
  })
})
afterEach(() => bench.close())

const register = (kind: 'information' | 'correction' | 'withdrawal', receivedLocal = '2026-11-20T09:00') =>
  rights.register(bench.session, { applicationId, kind, way: 'letter', receivedLocal })
const finish = (requestId: string, kind: 'done' | 'refused' = 'done') =>
  rights.finish(bench.session, { requestId, kind, note: 'ответ № 5' })
const close = (at = '2026-11-30T03:00:00.000Z') => {
  const { raw } = bench.database
  raw.prepare("update reception set step = 'closed'").run()
  raw
    .prepare(
      `insert into reception_event select id, 0, body_id, workplace_id, ?, ?, specialist_id, 'hand', '{}' from reception
        where not exists (select 1 from reception_event)`,
    )
    .run(at, at)
}
const application = () => bench.database.write.first(bench.database.write.select.selectFrom('application').selectAll())
const letters = () => bench.database.write.all(bench.database.write.select.selectFrom('letter').selectAll())
const addLetter = (kind: 'application' | 'autoReply' | 'other', receivedAt = '2026-11-20T02:00:00.000Z'): string =>
  storeLetter(bench.database, bench.accounts.place(), { raw: Buffer.from('тест'), kind, receivedAt })
const act = (letterId: string, kind: 'setAside' | 'takenBack' | 'handled') =>
  bench.database.write.run(
    bench.database.write.build.insertInto('letter_act').values({
      ...{ id: crypto.randomUUID(), ...by(), letter_id: letterId, kind, reason: 'р', at: '2026-11-20T02:00:00.000Z' },
      author_id: bench.session.account.id,
    }),
  )
const hold = () => {
  const { raw } = bench.database
  raw
    .prepare(
      `insert into recording (id, body_id, workplace_id, reception_id, author_id, relative_path, state, retain_until, started_at, program, regulation)
        select 'e7a1d3f2-0000-4000-8000-000000000001', body_id, workplace_id, id, specialist_id, 'd', 'sealed', '2028-11-30', '2026-11-30T02:00:00.000Z', 'p', 'r' from reception`,
    )
    .run()
  raw
    .prepare(
      `insert into recording_hold (id, body_id, workplace_id, recording_id, ground, reason, placed_at, placed_by)
        select 'h', body_id, workplace_id, id, 'complaint', 'жалоба', '2026-12-01T02:00:00.000Z', ? from recording`,
    )
    .run(bench.session.account.id)
}

describe('requests and their terms', () => {
  test.each([
    // 20.11.2026 is a Friday.
    ['information', 'R1', '2026-12-04'],
    ['correction', 'R2', '2026-12-01'],
    // The thirtieth day is a Sunday: ст. 193 ГК.
    ['withdrawal', 'R3', '2026-12-21'],
  ] as const)('%s: %s ends on %s', async (kind, id, legalOn) => {
    const { requests } = await unwrap(register(kind))
    expect(requests).toMatchObject([{ kind, way: 'letter', act: null, term: { id } }])
    expect(requests[0]?.state).toMatchObject({ kind: 'running', due: { legalOn } })
    expect(rights.attention()).toMatchObject([{ kind: 'requestOpen', shortName: 'Петров П. П.', day: '2026-11-30' }])
    bench.clock.set(`${legalOn}T02:00:00Z`)
    expect(rights.attention()).toMatchObject([{ kind: 'requestToday' }])
    bench.clock.set(`${legalOn}T18:00:00Z`)
    expect(rights.attention()).toMatchObject([{ kind: 'requestOverdue', holdsDay: false }])
  })

  test('answered: out of the list, kept with who, when and what; once only', async () => {
    const { requests } = await unwrap(register('information'))
    const id = requests[0]?.id ?? ''
    const after = await unwrap(finish(id))
    expect(after.requests).toMatchObject([
      { act: { kind: 'done', note: 'ответ № 5' }, state: { kind: 'met', late: false } },
    ])
    expect(rights.attention()).toEqual([])
    expect(finish(id)).toMatchObject({ fault: { code: 'stale' } })
    expect(bench.eventLog.list({ offset: 0, limit: 2 }).map(({ kind }) => kind)).toEqual([
      'subjectRequestAnswered',
      'subjectRequestReceived',
    ])
  })

  test.each([
    ['2026-11-20T09:01', 'Это время ещё не наступило'],
    ['2026-11-19T10:00', 'Это раньше дня регистрации заявки'],
    ['2026-02-30T10:00', 'Такого времени нет в календаре'],
  ])('received at %s is refused', (receivedLocal, message) => {
    expect(register('information', receivedLocal)).toMatchObject({ fault: { fields: { receivedLocal: message } } })
  })

  test('one open request of a kind; nothing for an unknown application', async () => {
    await unwrap(register('correction'))
    expect(register('correction')).toMatchObject({ fault: { code: 'stale' } })
    applicationId = crypto.randomUUID()
    expect(register('correction')).toMatchObject({ fault: { code: 'notFound' } })
    expect(rights.ofApplication(applicationId)).toMatchObject({ fault: { code: 'notFound' } })
  })
})

describe('withdrawal of the consent', () => {
  test('a record of the consent; while the citizen is to be received nothing goes', async () => {
    const { requests } = await unwrap(register('withdrawal'))
    const { write } = bench.database
    expect(write.all(write.select.selectFrom('application_consent').selectAll()).at(-1)).toMatchObject({
      ...{ kind: 'personalData', state: 'withdrawn', application_id: applicationId },
      // Shown behind «отозвано».
      wording: 'заявителем (152-ФЗ, ст. 9)',
    })
    expect(application()?.consent_personal_data).toBe(0)
    expect(finish(requests[0]?.id ?? '')).toMatchObject({ fault: { code: 'refusedByRule' } })
    expect(application()?.document_number).toBe('417763')
  })

  test('done: letter and document go at once, journal and recording stay, and it is recorded', async () => {
    const { requests } = await unwrap(register('withdrawal'))
    const letterId = addLetter('application')
    bench.database.raw.prepare('update application set letter_id = ?').run(letterId)
    close()
    bench.clock.set('2026-12-01T02:00:00Z')
    const after = await unwrap(finish(requests[0]?.id ?? ''))
    expect(after.documentErasedAt).toBe('2026-12-01T02:00:00.000Z')
    expect(after.letterErasedAt).toBe('2026-12-01T02:00:00.000Z')
    expect(application()).toMatchObject({ document_number: null, document_issued_by: null, family_name: 'Петров' })
    expect(letters()).toMatchObject([{ raw: null }])
    const { write } = bench.database
    expect(write.all(write.select.selectFrom('erasure_record').select(['kind', 'reason', 'after_days']))).toEqual([
      { kind: 'documentDetails', reason: 'withdrawal', after_days: null },
      { kind: 'rawLetter', reason: 'withdrawal', after_days: null },
    ])
  })

  test('a hold on the recording is said with its date, and nothing goes', async () => {
    const { requests } = await unwrap(register('withdrawal'))
    close()
    hold()
    expect(finish(requests[0]?.id ?? '')).toMatchObject({
      fault: { code: 'held', hint: expect.stringContaining('30.11.2028') },
    })
    expect(await unwrap(finish(requests[0]?.id ?? '', 'refused'))).toMatchObject({
      recordings: [{ retainUntil: '2028-11-30', held: true }],
      documentErasedAt: null,
    })
  })
})

describe('erased after their terms', () => {
  test('a letter 30 days after it was handled; what nobody handled stays', () => {
    const handled = addLetter('other')
    act(handled, 'handled')
    const back = addLetter('other')
    act(back, 'handled')
    act(back, 'takenBack')
    addLetter('application')
    addLetter('autoReply')
    bench.clock.set('2026-12-20T02:00:00Z')
    expect(erase()).toBe(0)
    bench.clock.set('2026-12-20T02:00:01Z')
    expect(erase()).toBe(2)
    expect(erase()).toBe(0)
    expect(letters().filter(({ raw }) => raw === null)).toMatchObject([{ id: handled }, { kind: 'autoReply' }])
    expect(bench.eventLog.list({ offset: 0, limit: 1 })).toMatchObject([{ kind: 'letterErased', account_id: null }])
  })

  test('the document 90 days after the application was closed', () => {
    bench.clock.set('2027-02-27T02:00:00Z')
    expect(erase()).toBe(0)
    close('2026-11-30T03:00:00.000Z')
    bench.clock.set('2027-02-28T02:59:00Z')
    expect(erase()).toBe(0)
    bench.clock.set('2027-02-28T03:00:01Z')
    expect(erase()).toBe(1)
    expect(application()).toMatchObject({ document_series: null, document_erased_at: '2027-02-28T03:00:01.000Z' })
    expect(erase()).toBe(0)
  })

  test('an open request and a hold keep what they need', async () => {
    const { requests } = await unwrap(register('information'))
    close()
    bench.clock.set('2027-06-01T02:00:00Z')
    expect(erase()).toBe(0)
    await unwrap(finish(requests[0]?.id ?? ''))
    hold()
    expect(erase()).toBe(0)
    bench.database.raw
      .prepare(
        "update recording_hold set released_at = '2027-06-01T02:00:00.000Z', released_by = placed_by, release_reason = 'р'",
      )
      .run()
    expect(erase()).toBe(1)
  })

  test('the database itself keeps the record and lets the raw letter go only once', () => {
    const id = addLetter('autoReply')
    bench.clock.set('2027-06-01T02:00:00Z')
    erase()
    const { raw } = bench.database
    expect(() => raw.prepare('delete from erasure_record').run()).toThrow(/append-only/)
    expect(() => raw.prepare("update letter set erased_at = '2028-01-01' where id = ?").run(id)).toThrow(
      /only ever erased/,
    )
  })
})
