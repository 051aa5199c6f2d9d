import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { makeReceptionService, type ReceptionService } from '../../../electron/reception/reception-service.ts'
import { makeTurns } from '../../../electron/reception/turns.ts'
import { contract } from '../../../shared/contract/contract.ts'
import { done, unwrap } from '../../../shared/contract/reply.ts'
import { ReceptionAction } from '../../../shared/reception/event.ts'
import { toldLater } from '../../../shared/reception/told-moments.ts'
import { openStores, registrationOf } from '../../unit/electron/database/fixture.ts'
import { regulation } from '../../unit/shared/reception/history-of.ts'

/** A page that tells a moment is bounded by what the workstation knows. 20.11.2026, 09:00 in Kuzbass. */

let stores: ReturnType<typeof openStores>
let service: ReceptionService
let receptionId: string
beforeEach(() => {
  stores = openStores()
  receptionId = stores.applications.create(registrationOf(stores.session)).receptionId
  service = makeReceptionService({
    rows: stores.receptions,
    recordings: {
      begin: async () => done({ recordingId: crypto.randomUUID(), startedAtMs: stores.clock.nowMs() }),
      continueFor: async () => done(null),
      finish: async () => undefined,
      mark: () => undefined,
      documentInterval: () => undefined,
    },
    holdForAbuse: () => undefined,
    ...{ regulation, roomInReceptions: () => 100, movesTo: stores.moves.movesTo, links: stores.links },
    ...{ inTurn: makeTurns(), onOpenChanged: () => undefined, announce: () => undefined, clock: stores.clock },
    helpCards: {} as Parameters<typeof makeReceptionService>[0]['helpCards'],
  })
})
afterEach(() => stores.close())

const kinds = ReceptionAction.options.map(({ shape }) => shape.kind.value)
const events = () => stores.receptions.events(receptionId)
const act = (action: ReceptionAction, occurredAt: string | null) =>
  service.act(stores.session, {
    ...{ receptionId, action, occurredAt, source: 'hand' },
    expectedSequence: events().length,
  })
const call: ReceptionAction = { kind: 'phoneCalled', result: 'notReached', agreedTime: null }

test.each(kinds.filter(kind => !toldLater.has(kind)))(
  '%s happens when it is written: no moment is taken for it',
  async kind => {
    for (const occurredAt of [
      '2020-01-01T00:00:00Z',
      '2026-11-20T01:59:00Z',
      '2026-11-20T02:00:00Z',
      '2030-01-01T00:00:00Z',
    ]) {
      expect(await act({ kind } as ReceptionAction, occurredAt)).toMatchObject({ fault: { code: 'badInput' } })
    }
    expect(events()).toEqual([])
  },
)

test.each([...toldLater])('%s is not taken from years ago, nor from what is to come', async kind => {
  const { [kind]: action = { kind } as ReceptionAction } = {
    phoneCalled: call,
    emergencyServiceCalled: { kind: 'emergencyServiceCalled', service: '112' },
  } as Partial<Record<string, ReceptionAction>>
  await unwrap(act({ kind: 'roomOpened' }, null))
  await unwrap(act({ kind: 'citizenConnected' }, null))
  stores.clock.set('2026-11-20T02:10:00Z')
  for (const occurredAt of ['2020-01-01T00:00:00Z', '2026-11-19T16:59:59Z', '2026-11-20T02:10:01Z']) {
    expect(await act(action, occurredAt), occurredAt).toMatchObject({ ok: false })
  }
  expect(events()).toHaveLength(2)
})

describe('what a person truly tells later', () => {
  test('is taken from the day of the reception on, before its room was opened too', async () => {
    for (const occurredAt of ['2026-11-19T17:00:00Z', '2026-11-20T01:59:59Z', '2026-11-20T02:00:00Z']) {
      await unwrap(act(call, occurredAt))
    }
    expect(events()).toHaveLength(3)
  })
  test('of a reception appointed for a later day from its appointment on', async () => {
    const later = registrationOf(stores.session, {}, '2026-11-27T10:00:00+07:00')
    receptionId = stores.applications.create(later).receptionId
    stores.clock.set('2026-11-25T05:00:00Z')
    await unwrap(act(call, '2026-11-25T04:00:00Z'))
    expect(await act(call, '2026-11-20T01:59:59Z')).toMatchObject({
      fault: { hint: expect.stringContaining('раньше') },
    })
  })
  test('an emergency service was not called before the reception', async () => {
    await unwrap(act({ kind: 'roomOpened' }, null))
    stores.clock.set('2026-11-20T02:10:00Z')
    const called: ReceptionAction = { kind: 'emergencyServiceCalled', service: '112' }
    expect(await act(called, '2026-11-20T01:59:59Z')).toMatchObject({ ok: false })
    await unwrap(act(called, '2026-11-20T02:00:00Z'))
  })
})

test('a time is not corrected to years ago, and is corrected within the day', async () => {
  await unwrap(act({ kind: 'roomOpened' }, null))
  const corrected = (occurredAt: string) => act({ kind: 'timeCorrected', sequence: 0, occurredAt }, null)
  expect(await corrected('2020-01-01T00:00:00Z')).toMatchObject({ fault: { code: 'badInput' } })
  expect(await corrected('2026-11-20T02:00:01Z')).toMatchObject({ ok: false })
  await unwrap(corrected('2026-11-20T01:55:00Z'))
})

/** Where a call takes a moment of what has happened, and what bounds it below; above it is always the present. */
const bounded: Readonly<Record<string, string>> = {
  'receptions.act.occurredAt': 'the appointment: here',
  'receptions.act.action.occurredAt': 'the appointment: here',
  'applications.mark.occurredLocal': 'the receipt of the application: unit/electron/terms/term-service.test.ts',
  'applications.consent.occurredLocal': 'the receipt of the application: integration/applications/applications.test.ts',
  'notices.toldByPhone.occurredLocal': 'the forming of the notice: unit/electron/notices/notice-desk.test.ts',
  'notices.sentByHand.occurredLocal': 'the forming of the notice: unit/electron/notices/notice-desk.test.ts',
  'replies.judge.receivedAt': 'the letter, or three months: integration/replies/unknown-receipt.test.ts',
  'rights.register.receivedLocal': 'the registration: unit/electron/rights/rights.test.ts',
}
/** What is still to come. */
const plans = [
  ...['applications.appoint.appointedLocal', 'applications.register.appointment.appointedLocal'],
  ...['notices.preview.proposed.appointedLocal', 'receptions.act.action.agreedTime', 'receptions.move.appointedLocal'],
]
/** Refused of every page: the program alone writes it. */
const own = ['receptions.act.action.from']

test('no call takes a moment that nothing bounds', () => {
  const found = Object.entries(contract).flatMap(([group, calls]) =>
    Object.entries(calls).flatMap(([name, procedure]) => {
      const schema = procedure['~orpc'].inputSchema as z.core.$ZodType | undefined
      return schema === undefined
        ? []
        : momentsOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), `${group}.${name}`)
    }),
  )
  expect([...new Set(found)].sort()).toEqual([...Object.keys(bounded), ...plans, ...own].sort())
})

function momentsOf(schema: unknown, path: string): string[] {
  if (schema === null || typeof schema !== 'object') return []
  const { properties = {}, format, pattern, ...rest } = schema as Record<string, unknown>
  const here =
    format === 'date-time' || (typeof pattern === 'string' && pattern.includes('T\\d{2}:\\d{2}')) ? [path] : []
  const below = Object.entries(properties as object).flatMap(([name, inner]) => momentsOf(inner, `${path}.${name}`))
  return [...here, ...below, ...Object.values(rest).flatMap(inner => momentsOf(inner, path))]
}
