import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeReceptionService, type ReceptionService } from '../../../../electron/reception/reception-service.ts'
import { makeTurns } from '../../../../electron/reception/turns.ts'
import type { ReceptionDetail } from '../../../../shared/contract/receptions.ts'
import { done, unwrap } from '../../../../shared/contract/reply.ts'
import type { ManualSource, ReceptionAction } from '../../../../shared/reception/event.ts'
import { refusalText } from '../../../../shared/reception/refusal-text.ts'
import type { MarkerCode } from '../../../../shared/recording/slip.ts'
import { regulation } from '../../shared/reception/history-of.ts'
import { openStores, registrationOf } from '../database/fixture.ts'

let stores: ReturnType<typeof openStores>
let service: ReceptionService
let receptionId: string
let markers: MarkerCode[]
let covered: { fromMs: number; toMs: number }[]
let finished: number
let held: string[]

beforeEach(() => {
  stores = openStores()
  receptionId = stores.applications.create(registrationOf(stores.session)).receptionId
  markers = []
  covered = []
  finished = 0
  held = []
  service = makeReceptionService({
    rows: stores.receptions,
    recordings: {
      begin: async () => {
        const startedAt = new Date(stores.clock.nowMs()).toISOString()
        const session = { ...recording, receptionId, startedAt, bodyId: who().body.id, workplaceId: who().workplace.id }
        stores.recordings.insert({ session, directory: join(stores.folder.path, 'recordings/one'), author: who() })
        return done({ recordingId: recording.recordingId, startedAtMs: stores.clock.nowMs() })
      },
      continueFor: async () => done(null),
      finish: async () => {
        finished += 1
      },
      mark: code => markers.push(code),
      documentInterval: (fromMs, toMs) => covered.push({ fromMs, toMs }),
    },
    holdForAbuse: (_who, recordingId) => held.push(recordingId),
    regulation,
    helpCards: { source: 'проверка', devices: { android: 'а', iphone: 'и', computer: 'к' }, topics, cards: [] },
    roomInReceptions: () => 100,
    movesTo: stores.moves.movesTo,
    links: stores.links,
    inTurn: makeTurns(),
    onOpenChanged: () => undefined,
    announce: () => undefined,
    clock: stores.clock,
  })
})
afterEach(() => stores.close())

const who = () => stores.session
const recording = {
  recordingId: 'b8f0b5a1-2f59-4a2e-8c3b-3a5d3f8a9c22',
  retainUntil: '2028-11-20',
  program: 'проверка',
  regulation: 'kuzbass-121@1',
}
const topics = { sound: 'з', camera: 'к', screen: 'э', document: 'д' }
const matched = { face: true, fullName: true, birthDate: true, documentNumber: true }
const shown: ReceptionAction = { kind: 'documentShown', method: 'screen' }
const established: ReceptionAction = {
  kind: 'identified',
  result: 'established',
  method: 'screen',
  matched,
  reason: null,
}
const detail = () => unwrap(service.detail(stores.session, receptionId))

async function tryAct(action: ReceptionAction, entered?: { occurredAt: string; source: ManualSource }) {
  const { card } = await detail()
  return service.act(stores.session, {
    receptionId,
    expectedSequence: card.state.nextSequence,
    action,
    occurredAt: entered?.occurredAt ?? null,
    source: entered?.source ?? 'hand',
  })
}
async function actAll(
  ...steps: readonly (readonly [clock: string, action: ReceptionAction])[]
): Promise<ReceptionDetail> {
  for (const [clock, action] of steps) {
    stores.clock.set(`2026-11-20T02:${clock}Z`)
    await unwrap(await tryAct(action))
  }
  return detail()
}
const logged = () => stores.eventLog.list({ offset: 0, limit: 100 })

test('the list of the day carries no topic; the reception itself does', async () => {
  const { receptions } = await unwrap(service.day(stores.session, null))
  expect(receptions.map(({ id }) => id)).toEqual([receptionId])
  expect(JSON.stringify(receptions)).not.toContain('Субсидия')
  expect((await detail()).card.topic).toBe('Субсидия на оплату ЖКУ')
})

describe('column 6', () => {
  const holder = () => stores.journal.list({ filter: anything, offset: 0, limit: 1 }).rows[0]?.specialistName
  const anything = {
    ...{ search: '', from: null, to: null, outcomes: [], withoutResult: false, withoutRecording: false },
  }

  test('who really receives stands there, and a start taken back is taken back', async () => {
    const standIn = stores.accounts.addAccount({ fullName: 'Орлова Ольга Юрьевна', position: '', role: 'specialist' })
    await actAll(['00:00', { kind: 'roomOpened' }])
    expect(holder()).toBe('Иванова Анна Петровна')
    const own = stores.session
    Object.assign(stores, { session: { ...own, account: standIn } })
    const { events } = await actAll(['02:00', { kind: 'citizenConnected' }])
    expect(holder()).toBe('Орлова Ольга Юрьевна')
    await actAll(['02:05', { kind: 'tickUndone', sequence: events.length - 1 }])
    expect(holder()).toBe('Иванова Анна Петровна')
  })
})

describe('the next of the day', () => {
  const register = (appointedAt: string) =>
    stores.applications.create({ ...registrationOf(stores.session), appointedAt }).receptionId
  const nextOf = async (id: string) => (await unwrap(service.detail(stores.session, id))).next?.receptionId ?? null

  test('two of the same minute are each other\u2019s next, the later one follows once both are held', async () => {
    const { appointedAt } = (await detail()).card.state.facts
    const later = register(new Date(Date.parse(appointedAt) + 30 * 60_000).toISOString())
    const beside = register(appointedAt)
    expect(await nextOf(receptionId)).toBe(beside)
    expect(await nextOf(beside)).toBe(receptionId)
    await actAll(['00:00', { kind: 'roomOpened' }])
    expect(await nextOf(beside)).toBe(later)
  })

  test('an earlier one that is overdue is not skipped, an earlier one of later today is', async () => {
    const later = register('2026-11-20T10:00:00+07:00')
    expect(await nextOf(later)).toBe(receptionId)
    stores.clock.set('2026-11-20T01:59:00Z')
    expect(await nextOf(later)).toBeNull()
  })
})

describe('facts entered later', () => {
  test('a call from a mobile in the power cut keeps its own time and where it is known from', async () => {
    await actAll(['00:00', { kind: 'roomOpened' }])
    stores.clock.set('2026-11-20T03:40:00Z')
    const call: ReceptionAction = { kind: 'phoneCalled', result: 'notReached', agreedTime: null }
    await unwrap(await tryAct(call, { occurredAt: '2026-11-20T02:20:00Z', source: 'phone' }))
    expect((await detail()).events.at(-1)).toMatchObject({
      occurredAt: '2026-11-20T02:20:00Z',
      recordedAt: '2026-11-20T03:40:00.000Z',
      source: 'phone',
    })
  })
})

describe('what belongs to the program', () => {
  test.each<ReceptionAction>([
    { kind: 'workInterrupted', from: '2026-11-20T02:00:00Z', cause: 'restart' },
    { kind: 'addressRevealed' },
    { kind: 'moved', toReceptionId: crypto.randomUUID() },
  ])('$kind is not taken from a page', async action => {
    await actAll(['00:00', { kind: 'roomOpened' }])
    expect(await tryAct(action)).toMatchObject({ ok: false, fault: { code: 'badInput' } })
    expect((await detail()).events).toHaveLength(1)
  })
})

describe('the address', () => {
  test('is opened by an event, and the event log knows the reception but not the address', async () => {
    await actAll(['00:00', { kind: 'roomOpened' }])
    const opened = await unwrap(await service.revealAddress(stores.session, { receptionId, expectedSequence: 1 }))
    expect(opened.address).toBe('г. Кемерово, ул. Весенняя, д. 7, кв. 12')
    expect(opened.detail.events.at(-1)?.action).toEqual({ kind: 'addressRevealed' })
    const line = logged().find(({ result }) => result === 'addressRevealed')
    expect(line?.kind).toBe('receptionEvent')
    expect(JSON.stringify(line)).toContain(receptionId)
    expect(JSON.stringify(logged())).not.toContain('Весенняя')
  })

  test.each([
    ['before the room is open', 0],
    ['by an outdated page', 7],
  ])('stays closed %s', async (_name, expectedSequence) => {
    const refused = await service.revealAddress(stores.session, { receptionId, expectedSequence })
    expect(refused.ok).toBe(false)
    expect((await detail()).events).toHaveLength(0)
  })
})

describe('the recording', () => {
  test('help is marked, and the identification step is covered from the notice, before «Документ показан» was pressed', async () => {
    await actAll(
      ['00:00', { kind: 'roomOpened' }],
      ['02:00', { kind: 'citizenConnected' }],
      ['02:30', { kind: 'helpGiven', device: 'iphone', topic: 'screen' }],
      ['03:00', { kind: 'noticeGiven' }],
      ['04:00', shown],
      ['05:00', established],
    )
    expect(markers).toEqual(['connected', 'help', 'notice', 'documentShown', 'identified'])
    expect(covered).toEqual([{ fromMs: Date.parse('2026-11-20T02:03:00Z'), toMs: Date.parse('2026-11-20T02:05:00Z') }])
  })

  test('after a gap the repeated notice comes first', async () => {
    await actAll(
      ['00:00', { kind: 'roomOpened' }],
      ['02:00', { kind: 'citizenConnected' }],
      ['03:00', { kind: 'noticeGiven' }],
    )
    stores.clock.set('2026-11-20T02:04:00Z')
    const gap: ReceptionAction = { kind: 'workInterrupted', from: '2026-11-20T02:03:30Z', cause: 'recorderLost' }
    await unwrap(await service.note(stores.session, receptionId, gap))
    expect(await tryAct(established)).toMatchObject({
      ok: false,
      fault: { code: 'refusedByRule', hint: refusalText('repeatNoticeFirst') },
    })
    await unwrap(await tryAct({ kind: 'noticeRepeated' }))
    expect(await tryAct(established)).toMatchObject({
      ok: false,
      fault: { code: 'refusedByRule', hint: refusalText('showingNotMarked') },
    })
    await unwrap(await tryAct(shown))
    await unwrap(await tryAct(established))
  })

  test('abuse ends it at once; column 7 is written later and knows when the head was told', async () => {
    const after = await actAll(
      ['00:00', { kind: 'roomOpened' }],
      ['02:00', { kind: 'citizenConnected' }],
      ['02:20', { kind: 'warningGiven' }],
      ['02:40', { kind: 'interrupted', ground: 'abuse', reason: null }],
      ['09:00', { kind: 'headInformed' }],
    )
    expect(finished).toBe(1)
    expect(held).toEqual([recording.recordingId])
    expect(after.card.state.step).toEqual({ name: 'closing', outcome: 'abuse' })
    expect(after.card.state.facts.headInformedAt).toBe('2026-11-20T02:09:00.000Z')
  })
})
