import { randomUUID } from 'node:crypto'
import type { Account, EntryPerson, FirstRun, StaffMember } from '../../shared/contract/accounts.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import { asAccount } from './account-row.ts'
import { type EventLog, makeEventLog } from './event-log.ts'
import type { Place } from './place.ts'
import { makeSessionStore, type SessionStore } from './session-store.ts'

/** A person to be stored; the password only as its hash (PHC string). */
export interface PersonToAdd extends Pick<Account, 'fullName' | 'position' | 'role'> {
  /** Without one nobody can sign in as this person. */
  readonly passwordHash?: string | null
}

export interface FirstRunToStore extends Pick<FirstRun, 'bodyName' | 'timeZone' | 'workplaceName'> {
  /** The first of them did the first run. */
  readonly people: readonly [PersonToAdd, ...PersonToAdd[]]
}

/** What a sign-in has to know of a person. */
export interface Credentials {
  readonly passwordHash: string | null
  readonly passwordChangeDue: boolean
  readonly failedTries: number
  /** Epoch milliseconds before which no password is looked at; null = now. */
  readonly pausedUntilMs: number | null
}

/** The people of this workplace. */
export interface AccountStore extends SessionStore {
  isSetUp(): boolean
  /** Throws before the first run: nothing else of the database can be reached before it. */
  place(): Place
  /** Body, workplace and people, together; `null` where that was done before, and nothing is written. */
  firstRun(input: FirstRunToStore): readonly Account[] | null
  /** One more person of this body; `role` decides what they may call. */
  addAccount(input: PersonToAdd): Account
  byId(accountId: string): Account | null
  /** Who may sign in, by name. */
  entryPeople(): readonly EntryPerson[]
  /** Everybody who ever worked here, by name. */
  staff(): readonly StaffMember[]
  change(accountId: string, person: Pick<Account, 'fullName' | 'position' | 'role'>): void
  setDisabled(accountId: string, disabled: boolean): void
  /** null for an unknown or disabled person. */
  credentials(accountId: string): Credentials | null
  setPassword(accountId: string, passwordHash: string, options: { changeDue: boolean }): void
  noteFailure(accountId: string, failedTries: number, pausedUntilMs: number | null): void
  forgetFailures(accountId: string): void
}

export interface AccountStoreDeps {
  readonly read: ReadDb
  readonly write: WriteDb
  readonly clock: Clock
  readonly newId?: () => string
}

/** The account store and the event log, which needs to know the place from the store. */
export function makeAccounts(deps: AccountStoreDeps): { accounts: AccountStore; eventLog: EventLog } {
  const { read, write, clock, newId = randomUUID } = deps
  const now = () => new Date(clock.nowMs()).toISOString()
  const eventLog = makeEventLog({ ...deps, place })

  // Asked by every store for every row: building the query anew took longer than all the rest of it.
  const placed = write.prepareRead<Place>(`
    select workplace.id as workplaceId, body.id as bodyId, body.time_zone as timeZone
      from workplace join body on body.id = workplace.body_id
      -- The first one is where the program stands; others are known where a database holds a whole office.
      order by workplace.rowid limit 1`)
  function place(): Place {
    const row = placed.first()
    if (!row) throw new Error('the first run has not been filled in')
    return row
  }

  function insertAccount(at: Omit<Place, 'timeZone'>, person: PersonToAdd): Account {
    const id = newId()
    const { fullName, position, role, passwordHash = null } = person
    write.run(
      write.build.insertInto('account').values({
        id,
        body_id: at.bodyId,
        workplace_id: at.workplaceId,
        full_name: fullName,
        position,
        role,
        created_at: now(),
        password_hash: passwordHash,
        password_change_due: 1,
      }),
    )
    return asAccount({ id, full_name: fullName, position, role })
  }

  function firstRun({ bodyName, timeZone, workplaceName, people }: FirstRunToStore): readonly Account[] | null {
    return write.transaction(() => {
      if (write.first(write.select.selectFrom('workplace').select('id').limit(1))) return null
      const at = { bodyId: newId(), workplaceId: newId() }
      write.run(
        write.build.insertInto('body').values({
          id: at.bodyId,
          name: bodyName,
          time_zone: timeZone,
          created_at: now(),
        }),
      )
      write.run(
        write.build.insertInto('workplace').values({
          id: at.workplaceId,
          body_id: at.bodyId,
          name: workplaceName,
          active_account_id: null,
          created_at: now(),
        }),
      )
      const added = people.map(person => insertAccount(at, person))
      const [first] = added
      if (!first) throw new Error('nobody to begin with')
      write.run(write.build.updateTable('workplace').set({ active_account_id: first.id }))
      // Whoever did the first run chose the password themselves.
      write.run(write.build.updateTable('account').set({ password_change_due: 0 }).where('id', '=', first.id))
      eventLog.append({
        accountId: first.id,
        kind: 'firstRun',
        objects: { subjectAccountId: first.id },
        result: 'done',
      })
      return added
    })
  }

  const updateAccount = (accountId: string, columns: Record<string, string | number | null>) =>
    write.run(write.build.updateTable('account').set(columns).where('id', '=', accountId))

  const accounts: AccountStore = {
    ...makeSessionStore(deps),
    isSetUp: () => read.first(read.select.selectFrom('workplace').select('id').limit(1)) !== undefined,
    place,
    firstRun,
    addAccount: person => write.transaction(() => insertAccount(place(), person)),
    byId(accountId) {
      const row = read.first(read.select.selectFrom('account').selectAll().where('id', '=', accountId))
      return row ? asAccount(row) : null
    },
    entryPeople: () =>
      read
        .all(read.select.selectFrom('account').selectAll().where('disabled_at', 'is', null).orderBy('full_name'))
        .map(asAccount)
        .map(({ id, shortName, position }) => ({ id, shortName, position })),
    staff: () =>
      read.all(read.select.selectFrom('account').selectAll().orderBy('full_name')).map(row => ({
        ...asAccount(row),
        passwordChangeDue: row.password_change_due === 1,
        disabledAt: row.disabled_at,
      })),
    change: (accountId, { fullName, position, role }) => {
      updateAccount(accountId, { full_name: fullName, position, role })
    },
    setDisabled: (accountId, disabled) => {
      updateAccount(accountId, { disabled_at: disabled ? now() : null })
    },
    credentials(accountId) {
      const row = read.first(
        read.select.selectFrom('account').selectAll().where('id', '=', accountId).where('disabled_at', 'is', null),
      )
      if (!row) return null
      return {
        passwordHash: row.password_hash,
        passwordChangeDue: row.password_change_due === 1,
        failedTries: row.failed_tries,
        pausedUntilMs: row.paused_until === null ? null : Date.parse(row.paused_until),
      }
    },
    setPassword: (accountId, passwordHash, { changeDue }) => {
      updateAccount(accountId, {
        password_hash: passwordHash,
        password_change_due: changeDue ? 1 : 0,
        failed_tries: 0,
        paused_until: null,
      })
    },
    noteFailure: (accountId, failedTries, pausedUntilMs) => {
      const pausedUntil = pausedUntilMs === null ? null : new Date(pausedUntilMs).toISOString()
      updateAccount(accountId, { failed_tries: failedTries, paused_until: pausedUntil })
    },
    forgetFailures: accountId => {
      updateAccount(accountId, { failed_tries: 0, paused_until: null })
    },
  }
  return { accounts, eventLog }
}
