import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApplicationCard, RevealedDocument } from '../../../../shared/contract/applications.ts'
import { openStores, registrationOf } from '../database/fixture.ts'

// Many encrypted databases or thousands of lines: seconds beside busy neighbours.
vi.setConfig({ testTimeout: 60_000 })

let stores: ReturnType<typeof openStores>
beforeEach(() => {
  stores = openStores()
})
afterEach(() => stores.close())

const unknownId = '00000000-0000-4000-8000-000000000000'
const create = (...changes: Parameters<typeof registrationOf> extends [unknown, ...infer Rest] ? Rest : never) =>
  stores.applications.create(registrationOf(stores.session, ...changes))
const auditLines = () => stores.eventLog.list({ offset: 0, limit: 100 })
const tablesWithRows = () =>
  (['application', 'reception', 'journal_row', 'event_log', 'journal_counter'] as const).map(table => {
    const { read } = stores.database
    return read.first(read.select.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('n')))?.n
  })

test('one act makes number, application, reception, journal row and audit line', () => {
  const { applicationId, receptionId, journalNumber } = create()
  expect(journalNumber).toBe(1)
  const filter = {
    search: 'субсидии петрова',
    from: null,
    to: null,
    outcomes: [],
    withoutResult: false,
    withoutRecording: false,
  }
  expect(stores.journal.list({ filter, offset: 0, limit: 5 })).toEqual({
    total: 1,
    rows: [
      {
        applicationId,
        receptionId,
        journalNumber: 1,
        receivedOn: '2026-11-18',
        fullName: 'Петров Пётр Петрович',
        topic: 'Субсидия на оплату ЖКУ',
        consideration: 'Личный прием назначен на 20.11.2026 09:00.',
        corrected: [],
        specialistName: 'Иванова Анна Петровна',
        result: '',
        receptionDate: '2026-11-20',
        outcome: null,
        recordingId: null,
      },
    ],
  })
  expect(stores.receptions.byId(receptionId)).toMatchObject({ applicationId, appointedAt: '2026-11-20T02:00:00.000Z' })
  expect(auditLines()[0]).toMatchObject({ kind: 'applicationRegistered', account_id: stores.session.account.id })
})

test('the card masks the document', () => {
  const card = stores.applications.card(create().applicationId)
  expect(ApplicationCard.parse(card)).toEqual(card)
  expect(card?.maskedDocument).toMatch(/^Паспорт гражданина РФ .*•.*63$/)
  expect(JSON.stringify(card)).not.toContain('417763')
  expect(stores.applications.card(unknownId)).toBeNull()
  expect(stores.applications.card(create({ identityDocument: null }).applicationId)?.maskedDocument).toBeNull()
})

test('revealing answers the document and leaves a line without it', () => {
  const { applicationId } = create()
  const by = { accountId: stores.session.account.id, purpose: 'identification' } as const
  const revealed = stores.applications.revealDocument(applicationId, by)
  expect(RevealedDocument.parse(revealed)).toMatchObject({
    fullName: 'Петров Пётр Петрович',
    identityDocument: { series: '32 05', number: '417763' },
  })
  const [line] = auditLines()
  expect(line).toMatchObject({ kind: 'documentRevealed', result: 'identification', account_id: by.accountId })
  expect(JSON.stringify(auditLines())).not.toMatch(/417763|Петров/)
  const before = auditLines().length
  expect(stores.applications.revealDocument(unknownId, by)).toBeNull()
  expect(auditLines()).toHaveLength(before)
})

test('without an audit line nothing is revealed', () => {
  const { applicationId } = create()
  stores.database.raw.exec(
    "create trigger full_disk before insert on event_log begin select raise(abort, 'disk full'); end",
  )
  const by = { accountId: stores.session.account.id, purpose: 'control' } as const
  expect(() => stores.applications.revealDocument(applicationId, by)).toThrow('disk full')
})

test.each(['application', 'reception', 'journal_row', 'event_log'])('a failure at %s leaves nothing at all', table => {
  const before = tablesWithRows()
  const { raw } = stores.database
  raw.exec(`create trigger fault before insert on ${table} begin select raise(abort, 'fault'); end`)
  expect(() => create()).toThrow('fault')
  expect(tablesWithRows()).toEqual(before)
  raw.exec('drop trigger fault')
  expect(create().journalNumber).toBe(1)
})

test('numbers have no gaps, whatever fails and whatever surrounds them', async () => {
  await fc.assert(
    fc.property(fc.array(fc.constantFrom('ok', 'fails', 'rolledBack', 'outerKept'), { maxLength: 25 }), steps => {
      const fresh = openStores()
      const make = () => fresh.applications.create(registrationOf(fresh.session)).journalNumber
      const kept: number[] = []
      for (const step of steps) {
        if (step === 'ok') kept.push(make())
        if (step === 'fails') {
          expect(() =>
            fresh.applications.create(registrationOf(fresh.session, { addressKind: 'nowhere' as 'stay' })),
          ).toThrow()
        }
        if (step === 'rolledBack') {
          expect(() =>
            fresh.database.write.transaction(() => {
              make()
              make()
              throw new Error('no')
            }),
          ).toThrow('no')
        }
        if (step === 'outerKept') fresh.database.write.transaction(() => kept.push(make(), make()))
      }
      expect(kept).toEqual(kept.map((_number, index) => index + 1))
      fresh.close()
    }),
    { numRuns: 15 },
  )
})

test('each year starts at 1, by the local date of the body', () => {
  const number = (instant: string) => {
    stores.clock.set(instant)
    return create().journalNumber
  }
  expect(number('2026-12-31T16:59:00Z')).toBe(1)
  // Midnight in Novokuznetsk, still the old year in UTC.
  expect(number('2026-12-31T17:00:00Z')).toBe(1)
  expect(number('2027-01-01T10:00:00Z')).toBe(2)
})
