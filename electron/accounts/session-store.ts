import { sql } from 'kysely'
import type { EntryPerson, Session } from '../../shared/contract/accounts.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import { asAccount } from './account-row.ts'

/** Who works at this workplace now: kept in the database, so that a killed workstation comes back to the same person. */
export interface SessionStore {
  /** null while nobody is signed in, and while the desk is locked. */
  session(): Session | null
  /** Who works here or worked here last: the person behind what goes on by itself (a seal, a backup). */
  lastSession(): Session | null
  /** Whoever is signed in, locked or not; null when nobody is. */
  signedIn(): EntryPerson | null
  /** The person behind the lock; null when nobody is signed in. */
  lockedBy(): EntryPerson | null
  signIn(accountId: string): void
  signOut(): void
  lock(): void
  /** The person did something. */
  touch(): void
  /**
   * Ends with the session in force: at the lock, at the sign-out, when somebody signs in. Whatever a person is handed to
   * use later is bound to it. Aborted already where nobody is there.
   */
  life(): AbortSignal
  /** Epoch milliseconds of the last act; null when nobody is signed in. */
  lastActiveMs(): number | null
}

export interface SessionStoreDeps {
  readonly read: ReadDb
  readonly write: WriteDb
  readonly clock: Clock
}

export function makeSessionStore({ read, write, clock }: SessionStoreDeps): SessionStore {
  const now = () => new Date(clock.nowMs()).toISOString()
  let life = new AbortController()
  const change = (columns: Record<string, string | null>) =>
    // Where the program stands: the first one, as `place` says.
    write.run(
      write.build
        .updateTable('workplace')
        .set(columns)
        .where('id', '=', ({ selectFrom }) =>
          selectFrom('workplace as here').select('here.id').orderBy(sql`here.rowid`).limit(1),
        ),
    )

  const found = () =>
    read.first(
      read.select
        .selectFrom('workplace')
        .innerJoin('body', 'body.id', 'workplace.body_id')
        .innerJoin('account', 'account.id', 'workplace.active_account_id')
        .select(['account.id', 'account.full_name', 'account.position', 'account.role'])
        .select(['body.id as body_id', 'body.name as body_name', 'body.time_zone'])
        .select(['workplace.id as workplace_id', 'workplace.name as workplace_name'])
        .select(['workplace.signed_in_at', 'workplace.locked_at', 'workplace.last_active_at'])
        .orderBy(sql`workplace.rowid`)
        .limit(1),
    )

  function lastSession(): Session | null {
    const row = found()
    if (!row) return null
    return {
      account: asAccount(row),
      body: { id: row.body_id, name: row.body_name, timeZone: row.time_zone },
      workplace: { id: row.workplace_id, name: row.workplace_name },
    }
  }

  function personOf(row: ReturnType<typeof found>): EntryPerson | null {
    if (!row) return null
    const { id, shortName, position } = asAccount(row)
    return { id, shortName, position }
  }

  function session(): Session | null {
    const row = found()
    return row?.signed_in_at && !row.locked_at ? lastSession() : null
  }

  return {
    session,
    lastSession,
    signedIn() {
      const row = found()
      return row?.signed_in_at ? personOf(row) : null
    },
    lockedBy() {
      const row = found()
      return row?.signed_in_at && row.locked_at ? personOf(row) : null
    },
    signIn(accountId) {
      // Once more at an open desk, from another page: the session goes on.
      const goesOn = session()?.account.id === accountId && !life.signal.aborted
      change({ active_account_id: accountId, signed_in_at: now(), locked_at: null, last_active_at: now() })
      if (goesOn) return
      life.abort()
      life = new AbortController()
    },
    signOut() {
      change({ signed_in_at: null, locked_at: null, last_active_at: null })
      life.abort()
    },
    lock() {
      change({ locked_at: now() })
      life.abort()
    },
    life: () => (session() ? life.signal : AbortSignal.abort()),
    touch() {
      change({ last_active_at: now() })
    },
    lastActiveMs() {
      const row = found()
      if (!row?.signed_in_at) return null
      return Date.parse(row.last_active_at ?? row.signed_in_at)
    },
  }
}
