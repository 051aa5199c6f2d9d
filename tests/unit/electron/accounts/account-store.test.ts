import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../../../electron/database/connection.ts'
import { migrate } from '../../../../electron/database/migrate.ts'
import { Session } from '../../../../shared/contract/accounts.ts'
import { firstRun, makeTestClock, makeTestFolder, openStores, storesOn } from '../database/fixture.ts'

const [{ passwordHash: _hash, ...person }] = firstRun.people

let stores: ReturnType<typeof openStores>
beforeEach(() => {
  stores = openStores()
})
afterEach(() => stores.close())

test('before the first run there is no session and nothing can be reached', () => {
  const folder = makeTestFolder()
  const database = openDatabase({ path: folder.databasePath, keyHex: folder.keyHex })
  migrate({ database, keyHex: folder.keyHex, nowMs: 0 })
  const { accounts, journal } = storesOn(database, makeTestClock('2026-11-20T02:00:00Z'))
  expect(accounts.session()).toBeNull()
  const filter = { search: '', from: null, to: null, outcomes: [], withoutResult: false, withoutRecording: false }
  expect(() => journal.list({ filter, offset: 0, limit: 10 })).toThrow('first run')
  database.close()
  folder.remove()
})

test('the first run makes body, workplace and people; who signs in then works here', () => {
  const session = stores.accounts.session()
  expect(Session.parse(session)).toEqual(session)
  expect(session).toMatchObject({
    account: { ...person, shortName: 'Иванова А. П.' },
    body: { name: firstRun.bodyName, timeZone: firstRun.timeZone },
    workplace: { name: firstRun.workplaceName },
  })
  expect(stores.eventLog.list({ offset: 0, limit: 10 })).toMatchObject([
    { kind: 'firstRun', account_id: session?.account.id, result: 'done' },
  ])
})

test('a second first run is refused and changes nothing', () => {
  const before = stores.accounts.session()
  expect(stores.accounts.firstRun({ ...firstRun, people: [{ ...person, fullName: 'Другой Человек' }] })).toBeNull()
  expect(stores.accounts.session()).toEqual(before)
})

test('a locked desk has no session, but still its person', () => {
  const before = stores.accounts.session()
  stores.accounts.lock()
  expect(stores.accounts.session()).toBeNull()
  expect(stores.accounts.lastSession()).toEqual(before)
  expect(stores.accounts.lockedBy()).toMatchObject({ shortName: 'Иванова А. П.' })
  stores.accounts.signOut()
  expect(stores.accounts.lockedBy()).toBeNull()
  expect(stores.accounts.lastSession()).toEqual(before)
})

test('a colleague is added without taking over the session', () => {
  const head = stores.accounts.addAccount({ fullName: 'Сомов Олег Ильич', position: 'начальник', role: 'head' })
  expect(head.shortName).toBe('Сомов О. И.')
  expect(stores.accounts.byId(head.id)).toEqual(head)
  expect(stores.accounts.byId('00000000-0000-4000-8000-000000000000')).toBeNull()
  expect(stores.accounts.session()?.account.fullName).toBe(person.fullName)
})
