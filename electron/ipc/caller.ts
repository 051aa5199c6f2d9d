import type { Session } from '../../shared/contract/accounts.ts'

/** Who stands behind a page. Asked anew at every call: a session may begin or end while a page is open. */
export interface Caller {
  session(): Session | null
  /** Ends with that session; aborted where there is none. */
  sessionLife(): AbortSignal
}

/** The session of a caller already let through the door. */
export function sessionOf(caller: Caller): Session {
  const session = caller.session()
  if (!session) throw new Error('The door let a caller in without a session')
  return session
}
