import type { Account, Entry, FirstRun, FolderCheck, Session } from '../../shared/contract/accounts.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import type { Settings } from '../../shared/contract/settings.ts'
import { isTimeZone } from '../../shared/text/date-time.ts'
import type { AccountStore, PersonToAdd } from './account-store.ts'
import type { EventLog } from './event-log.ts'
import type { FolderProbe } from './folder-probe.ts'
import { hashPassword, passwordProblem } from './password.ts'
import type { makeResetByRecoveryKey } from './reset-by-recovery-key.ts'
import type { SessionKeeper } from './session-keeper.ts'
import type { makeSignIn } from './sign-in.ts'
import type { makeSignInAs } from './sign-in-as.ts'
import type { StaffService } from './staff-service.ts'

export interface AccountServiceDeps {
  readonly accounts: AccountStore
  readonly eventLog: EventLog
  readonly settings: () => Settings
  readonly signIn: ReturnType<typeof makeSignIn>
  readonly signInAs: ReturnType<typeof makeSignInAs>
  readonly resetByRecoveryKey: ReturnType<typeof makeResetByRecoveryKey>
  readonly keeper: Pick<SessionKeeper, 'signOut' | 'lock' | 'touch'>
  readonly staff: StaffService
  /** Wraps the database key anew and answers the printable recovery key, once. */
  readonly newRecoveryKey: () => string
  readonly probeFolder: FolderProbe
  /** The hint of a failure, null when the folder is there. */
  readonly makeFolder: (directory: string) => Promise<string | null>
  /** Whether a folder lies on the disk of the database: copies on it do not survive it. */
  readonly isOnDiskOfDatabase: (directory: string) => boolean
  /** Bytes of one reception of full length. */
  readonly receptionBytes: () => number
  /** Keeps the folders that were chosen; answers what makes them take effect. Rejects where they cannot be kept. */
  readonly keepFolders: (folders: Pick<FirstRun, 'recordingsDirectory' | 'backupDirectory'>) => Promise<() => void>
  readonly onChanged: () => void
}

/** Who works at this workplace, from the first run on. */
export interface AccountService {
  session(): Session | null
  entry(): Entry
  firstRun(input: FirstRun): Promise<Reply<{ recoveryKey: string }>>
  checkFolder(directory: string): Promise<Reply<FolderCheck>>
  renewRecoveryKey(who: Session, password: string): Promise<Reply<{ recoveryKey: string }>>
  readonly signIn: AccountServiceDeps['signIn']
  readonly signInAs: AccountServiceDeps['signInAs']
  readonly resetByRecoveryKey: AccountServiceDeps['resetByRecoveryKey']
  readonly keeper: AccountServiceDeps['keeper']
  readonly staff: StaffService
}

const nothingWritten = 'Проверьте выделенные поля. Ничего не записано.'
const alreadyDone = () => refused('notAllowed', 'Рабочее место уже настроено. Закройте программу и откройте её снова.')

export function makeAccountService(deps: AccountServiceDeps): AccountService {
  const { accounts, eventLog, settings, signIn, keeper, staff, probeFolder } = deps

  async function folderProblem(directory: string | null): Promise<string | null> {
    if (directory === null) return null
    const probed = await probeFolder(directory)
    return probed.ok ? deps.makeFolder(directory) : probed.hint
  }

  /** Everything that is wrong, at its field. */
  async function problemsOf(input: FirstRun): Promise<Record<string, string>> {
    const problems: Record<string, string | null> = {
      timeZone: isTimeZone(input.timeZone) ? null : 'Такого часового пояса нет. Пример: Asia/Novokuznetsk',
      recordingsDirectory: await folderProblem(input.recordingsDirectory),
      backupDirectory: await folderProblem(input.backupDirectory),
    }
    if (input.recordingsDirectory !== null && input.recordingsDirectory === input.backupDirectory) {
      problems.backupDirectory = 'Копии держат не там, где записи. Выберите другую папку'
    }
    const { passwordMinimumLength: minimumLength } = deps.settings()
    const judge = (field: string, person: { fullName: string; password: string }) => {
      problems[field] = passwordProblem(person.password, { minimumLength, fullName: person.fullName, former: null })
    }
    judge('administrator.password', input.administrator)
    for (const [index, person] of input.people.entries()) judge(`people.${index}.password`, person)
    return Object.fromEntries(Object.entries(problems).filter((entry): entry is [string, string] => entry[1] !== null))
  }

  const toStore = async ({
    password,
    ...person
  }: Pick<Account, 'fullName' | 'position' | 'role'> & { password: string }): Promise<PersonToAdd> => ({
    ...person,
    passwordHash: await hashPassword(password),
  })

  return {
    session: accounts.session,
    entry: () => ({
      firstRunDone: accounts.isSetUp(),
      people: [...accounts.entryPeople()],
      lockedBy: accounts.lockedBy(),
      passwordMinimumLength: settings().passwordMinimumLength,
    }),
    async firstRun(input) {
      if (accounts.isSetUp()) return alreadyDone()
      const problems = await problemsOf(input)
      if (Object.keys(problems).length > 0) return refused('badInput', nothingWritten, problems)
      const { bodyName, timeZone, workplaceName } = input
      const administrator = await toStore({ ...input.administrator, role: 'administrator' })
      const people = await Promise.all(input.people.map(toStore))
      const takeEffect = await deps.keepFolders(input)
      // From here on nothing waits: of two pages that finish at once only one may make the key that is printed.
      if (accounts.isSetUp()) return alreadyDone()
      const recoveryKey = deps.newRecoveryKey()
      const [first] = accounts.firstRun({ bodyName, timeZone, workplaceName, people: [administrator, ...people] }) ?? []
      if (!first) return alreadyDone()
      eventLog.append({ accountId: first.id, kind: 'recoveryKeyMade', objects: {}, result: 'done' })
      deps.onChanged()
      takeEffect()
      return done({ recoveryKey })
    },
    async checkFolder(directory) {
      if (accounts.isSetUp()) return alreadyDone()
      const probed = await probeFolder(directory)
      if (!probed.ok) return refused('badInput', 'Эту папку использовать нельзя.', { directory: probed.hint })
      return done({
        directory,
        freeBytes: probed.freeBytes,
        roomInReceptions: Math.floor(probed.freeBytes / deps.receptionBytes()),
        onDiskOfDatabase: deps.isOnDiskOfDatabase(probed.nearest),
      })
    },
    async renewRecoveryKey(who, password) {
      const accountId = who.account.id
      const refusal = await staff.ownPasswordRefusal(who, password)
      if (refusal) return refusal
      const recoveryKey = deps.newRecoveryKey()
      eventLog.append({ accountId, kind: 'recoveryKeyMade', objects: {}, result: 'done' })
      return done({ recoveryKey })
    },
    signIn: async request => {
      const answer = await signIn(request)
      if (answer.ok) deps.onChanged()
      return answer
    },
    signInAs: async accountId => {
      const answer = await deps.signInAs(accountId)
      if (answer.ok) deps.onChanged()
      return answer
    },
    resetByRecoveryKey: deps.resetByRecoveryKey,
    keeper,
    staff,
  }
}
