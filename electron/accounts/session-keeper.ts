import type { Session } from '../../shared/contract/accounts.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Settings } from '../../shared/contract/settings.ts'
import type { Clock } from '../clock.ts'
import type { AccountStore } from './account-store.ts'
import type { EventLog } from './event-log.ts'

export interface SessionKeeperDeps {
  readonly accounts: Pick<AccountStore, 'session' | 'signedIn' | 'signOut' | 'lock' | 'touch' | 'lastActiveMs'>
  readonly eventLog: Pick<EventLog, 'append'>
  readonly settings: () => Settings
  /** A citizen is being received (being-received.ts): the desk stays as it is. */
  readonly isReceptionOpen: () => boolean
  /** The pages ask anew who works here. */
  readonly onChanged: () => void
  readonly clock: Clock
}

/** Ends and covers sessions. It runs in the workstation: no page decides that somebody has left. */
export interface SessionKeeper {
  signOut(who: Session): Reply<null>
  lock(who: Session): Reply<null>
  touch(): Reply<null>
  /** Once a second: nobody at the desk for too long. */
  tick(): void
  /** After a start: a session that was left by a kill goes on only where a reception waits or the time is not over. */
  resume(): void
  /** Before an orderly end: the next start asks who works here. */
  close(): void
}

export function makeSessionKeeper(deps: SessionKeeperDeps): SessionKeeper {
  const { accounts, eventLog, settings, isReceptionOpen, onChanged, clock } = deps

  function note(kind: 'signedOut' | 'locked', accountId: string): void {
    eventLog.append({ accountId, kind, objects: { subjectAccountId: accountId }, result: 'done' })
  }

  function leave(accountId: string): void {
    accounts.signOut()
    note('signedOut', accountId)
    onChanged()
  }

  function cover(who: Session): void {
    accounts.lock()
    note('locked', who.account.id)
    onChanged()
  }

  function coverWhenIdle(): void {
    const who = accounts.session()
    const lastActiveMs = accounts.lastActiveMs()
    if (!who || lastActiveMs === null) return
    const isIdle = clock.nowMs() - lastActiveMs >= settings().idleLockMinutes * 60_000
    if (isIdle && !isReceptionOpen()) cover(who)
  }

  const openReception = () =>
    refused('refusedByRule', 'Идёт приём: сначала завершите его. Скрыть экран, не прерывая приём: Ctrl+Shift+H.')

  return {
    signOut(who) {
      if (isReceptionOpen()) return openReception()
      leave(who.account.id)
      return done(null)
    },
    lock(who) {
      if (isReceptionOpen()) return openReception()
      cover(who)
      return done(null)
    },
    touch() {
      accounts.touch()
      return done(null)
    },
    tick: coverWhenIdle,
    resume: coverWhenIdle,
    close() {
      const person = accounts.signedIn()
      if (person && !isReceptionOpen()) leave(person.id)
    },
  }
}
