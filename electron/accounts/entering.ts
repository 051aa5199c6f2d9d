import type { Account, Session } from '../../shared/contract/accounts.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { AccountStore } from './account-store.ts'
import type { EventLog } from './event-log.ts'

export interface EnteringDeps {
  readonly accounts: Pick<AccountStore, 'lastSession' | 'signedIn' | 'signIn' | 'session'>
  readonly eventLog: Pick<EventLog, 'append'>
  /** A citizen is being received: only the person who receives comes in. */
  readonly isReceptionOpen: () => boolean
}

type EntryKind = 'passwordChanged' | 'signedIn' | 'signedOut' | 'signInRefused'

/** The last steps of every way in, once it is known who comes. */
export function makeEntering({ accounts, eventLog, isReceptionOpen }: EnteringDeps) {
  /** Without an account: somebody asked for a person who is not there. */
  function log(kind: EntryKind, account: Pick<Account, 'id'> | null, result: 'done' | 'refused'): void {
    const accountId = account?.id ?? null
    eventLog.append({ accountId, kind, objects: accountId ? { subjectAccountId: accountId } : {}, result })
  }

  return {
    log,
    /** Why this person may not come in now, written into the log; null where nothing keeps them out. */
    refusalFor(account: Account) {
      const former = accounts.lastSession()?.account
      if (!former || former.id === account.id || !isReceptionOpen()) return null
      log('signInRefused', account, 'refused')
      return refused(
        'notAllowed',
        `Идёт приём, который ведёт ${former.shortName}: войти может только этот сотрудник. Приём и запись продолжаются.`,
      )
    },
    enter(account: Account): Reply<Session> {
      const leaving = accounts.signedIn()
      if (leaving && leaving.id !== account.id) log('signedOut', leaving, 'done')
      accounts.signIn(account.id)
      log('signedIn', account, 'done')
      const session = accounts.session()
      if (!session) throw new Error('no session after signing in')
      return done(session)
    },
  }
}
