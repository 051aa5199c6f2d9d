import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { NoticeOrder } from '../../../../electron/notices/notice-order.ts'
import { linkInUseText } from '../../../../electron/reception/link-rule.ts'
import { type Moving, makeMoving } from '../../../../electron/reception/moving.ts'
import { makeReceptionService, type ReceptionService } from '../../../../electron/reception/reception-service.ts'
import { makeTurns } from '../../../../electron/reception/turns.ts'
import type { MoveRequest } from '../../../../shared/contract/receptions.ts'
import { done, unwrap } from '../../../../shared/contract/reply.ts'
import type { ReceptionAction } from '../../../../shared/reception/event.ts'
import { regulation } from '../../shared/reception/history-of.ts'
import { openStores, registrationOf } from '../database/fixture.ts'
import { ruleForOn } from './rule-for.ts'

let stores: ReturnType<typeof openStores>
let receptions: ReceptionService
let moving: Moving
let receptionId: string
let formed: NoticeOrder[]
let sentSoon: number
let formFails: boolean

beforeEach(() => {
  formed = []
  sentSoon = 0
  formFails = false
  stores = openStores()
  receptionId = stores.applications.create(registrationOf(stores.session)).receptionId
  const common = {
    ...{ rows: stores.receptions, links: stores.links, regulation, inTurn: makeTurns(), clock: stores.clock },
    ...{ onOpenChanged: () => undefined, announce: () => undefined },
  }
  receptions = makeReceptionService({
    ...common,
    recordings: {
      begin: async () => done({ recordingId: crypto.randomUUID(), startedAtMs: stores.clock.nowMs() }),
      continueFor: async () => done(null),
      finish: async () => undefined,
      mark: () => 1,
      documentInterval: () => 1,
    },
    holdForAbuse: () => undefined,
    helpCards: { source: '', devices: { android: '', iphone: '', computer: '' }, topics, cards: [] },
    roomInReceptions: () => 100,
    movesTo: stores.moves.movesTo,
  })
  moving = makeMoving({
    notices: {
      desk: {
        form(order) {
          if (formFails) throw new Error('the notice could not be formed')
          formed.push(order)
          return { noticeId: crypto.randomUUID(), messageId: '<1@example.ru>', formedAt: '2026-11-20T02:00:00.000Z' }
        },
        sendSoon() {
          sentSoon += 1
        },
      },
      transaction: stores.database.write.transaction,
    },
    ...common,
    store: stores.moves,
    ruleFor: ruleForOn(stores),
    specialist: accountId => stores.accounts.staff().find(({ id }) => id === accountId) ?? null,
  })
})
afterEach(() => stores.close())

const topics = { sound: '', camera: '', screen: '', document: '' }
const stateOf = async (id = receptionId) => (await unwrap(receptions.detail(stores.session, id))).card.state

async function act(clock: string, action: ReceptionAction, id = receptionId) {
  stores.clock.set(`2026-11-20T02:${clock}Z`)
  const { nextSequence: expectedSequence } = await stateOf(id)
  const request = { receptionId: id, expectedSequence, action, occurredAt: null, source: 'hand' } as const
  return unwrap(await receptions.act(stores.session, request))
}

const move = async (changes: Partial<MoveRequest> = {}) =>
  moving.move(stores.session, {
    ...{ receptionId, expectedSequence: (await stateOf()).nextSequence, reason: 'citizenAsked' },
    ...{ basis: 'просьба по телефону, решил специалист', appointedLocal: '2026-11-24T10:00', newLink: null },
    specialistId: null,
    ...changes,
  })
const row = () => stores.database.read.first(stores.database.read.select.selectFrom('journal_row').selectAll())

/** Before the talk: our microphone is dead, the citizen agrees on the phone (п. 3.5). */
async function agreeAfterFault() {
  await act('01:00', { kind: 'faultFound', description: 'не работает микрофон' })
  await act('02:00', { kind: 'phoneCalled', result: 'agreed', agreedTime: '2026-11-24T03:00:00Z' })
  await act('03:00', { kind: 'moving', reason: 'fault' })
}

describe('another time', () => {
  test('after a fault of ours the same row goes on, with what happened in columns 5 and 7 (п. 3.5)', async () => {
    await agreeAfterFault()
    const { receptionId: second } = await unwrap(await move({ reason: 'fault', basis: null }))
    expect((await stateOf()).step).toEqual({ name: 'moved', toReceptionId: second })
    expect((await stateOf(second)).step.name).toBe('scheduled')
    expect(row()).toMatchObject({ reception_id: second, reception_date: '2026-11-24', outcome: null })
    expect(row()?.consideration).toBe(
      'Назначен личный прием 20.11.2026 в 09:00; перенесен на 24.11.2026 в 10:00 (п. 3.5)',
    )
    expect(row()?.result).toContain('не работает микрофон')
    expect(row()?.result).not.toContain('{')
    const { select } = stores.database.read
    expect(stores.database.read.first(select.selectFrom('reception_move').selectAll())).toMatchObject({
      ...{ from_reception_id: receptionId, to_reception_id: second, confirmation_valid: 1 },
    })
  })

  test('the citizen is written about it, in one transaction with the move', async () => {
    const { receptionId: second } = await unwrap(await move())
    expect(formed).toMatchObject([{ kind: 'move', receptionId: second }])
    expect(sentSoon).toBe(1)
  })

  test('no move without its notice', async () => {
    formFails = true
    await expect(move()).rejects.toThrow('could not be formed')
    const { select } = stores.database.read
    expect(stores.database.read.first(select.selectFrom('reception_move').selectAll())).toBeUndefined()
    expect((await stateOf()).step.name).toBe('scheduled')
  })

  test('the second reception writes its own end behind what stands in column 7', async () => {
    await agreeAfterFault()
    const { receptionId: second } = await unwrap(await move({ reason: 'fault', basis: null }))
    const before = row()?.result ?? ''
    await act('04:00', { kind: 'cancelled', reason: 'refused' }, second)
    expect(row()?.result.startsWith(`${before} `)).toBe(true)
    expect(row()?.result).toContain('гражданин отказался от участия (п. 2.6)')
    expect(row()?.consideration).toContain('перенесен на 24.11.2026 в 10:00 (п. 3.5)')
  })

  test('by a decision: the citizen has to confirm again, column 7 says nothing', async () => {
    const { receptionId: second } = await unwrap(await move())
    expect(row()).toMatchObject({ reception_id: second, result: '' })
    const { select } = stores.database.read
    expect(stores.database.read.first(select.selectFrom('reception_move').selectAll())).toMatchObject({
      ...{ confirmation_valid: 0, basis: 'просьба по телефону, решил специалист' },
    })
    expect(stores.eventLog.list({ offset: 0, limit: 10 }).map(({ kind }) => kind)).toContain('receptionMoved')
  })

  test('a replaced specialist: who takes over is appointed and stands in column 6', async () => {
    const other = stores.accounts.addAccount({ fullName: 'Орлова Ольга Юрьевна', position: '', role: 'specialist' })
    const basis = 'болезнь, решил заведующий'
    const { receptionId: second } = await unwrap(
      await move({ reason: 'specialistReplaced', basis, specialistId: other.id }),
    )
    expect((await stateOf(second)).facts.specialistId).toBe(other.id)
    expect(row()?.specialist_name).toBe('Орлова Ольга Юрьевна')
  })

  test('a second move names both times in column 5', async () => {
    const { receptionId: second } = await unwrap(await move())
    await unwrap(await move({ receptionId: second, expectedSequence: 0, appointedLocal: '2026-11-25T11:30' }))
    expect(row()?.consideration).toBe(
      'Назначен личный прием 20.11.2026 в 09:00; перенесен на 24.11.2026 в 10:00; перенесен на 25.11.2026 в 11:30',
    )
  })

  test.each<[string, Partial<MoveRequest>, string]>([
    ['a time that is over', { appointedLocal: '2026-11-20T08:00' }, 'appointedLocal'],
    ['a time that is none', { appointedLocal: '2026-02-30T08:00' }, 'appointedLocal'],
    ['no decision', { basis: null }, 'basis'],
    ['nobody who takes over', { reason: 'specialistReplaced' }, 'specialistId'],
    ['who does not receive', { reason: 'specialistReplaced', specialistId: crypto.randomUUID() }, 'specialistId'],
    ['somebody else without a replacement', { specialistId: crypto.randomUUID() }, 'specialistId'],
    ['a link that leads elsewhere', { newLink: 'https://example.org/j/12345678' }, 'newLink'],
  ])('%s is refused at its field and nothing is written', async (_name, changes, field) => {
    const answer = await move(changes)
    expect(answer).toMatchObject({ ok: false, fault: { code: 'badInput' } })
    if (!answer.ok) expect(Object.keys(answer.fault.fields ?? {})).toEqual([field])
    expect((await stateOf()).step.name).toBe('scheduled')
    expect(row()?.reception_id).toBe(receptionId)
  })

  test('a fault that was not recorded, and an outdated page, are refused', async () => {
    expect(await move({ reason: 'fault', basis: null })).toMatchObject({ ok: false, fault: { code: 'refusedByRule' } })
    expect(await move({ expectedSequence: 7 })).toMatchObject({ ok: false, fault: { code: 'stale' } })
  })
})

describe('a time that is taken (п. 3.1)', () => {
  const orlova = () =>
    stores.accounts.addAccount({ fullName: 'Орлова Ольга Юрьевна', position: '', role: 'specialist' }).id
  /** Another citizen's reception at that local time; of the colleague where one is given. */
  const taken = (local: string, specialistId: string | null = null) => {
    const registration = registrationOf(stores.session, { familyName: 'Синицын' }, `${local}:00+07:00`)
    const { receptionId: id } = stores.applications.create({ ...registration, link: null })
    if (specialistId !== null) {
      stores.database.raw.prepare('update reception set specialist_id = ? where id = ?').run(specialistId, id)
    }
    return id
  }
  const asHead = async (changes: Partial<MoveRequest>) =>
    moving.move(
      { ...stores.session, account: { ...stores.session.account, role: 'head' } },
      {
        ...{ receptionId, expectedSequence: (await stateOf()).nextSequence, reason: 'citizenAsked' },
        ...{ basis: 'решила начальник отдела', appointedLocal: '2026-11-24T10:00', newLink: null, specialistId: null },
        ...changes,
      },
    )
  const busy = (words: string) => ({
    ok: false,
    fault: { code: 'badInput', fields: { appointedLocal: expect.stringContaining(words) } },
  })

  test('the specialist has another citizen then: refused to everybody, nothing is written', async () => {
    taken('2026-11-24T10:15')
    expect(await move()).toMatchObject(busy('другой приём'))
    expect(await asHead({})).toMatchObject(busy('другой приём'))
    expect((await stateOf()).step.name).toBe('scheduled')
    expect(formed).toEqual([])
    await unwrap(await move({ appointedLocal: '2026-11-24T11:00' }))
  })

  test('who takes over is busy then: refused', async () => {
    const specialistId = orlova()
    taken('2026-11-20T09:10', specialistId)
    const changes = { reason: 'specialistReplaced', specialistId, appointedLocal: '2026-11-20T09:00' } as const
    expect(await move(changes)).toMatchObject(busy('другой приём'))
  })

  test('a colleague sits at the workplace then: refused; a head may, and that is logged', async () => {
    taken('2026-11-24T10:00', orlova())
    expect(await move()).toMatchObject(busy('Рабочее место'))
    await unwrap(await asHead({}))
    const lines = stores.eventLog.list({ offset: 0, limit: 2 }).map(({ kind, result }) => `${kind} ${result}`)
    expect(lines).toEqual(['appointmentOverruled workplaceBusy', 'receptionMoved done'])
  })

  test("its own former time stands in nobody's way", async () => {
    await unwrap(await move({ appointedLocal: '2026-11-20T09:10' }))
  })
})

describe('one link, one application', () => {
  const link = 'https://telemost.yandex.ru/j/12345678901234'
  const other = () =>
    stores.applications.create({ ...registrationOf(stores.session, { familyName: 'Орлов' }), link: null }).receptionId
  const setLink = (role: 'specialist' | 'head', id: string, reuseReason: string | null) => {
    const { account } = stores.session
    return receptions.setLink(
      { ...stores.session, account: { ...account, role } },
      { receptionId: id, link, reuseReason },
    )
  }

  test('the meeting of another application is refused without a name', () => {
    const answer = setLink('specialist', other(), 'очень нужно')
    expect(answer).toMatchObject({ ok: false, fault: { code: 'linkInUse', fields: { link: linkInUseText(1) } } })
    expect(JSON.stringify(answer)).not.toContain('Петров')
  })

  test('a head may allow it with a reason, which is logged; without one it is asked for', () => {
    const id = other()
    expect(setLink('head', id, null)).toMatchObject({ ok: false, fault: { code: 'linkInUse' } })
    expect(setLink('head', id, 'один приём на двоих супругов')).toMatchObject({ ok: true })
    expect(stores.eventLog.list({ offset: 0, limit: 10 }).map(({ kind }) => kind)).toContain('linkReused')
  })

  test('its own meeting may be entered again, also after a move', async () => {
    expect(setLink('specialist', receptionId, null)).toMatchObject({ ok: true })
    const { receptionId: second } = await unwrap(await move({ newLink: link }))
    expect(setLink('specialist', second, null)).toMatchObject({ ok: true })
  })
})
