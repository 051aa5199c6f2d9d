import type { Session } from '../../shared/contract/accounts.ts'
import { type Reply, refused } from '../../shared/contract/reply.ts'
import type { makeSignIn } from './sign-in.ts'

export interface SignInAsDeps {
  readonly signIn: ReturnType<typeof makeSignIn>
  /** What everybody of the made-up office has; null at a real workplace. */
  readonly sharedPassword: string | null
}

/**
 * «Войти как…» of the demonstration: one press instead of the password its screen shows. It is a sign-in with that
 * password and nothing more: a real person, whose password is another one, is not let in by it whatever the program was
 * started with. Refused at every real workplace before anything is tried.
 */
export function makeSignInAs({ signIn, sharedPassword }: SignInAsDeps): (accountId: string) => Promise<Reply<Session>> {
  return async accountId =>
    sharedPassword === null
      ? refused('notAllowed', 'Войти без пароля можно только в демонстрации. Введите пароль.')
      : signIn({ accountId, password: sharedPassword, newPassword: null })
}
