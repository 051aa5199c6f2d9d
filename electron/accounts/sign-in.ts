import type { Account, Session } from '../../shared/contract/accounts.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Settings } from '../../shared/contract/settings.ts'
import type { AccountStore } from './account-store.ts'
import type { EventLog } from './event-log.ts'
import { hashPassword, passwordFits, passwordProblem } from './password.ts'
import type { WrongPasswords } from './wrong-passwords.ts'

export interface SignInDeps {
  readonly accounts: AccountStore
  readonly eventLog: Pick<EventLog, 'append'>
  readonly settings: () => Settings
  readonly wrongPasswords: WrongPasswords
  /** A citizen is being received: only the person who receives comes in. */
  readonly isReceptionOpen: () => boolean
}

export interface SignInRequest {
  readonly accountId: string
  readonly password: string
  readonly newPassword: string | null
}

/** The way in, and through the lock. The same words for a wrong password and an unknown person. */
export function makeSignIn({ accounts, eventLog, settings, wrongPasswords, isReceptionOpen }: SignInDeps) {
  /** One try at a time: many at once must not slip past the count. */
  let turn: Promise<unknown> = Promise.resolve()

  async function attempt({ accountId, password, newPassword }: SignInRequest): Promise<Reply<Session>> {
    const account = accounts.byId(accountId)
    const pause = wrongPasswords.pauseHint(accountId)
    if (pause !== null) {
      log('signInRefused', account, 'refused')
      return refused('waitFirst', pause)
    }
    const known = accounts.credentials(accountId)
    const fits = await passwordFits(known?.passwordHash ?? null, password)
    if (!known || !account || !fits) {
      wrongPasswords.note(accountId)
      log('signInRefused', account, 'refused')
      return refused('passwordWrong', 'Имя и пароль не подходят друг к другу. Проверьте раскладку и Caps Lock.')
    }
    const former = accounts.lastSession()?.account
    if (former && former.id !== accountId && isReceptionOpen()) {
      log('signInRefused', account, 'refused')
      return refused(
        'notAllowed',
        `Идёт приём, который ведёт ${former.shortName}: войти может только этот сотрудник. Приём и запись продолжаются.`,
      )
    }
    if (known.passwordChangeDue) {
      const refusal = await changeFirstPassword(account, password, newPassword)
      if (refusal) return refusal
    }
    accounts.forgetFailures(accountId)
    const leaving = accounts.signedIn()
    if (leaving && leaving.id !== accountId) log('signedOut', leaving, 'done')
    accounts.signIn(accountId)
    log('signedIn', account, 'done')
    const session = accounts.session()
    if (!session) throw new Error('no session after signing in')
    return done(session)
  }

  /** The refusal, null when the new password is kept. */
  async function changeFirstPassword(account: Account, password: string, newPassword: string | null) {
    if (newPassword === null) {
      return refused('passwordChangeDue', 'Первый пароль действует один раз. Придумайте свой.')
    }
    const facts = {
      minimumLength: settings().passwordMinimumLength,
      fullName: account.fullName,
      former: password,
    }
    const problem = passwordProblem(newPassword, facts)
    if (problem) return refused('badInput', 'Новый пароль не подходит. Вход не выполнен.', { newPassword: problem })
    accounts.setPassword(account.id, await hashPassword(newPassword), { changeDue: false })
    log('passwordChanged', account, 'done')
    return null
  }

  /** Without an account: somebody asked for a person who is not there. */
  function log(
    kind: 'signedIn' | 'signInRefused' | 'signedOut' | 'passwordChanged',
    account: Pick<Account, 'id'> | null,
    result: 'done' | 'refused',
  ): void {
    const accountId = account?.id ?? null
    eventLog.append({ accountId, kind, objects: accountId ? { subjectAccountId: accountId } : {}, result })
  }

  return (request: SignInRequest): Promise<Reply<Session>> => {
    const answer = turn.then(() => attempt(request))
    turn = answer.catch(() => undefined)
    return answer
  }
}
