import { createServer, type Server } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeMailboxStore, originOfMailbox } from '../../../electron/mailroom/mailbox-store.ts'
import { makeTurns } from '../../../electron/reception/turns.ts'
import { OriginBoundSecret } from '../../../electron/secrets/origin-bound-secret.ts'
import { makeTelemostStore } from '../../../electron/telemost/access-store.ts'
import { makeTelemostService, type TelemostService } from '../../../electron/telemost/telemost-service.ts'
import type { MailboxSettings } from '../../../shared/contract/mailroom.ts'
import type { EnteredServer } from '../../../shared/contract/notices.ts'
import { unwrap } from '../../../shared/contract/reply.ts'
import { startTelemostApi, type TelemostApiStandIn } from '../../fixtures/telemost-api/telemost-api.ts'
import { type CalendarBench, openCalendarBench } from '../../unit/electron/calendar/calendar-bench.ts'
import { openNoticesBench, serverOf } from '../../unit/electron/notices/notices-bench.ts'
import { openMailroomBench } from '../mailroom/mailroom-bench.ts'

/** Somebody who may change an address wants what was entered for the former one. */

const entered = { secret: expect.stringMatching(/ещё раз/) }

describe('the token of Telemost', () => {
  let bench: CalendarBench
  let own: TelemostApiStandIn
  let foreign: TelemostApiStandIn
  let service: TelemostService
  let address: string
  beforeEach(async () => {
    ;[bench, own, foreign] = await Promise.all([openCalendarBench(), startTelemostApi(), startTelemostApi()])
    address = own.address
    const { database, accounts, eventLog, clock, receptions, links } = bench
    service = makeTelemostService({
      store: makeTelemostStore({ ...database, place: accounts.place, eventLog, clock }),
      ...{ rows: receptions, links, write: database.write, inTurn: makeTurns(), announce: () => undefined },
      address: () => address,
    })
    await unwrap(save({ token: own.token }))
  })
  afterEach(async () => {
    bench.close()
    await Promise.all([own.close(), foreign.close()])
  })
  const save = (changes: { token: string | null; address?: string }) =>
    service.save(bench.session, { enabled: true, waitingRoomLevel: 'PUBLIC', address, ...changes })

  test('is not sent to a changed address by any call, and is asked for again', async () => {
    const { receptionId } = bench.add('2026-11-20', '2026-11-30T09:00:00+07:00', false)
    const { link } = await unwrap(service.newLink(bench.session))
    address = foreign.address
    expect(await unwrap(service.status())).toMatchObject({ hasToken: true, tokenIsForAnother: true })
    expect(await unwrap(service.mayMakeLinks())).toBe(false)
    for (const refused of [
      await service.check(bench.session),
      await service.newLink(bench.session),
      await service.makeLink(bench.session, { receptionId, replace: false }),
    ])
      expect(refused).toMatchObject({ fault: { hint: expect.stringContaining('токен введён для прежнего') } })
    expect(await service.isAlive(link.split('/').at(-1) ?? '')).toBeNull()
    expect(save({ token: null })).toMatchObject({ fault: { fields: { token: expect.stringMatching(/ещё раз/) } } })
    expect(foreign.requests).toEqual([])

    await unwrap(save({ token: foreign.token }))
    await unwrap(service.newLink(bench.session))
    expect(foreign.requests).toHaveLength(1)
  })
  test('goes on for the former address when that is back, and for another path of it', async () => {
    address = foreign.address
    expect(await unwrap(service.mayMakeLinks())).toBe(false)
    address = own.address
    await unwrap(service.newLink(bench.session))
    address = `${own.address}/`
    expect(await unwrap(service.mayMakeLinks())).toBe(true)
  })
  test('is not kept for an address that was changed while it was typed', async () => {
    const seen = address
    address = foreign.address
    expect(save({ token: 'typed-for-the-former', address: seen })).toMatchObject({ fault: { code: 'stale' } })
    expect(await unwrap(service.mayMakeLinks())).toBe(false)
    expect(foreign.requests).toEqual([])
  })
  test('of an older program, kept without an address, is asked for again', async () => {
    bench.database.raw.exec('update telemost_access set token_origin = null')
    expect(await unwrap(service.status())).toMatchObject({ tokenIsForAnother: true })
    expect(await service.newLink(bench.session)).toMatchObject({ ok: false })
    expect(own.requests).toEqual([])
  })
})

describe('the password of mail', () => {
  let trap: Server
  let port: number
  let connections: number
  beforeEach(async () => {
    connections = 0
    trap = createServer(socket => {
      connections += 1
      socket.destroy()
    })
    await new Promise<void>(resolve => trap.listen(0, '127.0.0.1', resolve))
    port = (trap.address() as { port: number }).port
  })
  afterEach(() => new Promise(resolve => trap.close(resolve)))

  test('incoming: whatever of the address is changed, no server is asked, and nothing is kept', async () => {
    const bench = openMailroomBench()
    try {
      const { database, accounts, clock, eventLog } = bench.stores
      const settings: MailboxSettings = {
        ...{ address: 'priem@example.ru', host: 'imap.invalid', port: 993, security: 'tls', userName: 'priem' },
        ...{ authentication: 'password', folder: 'INBOX', caFile: null, since: '2026-01-01' },
      }
      const store = makeMailboxStore({ write: database.write, place: accounts.place, clock, eventLog })
      const secret = new OriginBoundSecret('тихий', originOfMailbox(settings))
      const mailboxId = store.add({ ...settings, secret }, bench.session.account.id)
      const changes: Partial<MailboxSettings>[] = [
        { host: '127.0.0.1', port },
        { host: '127.0.0.1' },
        { port },
        { security: 'startTls' },
        { userName: 'other' },
        { authentication: 'oauth' },
        { caFile: '/tmp/own.pem' },
      ]
      for (const change of changes) {
        const chosen = { mailboxId, settings: { ...settings, ...change }, secret: null }
        for (const refused of [
          await bench.care.service.probeMailbox(chosen),
          await bench.care.service.saveMailbox(bench.session, chosen),
        ])
          expect(refused, JSON.stringify(change)).toMatchObject({ ok: false, fault: { fields: entered } })
        expect(() => store.change(mailboxId, { ...settings, ...change, secret }, bench.session.account.id)).toThrow()
      }
      expect(store.byId(mailboxId)).toMatchObject(settings)
      expect(connections).toBe(0)
    } finally {
      await bench.close()
    }
  })

  test('outgoing: whatever of the address is changed, no server is asked, and nothing is kept', async () => {
    const bench = await openNoticesBench()
    try {
      const { mail } = bench.care.service
      const { secret: _typed, ...server } = serverOf({ isOn: false })
      await bench.enterServer({ isOn: false })
      const changes: Partial<EnteredServer>[] = [
        { host: '127.0.0.1', port },
        { host: '127.0.0.1' },
        { port },
        { security: 'tls' },
        { userName: 'other' },
        { authentication: 'oauth' },
        { certificateAuthority: '-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----' },
      ]
      for (const change of changes) {
        const changed = { ...server, ...change, secret: null }
        for (const refused of [
          await mail.probe(changed, null),
          await mail.saveServer(bench.session, changed, true),
          await mail.saveServer(bench.session, { ...changed, isOn: true }, false),
        ])
          expect(refused, JSON.stringify(change)).toMatchObject({ ok: false, fault: { fields: entered } })
      }
      expect(connections).toBe(0)
      // What the secret does not depend on is changed without it.
      expect(await mail.saveServer(bench.session, { ...server, fromName: 'Центр', secret: null }, true)).toMatchObject({
        value: { hasSecret: true, server: { fromName: 'Центр', host: server.host } },
      })
    } finally {
      await bench.care.close()
      bench.close()
    }
  })
})
