import type { Account, Session } from '../../shared/contract/accounts.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Settings } from '../../shared/contract/settings.ts'
import { makeTurns } from '../reception/turns.ts'
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
  /** One try at a time of one person: many at once must not slip past the count. */
  const inTurn = makeTurns()
  /** Tries with an id of nobody, one at a time as well: however many there are, a person's own try waits for none. */
  let waitingForNobody = 0

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

  return async (request: SignInRequest): Promise<Reply<Session>> => {
    if (accounts.byId(request.accountId) !== null) return inTurn(request.accountId, () => attempt(request))
    if (waitingForNobody >= mostWaitingForNobody) return refused('waitFirst', tooMany)
    waitingForNobody += 1
    try {
      return await inTurn(nobody, () => attempt(request))
    } finally {
      waitingForNobody -= 1
    }
  }
}

const nobody = ''
/** Beyond these a try with an id of nobody costs no work and no line of the event log. */
const mostWaitingForNobody = 4
const tooMany = 'Слишком много попыток входа сразу. Повторите через несколько секунд.'
