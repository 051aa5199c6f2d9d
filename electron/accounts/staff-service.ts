import { onlyAdministrator } from '../../shared/accounts/only-administrator.ts'
import type { Account, Colleague, NewPerson, Session, StaffMember } from '../../shared/contract/accounts.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Settings } from '../../shared/contract/settings.ts'
import type { AccountStore } from './account-store.ts'
import type { EventLog } from './event-log.ts'
import { hashPassword, passwordFits, passwordProblem } from './password.ts'
import type { WrongPasswords } from './wrong-passwords.ts'

export interface StaffServiceDeps {
  readonly accounts: AccountStore
  readonly eventLog: EventLog
  readonly settings: () => Settings
  readonly wrongPasswords: WrongPasswords
  readonly onChanged: () => void
}

/** «Сотрудники»: the administrator's work, and everybody's own password. */
export interface StaffService {
  list(): Reply<StaffMember[]>
  colleagues(): Reply<Colleague[]>
  add(who: Session, person: NewPerson): Promise<Reply<StaffMember>>
  change(
    who: Session,
    request: Pick<Account, 'fullName' | 'position' | 'role'> & { accountId: string },
  ): Reply<StaffMember>
  setDisabled(who: Session, accountId: string, disabled: boolean): Reply<StaffMember>
  resetPassword(who: Session, request: { accountId: string; password: string }): Promise<Reply<StaffMember>>
  /** null when it is this person's password; a wrong one counts like at the door. */
  ownPasswordRefusal(who: Session, password: string): Promise<Refusal | null>
  changePassword(who: Session, request: { password: string; newPassword: string }): Promise<Reply<null>>
}

type Refusal = ReturnType<typeof refused>

const notFound = () => refused('notFound', 'Такого сотрудника нет. Обновите список.')
const lastAdministrator = () =>
  refused('refusedByRule', 'Это единственный администратор. Сначала назначьте другого. Ничего не изменено.')

export function makeStaffService(deps: StaffServiceDeps): StaffService {
  const { accounts, eventLog, settings, wrongPasswords, onChanged } = deps
  const find = (accountId: string) => accounts.staff().find(({ id }) => id === accountId)

  function answer(accountId: string): Reply<StaffMember> {
    onChanged()
    const found = find(accountId)
    return found ? done(found) : notFound()
  }

  const isLastAdministrator = (accountId: string): boolean => onlyAdministrator(accounts.staff())?.id === accountId

  function log(who: Session, kind: Parameters<EventLog['append']>[0]['kind'], accountId: string): void {
    eventLog.append({ accountId: who.account.id, kind, objects: { subjectAccountId: accountId }, result: 'done' })
  }

  const problemOf = (password: string, fullName: string, former: string | null) =>
    passwordProblem(password, { minimumLength: settings().passwordMinimumLength, fullName, former })

  async function ownPasswordRefusal({ account: { id } }: Session, password: string): Promise<Refusal | null> {
    const pause = wrongPasswords.pauseHint(id)
    if (pause !== null) return refused('waitFirst', `${pause} Ничего не изменено.`)
    if (await passwordFits(accounts.credentials(id)?.passwordHash ?? null, password)) return null
    wrongPasswords.note(id)
    eventLog.append({ accountId: id, kind: 'signInRefused', objects: { subjectAccountId: id }, result: 'refused' })
    return refused('passwordWrong', 'Пароль неверен. Ничего не изменено.', { password: 'Неверный пароль' })
  }

  return {
    list: () => done([...accounts.staff()]),
    colleagues: () =>
      done(
        accounts
          .staff()
          .flatMap(({ id, shortName, position, role, disabledAt }) =>
            disabledAt === null && (role === 'specialist' || role === 'head')
              ? [{ id, shortName, position, role }]
              : [],
          ),
      ),
    async add(who, person) {
      const problem = problemOf(person.password, person.fullName, null)
      if (problem) return refused('badInput', 'Сотрудник не добавлен.', { password: problem })
      const { id } = accounts.addAccount({ ...person, passwordHash: await hashPassword(person.password) })
      log(who, 'accountAdded', id)
      return answer(id)
    },
    change(who, { accountId, ...person }) {
      const before = find(accountId)
      if (!before) return notFound()
      if (before.role === 'administrator' && person.role !== 'administrator' && isLastAdministrator(accountId)) {
        return lastAdministrator()
      }
      accounts.change(accountId, person)
      log(who, 'accountChanged', accountId)
      return answer(accountId)
    },
    setDisabled(who, accountId, disabled) {
      const before = find(accountId)
      if (!before) return notFound()
      if (disabled && who.account.id === accountId) {
        return refused('refusedByRule', 'Себя отключить нельзя: это делает другой администратор. Ничего не изменено.')
      }
      if (disabled && before.role === 'administrator' && isLastAdministrator(accountId)) return lastAdministrator()
      accounts.setDisabled(accountId, disabled)
      log(who, disabled ? 'accountDisabled' : 'accountChanged', accountId)
      return answer(accountId)
    },
    async resetPassword(who, { accountId, password }) {
      const before = find(accountId)
      if (!before) return notFound()
      const problem = problemOf(password, before.fullName, null)
      if (problem) return refused('badInput', 'Пароль не изменён.', { password: problem })
      accounts.setPassword(accountId, await hashPassword(password), { changeDue: true })
      log(who, 'passwordReset', accountId)
      return answer(accountId)
    },
    ownPasswordRefusal,
    async changePassword(who, { password, newPassword }) {
      const { id, fullName } = who.account
      const refusal = await ownPasswordRefusal(who, password)
      if (refusal) return refusal
      const problem = problemOf(newPassword, fullName, password)
      if (problem) return refused('badInput', 'Пароль не изменён.', { newPassword: problem })
      accounts.setPassword(id, await hashPassword(newPassword), { changeDue: false })
      log(who, 'passwordChanged', id)
      return done(null)
    },
  }
}
