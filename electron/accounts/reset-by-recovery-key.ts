import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Settings } from '../../shared/contract/settings.ts'
import type { Clock } from '../clock.ts'
import { makeTurns } from '../reception/turns.ts'
import type { AccountStore } from './account-store.ts'
import type { EventLog } from './event-log.ts'
import { hashPassword, passwordProblem } from './password.ts'
import { makeRecoveryKeyTries } from './recovery-key-tries.ts'

export interface ResetByRecoveryKeyDeps {
  readonly accounts: Pick<AccountStore, 'isSetUp' | 'staff' | 'setPassword' | 'signedIn' | 'signOut'>
  readonly eventLog: Pick<EventLog, 'append'>
  readonly settings: () => Settings
  /** What a typed recovery key is: the one of this workplace, another one, or mistyped; `lost`: its file is gone. */
  readonly judgeRecoveryKey: (typed: string) => 'right' | 'wrong' | 'mistyped' | 'lost'
  readonly isReceptionOpen: () => boolean
  readonly onChanged: () => void
  readonly clock: Pick<Clock, 'monotonicMs'>
}

export interface ResetRequest {
  readonly accountId: string
  readonly recoveryKey: string
  readonly newPassword: string
}

const unchanged = 'Пароль не изменён.'
const keyHints = {
  mistyped: `Ключ введён с ошибкой: 36 знаков группами по четыре. Проверьте его по распечатке. ${unchanged}`,
  wrong: `Это ключ восстановления другой базы или прежний ключ. Найдите последнюю распечатку. ${unchanged}`,
  lost: `На этом компьютере нет файла recovery.json: проверить ключ нельзя. ${unchanged}`,
} as const

/**
 * The way back for an administrator who forgot the password: whoever holds the recovery key could open the database
 * anyway, so nothing is given away. One try at a time, a pause after several wrong keys.
 */
export function makeResetByRecoveryKey(deps: ResetByRecoveryKeyDeps) {
  const { accounts, eventLog } = deps
  const tries = makeRecoveryKeyTries(deps.clock)
  const inTurn = makeTurns()

  async function attempt({ accountId, recoveryKey, newPassword }: ResetRequest): Promise<Reply<null>> {
    const person = accounts.isSetUp() ? accounts.staff().find(({ id }) => id === accountId) : undefined
    if (person?.role !== 'administrator' || person.disabledAt !== null) {
      return refused('refusedByRule', `Ключом восстановления меняют пароль администратора. ${unchanged}`)
    }
    const pause = tries.pause()
    if (pause) return pause
    const judged = deps.judgeRecoveryKey(recoveryKey)
    if (judged !== 'right') {
      if (judged !== 'lost') tries.noteWrong()
      log('passwordResetByKey', accountId, 'refused')
      return refused('badInput', keyHints[judged], { recoveryKey: keyHints[judged] })
    }
    tries.noteRight()
    const facts = { minimumLength: deps.settings().passwordMinimumLength, fullName: person.fullName, former: null }
    const problem = passwordProblem(newPassword, facts)
    if (problem) return refused('badInput', `Новый пароль не подходит. ${unchanged}`, { newPassword: problem })
    if (accounts.signedIn()?.id === accountId && deps.isReceptionOpen()) {
      return refused('refusedByRule', `Идёт приём этого сотрудника: сначала завершите его. ${unchanged}`)
    }
    const passwordHash = await hashPassword(newPassword)
    accounts.setPassword(accountId, passwordHash, { changeDue: false })
    log('passwordResetByKey', accountId, 'done')
    if (accounts.signedIn()?.id === accountId) {
      accounts.signOut()
      log('signedOut', accountId, 'done')
    }
    deps.onChanged()
    return done(null)
  }

  function log(kind: 'passwordResetByKey' | 'signedOut', accountId: string, result: 'done' | 'refused'): void {
    eventLog.append({ accountId, kind, objects: { subjectAccountId: accountId }, result })
  }

  // Whoever it is for: the pause counts all of them.
  return (request: ResetRequest): Promise<Reply<null>> => inTurn('', () => attempt(request))
}
