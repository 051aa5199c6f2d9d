import type { Session } from '../../shared/contract/accounts.ts'
import { type Reply, refused } from '../../shared/contract/reply.ts'
import type { AccountStore } from './account-store.ts'
import { type EnteringDeps, makeEntering } from './entering.ts'

export interface SignInAsDeps extends EnteringDeps {
  readonly accounts: EnteringDeps['accounts'] & Pick<AccountStore, 'byId' | 'credentials'>
  /** The made-up office: there is nothing to protect. */
  readonly demonstration: boolean
}

/**
 * «Войти как…» of the demonstration: one press, no password. Refused everywhere else, without a line of the log: nothing
 * was tried that could succeed, and a page must not be able to fill the log.
 */
export function makeSignInAs(deps: SignInAsDeps): (accountId: string) => Reply<Session> {
  const { accounts, demonstration } = deps
  const entering = makeEntering(deps)
  return accountId => {
    // A disabled person has no credentials, and does not come in here either.
    const account = accounts.credentials(accountId) === null ? null : accounts.byId(accountId)
    if (!demonstration || account === null) {
      return refused('notAllowed', 'Войти без пароля можно только в демонстрации. Введите пароль.')
    }
    return entering.refusalFor(account) ?? entering.enter(account)
  }
}
