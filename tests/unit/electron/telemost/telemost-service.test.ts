import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeTurns } from '../../../../electron/reception/turns.ts'
import { makeTelemostStore } from '../../../../electron/telemost/access-store.ts'
import { makeLinkAttention } from '../../../../electron/telemost/link-attention.ts'
import { type LinkWatch, makeLinkWatch } from '../../../../electron/telemost/link-watch.ts'
import { makeTelemostService, type TelemostService } from '../../../../electron/telemost/telemost-service.ts'
import { unwrap } from '../../../../shared/contract/reply.ts'
import { startTelemostApi, type TelemostApiStandIn } from '../../../fixtures/telemost-api/telemost-api.ts'
import { type CalendarBench, openCalendarBench } from '../calendar/calendar-bench.ts'

let bench: CalendarBench
let server: TelemostApiStandIn
let service: TelemostService
beforeEach(async () => {
  ;[bench, server] = await Promise.all([openCalendarBench(), startTelemostApi()])
  const { database, accounts, eventLog, clock, receptions, links } = bench
  service = makeTelemostService({
    store: makeTelemostStore({ ...database, place: accounts.place, eventLog, clock }),
    ...{ rows: receptions, links, write: database.write, inTurn: makeTurns(), announce: () => undefined },
    address: () => server.address,
  })
})
afterEach(async () => {
  bench.close()
  await server.close()
})

const turnOn = () =>
  service.save(bench.session, {
    enabled: true,
    token: server.token,
    waitingRoomLevel: 'ORGANIZATION',
    address: server.address,
  })
const linksOf = (receptionId: string) =>
  bench.database.read.all(
    bench.database.read.select.selectFrom('reception_link').selectAll().where('reception_id', '=', receptionId),
  )
const kinds = () => bench.eventLog.list({ offset: 0, limit: 3 }).map(({ kind }) => kind)

describe('the way in', () => {
  test('off at first; without a token it stays off; the token is never answered', async () => {
    expect(await unwrap(service.mayMakeLinks())).toBe(false)
    expect(
      service.save(bench.session, { enabled: true, token: null, waitingRoomLevel: 'PUBLIC', address: server.address }),
    ).toMatchObject({
      ok: false,
      fault: { fields: { token: expect.any(String) } },
    })
    const saved = await unwrap(turnOn())
    expect(saved).toMatchObject({ enabled: true, hasToken: true, waitingRoomLevel: 'ORGANIZATION' })
    expect(JSON.stringify(saved)).not.toContain(server.token)
    expect(await unwrap(service.mayMakeLinks())).toBe(true)
    expect(kinds()[0]).toBe('telemostAccessChanged')
    expect(JSON.stringify(bench.eventLog.list({ offset: 0, limit: 10 }))).not.toContain(server.token)
  })

  test('switched off the token stays; taken away it is gone from the table', async () => {
    await unwrap(turnOn())
    await unwrap(
      service.save(bench.session, { enabled: false, token: null, waitingRoomLevel: 'PUBLIC', address: server.address }),
    )
    expect(await unwrap(service.status())).toMatchObject({ enabled: false, hasToken: true })
    await unwrap(
      service.save(bench.session, { enabled: false, token: '', waitingRoomLevel: 'PUBLIC', address: server.address }),
    )
    const { read } = bench.database
    expect(read.first(read.select.selectFrom('telemost_access').select('token'))).toEqual({ token: null })
  })

  test('«Проверить» makes, reads and changes a meeting; a refusal is told in Russian', async () => {
    await unwrap(turnOn())
    expect((await unwrap(service.check(bench.session))).link).toMatch(/^https:\/\/telemost\.yandex\.ru\/j\//)
    expect(server.requests.map(({ method }) => method)).toEqual(['POST', 'GET', 'PATCH'])
    server.behave({ kind: 'refuses', status: 403, error: 'ApiRestrictedToOrganizations' })
    expect(await service.check(bench.session)).toMatchObject({
      fault: { code: 'notAvailableHere', hint: expect.stringContaining('организаций Яндекс 360') },
    })
  })
})

describe('a link of its own', () => {
  test('set with its origin; a second press makes none; a replacement is asked for', async () => {
    await unwrap(turnOn())
    const { receptionId } = bench.add('2026-11-20', '2026-11-30T09:00:00+07:00', false)
    const { link } = await unwrap(service.makeLink(bench.session, { receptionId, replace: false }))
    expect(bench.receptions.byId(receptionId)?.link).toBe(link)
    expect(linksOf(receptionId)).toMatchObject([{ url: link, kind: 'api', made_at: '2026-11-20T02:00:00.000Z' }])
    expect(kinds()).toEqual(['linkChanged', 'telemostLinkMade', 'applicationRegistered'])
    expect(await service.makeLink(bench.session, { receptionId, replace: false })).toMatchObject({
      fault: { code: 'stale' },
    })
    const second = await unwrap(service.makeLink(bench.session, { receptionId, replace: true }))
    expect(second.link).not.toBe(link)
  })

  test('a link made beforehand and typed into the form is known as made; a typed one as typed', async () => {
    await unwrap(turnOn())
    const { link } = await unwrap(service.newLink(bench.session))
    const typed = bench.add('2026-11-20')
    const made = bench.add('2026-11-20', '2026-11-30T10:00:00+07:00', false)
    bench.receptions.setLink(made.receptionId, { url: link, meetingNumber: link.split('/').at(-1) ?? '' })
    expect(linksOf(made.receptionId)).toMatchObject([{ kind: 'api' }])
    expect(linksOf(typed.receptionId)).toMatchObject([{ kind: 'typed' }])
  })

  test('off, a refusal and a begun reception change nothing', async () => {
    const { receptionId } = bench.add('2026-11-20', '2026-11-30T09:00:00+07:00', false)
    const ask = () => service.makeLink(bench.session, { receptionId, replace: false })
    expect(await ask()).toMatchObject({ fault: { code: 'notAvailableHere' } })
    await unwrap(turnOn())
    server.behave({ kind: 'refuses', status: 429, error: 'TooManyRequestsError' })
    expect(await ask()).toMatchObject({ fault: { hint: expect.stringContaining('429') } })
    server.behave({ kind: 'works' })
    bench.database.raw.prepare("update reception set step = 'closed'").run()
    expect(await ask()).toMatchObject({ fault: { code: 'refusedByRule' } })
    expect(linksOf(receptionId)).toEqual([])
  })
})

describe('asked the day before', () => {
  let watch: LinkWatch
  let problem: string | null
  let asked: string[]
  let errors: string[]
  const attention = () =>
    makeLinkAttention({ read: bench.database.read, place: bench.accounts.place, clock: bench.clock })()
  async function round(at: string) {
    bench.clock.set(at)
    watch.tick()
    await watch.settled()
  }
  beforeEach(() => {
    ;[problem, asked, errors] = [null, [], []]
    watch = makeLinkWatch({
      ...{ ...bench.database, place: bench.accounts.place, clock: bench.clock, isSetUp: () => true },
      calendar: bench.current,
      ask: async ({ meetingNumber }) => {
        asked.push(meetingNumber)
        return problem
      },
      onChecked: () => undefined,
      log: { error: (_objects, text) => errors.push(text) },
    })
  })

  test('what cannot be written down ends the round, not the program, and is tried again', async () => {
    const { receptionId } = bench.add('2026-11-19', '2026-11-23T09:00:00+07:00')
    const { raw } = bench.database
    raw.exec("create trigger broken before insert on link_check begin select raise(abort, 'disk'); end")
    await round('2026-11-20T02:02:00Z')
    expect(errors).toEqual(['links of receptions cannot be looked at'])
    raw.exec('drop trigger broken')
    await round('2026-11-20T02:04:00Z')
    expect(asked).toHaveLength(2)
    expect(raw.prepare('select reception_id, problem from link_check').all()).toEqual([
      { reception_id: receptionId, problem: null },
    ])
  })

  test('links of today and of the next working day; one that fails twice is named', async () => {
    // 20.11.2026 is a Friday: Monday is the next working day, Tuesday is not.
    bench.add('2026-11-19', '2026-11-23T09:00:00+07:00')
    bench.add('2026-11-19', '2026-11-24T09:00:00+07:00')
    await round('2026-11-20T02:02:00Z')
    expect(asked).toHaveLength(1)
    await round('2026-11-20T03:00:00Z')
    expect(asked).toHaveLength(1)
    problem = 'timeout'
    await round('2026-11-20T09:00:00Z')
    expect(attention()).toEqual([])
    await round('2026-11-20T09:05:00Z')
    expect(asked).toHaveLength(2)
    await round('2026-11-20T09:11:00Z')
    expect(attention()).toMatchObject([{ kind: 'linkDead', day: '2026-11-23', shortName: 'Петров П. П.' }])
    problem = null
    await round('2026-11-20T09:22:00Z')
    expect(attention()).toEqual([])
  })

  test('a meeting made through the API that is gone there is dead', async () => {
    await unwrap(turnOn())
    const { receptionId } = bench.add('2026-11-19', '2026-11-23T09:00:00+07:00', false)
    const { link } = await unwrap(service.makeLink(bench.session, { receptionId, replace: false }))
    const number = link.split('/').at(-1) ?? ''
    expect(await service.isAlive(number)).toBe(true)
    const { read } = bench.database
    const row = read.first(read.select.selectFrom('telemost_meeting').select('conference_id'))
    server.forget(row?.conference_id ?? '')
    expect(await service.isAlive(number)).toBe(false)
    expect(await service.isAlive('12345678901234')).toBe(null)
  })

  test('a link changed after the notice is named until somebody says how it was told', async () => {
    const { receptionId } = bench.add('2026-11-19', '2026-11-23T09:00:00+07:00')
    const change = (meetingNumber: string) =>
      bench.receptions.setLink(receptionId, { url: `https://telemost.yandex.ru/j/${meetingNumber}`, meetingNumber })
    bench.clock.set('2026-11-20T02:10:00Z')
    change('22345678901234')
    expect(attention()).toEqual([])
    bench.clock.set('2026-11-20T02:30:00Z')
    await unwrap(
      bench.terms.mark(bench.session, { receptionId, kind: 'noticeSent', occurredLocal: '2026-11-20T09:20' }),
    )
    expect(attention()).toEqual([])
    change('32345678901234')
    const [item] = attention()
    expect(item).toMatchObject({ kind: 'linkChanged', receptionId })
    bench.database.write.run(
      bench.database.write.build.insertInto('attention_note').values({
        ...{
          subject_id: item?.subjectId ?? '',
          kind: 'linkChanged',
          note: 'позвонили',
          noted_at: '2026-11-20T02:31:00Z',
        },
        ...{ body_id: bench.session.body.id, workplace_id: bench.session.workplace.id },
        author_id: bench.session.account.id,
      }),
    )
    expect(attention()).toEqual([])
    change('32345678901234')
    expect(attention()).toEqual([])
    // Once more: another change, another question.
    bench.clock.set('2026-11-20T02:40:00Z')
    change('42345678901234')
    expect(attention()).toHaveLength(1)
  })
})
