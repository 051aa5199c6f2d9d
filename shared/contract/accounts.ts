import * as z from 'zod'
import { keptAsTyped, typedLine, typedText } from '../text/text-schema.ts'
import { allowed, anyone, Role } from './procedure.ts'
import { reply } from './reply.ts'

const Name = typedLine().min(1, 'Заполните поле').max(200, 'Слишком длинно')
/** The policy's own length is judged by the workstation; this bound only keeps the hash from being abused. */
const Password = keptAsTyped().min(1, 'Введите пароль').max(256, 'Слишком длинно')
const everybody = allowed('specialist', 'head', 'technician', 'administrator')

export const Account = z.strictObject({
  id: z.uuid(),
  fullName: Name,
  /** «Иванова А. П.» */
  shortName: z.string(),
  position: Name,
  role: Role,
})
export type Account = z.infer<typeof Account>

export const Session = z.strictObject({
  account: Account,
  body: z.strictObject({ id: z.uuid(), name: z.string(), timeZone: z.string() }),
  workplace: z.strictObject({ id: z.uuid(), name: z.string() }),
})
export type Session = z.infer<typeof Session>

/** A person to be added, with the password they must change when they first sign in. */
export const NewPerson = z.strictObject({ fullName: Name, position: Name, role: Role, password: Password })
export type NewPerson = z.infer<typeof NewPerson>

/** First start: the body, its people, the folders. Nothing is written before all of it is there. */
export const FirstRun = z.strictObject({
  bodyName: Name,
  timeZone: typedLine().min(1),
  workplaceName: Name,
  administrator: NewPerson.omit({ role: true }),
  people: z.array(NewPerson).max(50),
  /** Absolute; null = inside the profile. */
  recordingsDirectory: keptAsTyped().trim().min(1).max(500).nullable(),
  /** Absolute; null = decided later. */
  backupDirectory: keptAsTyped().trim().min(1).max(500).nullable(),
})
export type FirstRun = z.infer<typeof FirstRun>

/** Who may sign in here; names only, because everybody in the room knows them. */
export const EntryPerson = Account.pick({ id: true, shortName: true, position: true })
export type EntryPerson = z.infer<typeof EntryPerson>

/** What the door shows to somebody who is not signed in. */
export const Entry = z.strictObject({
  firstRunDone: z.boolean(),
  people: z.array(EntryPerson),
  /** Whose work is covered by the lock; null when nobody is signed in. */
  lockedBy: EntryPerson.nullable(),
  passwordMinimumLength: z.int(),
})
export type Entry = z.infer<typeof Entry>

/** A line of «Сотрудники». */
export const StaffMember = Account.extend({
  passwordChangeDue: z.boolean(),
  /** ISO instant; a disabled person stays in the history. */
  disabledAt: z.iso.datetime({ offset: true }).nullable(),
})
export type StaffMember = z.infer<typeof StaffMember>

/** Who receives citizens here or answers for it: to take a reception over, or to be called. */
export const Colleague = Account.pick({ id: true, shortName: true, position: true }).extend({
  role: Role.extract(['specialist', 'head']),
})
export type Colleague = z.infer<typeof Colleague>

/** What was found out about a folder before anything is kept there. */
export const FolderCheck = z.strictObject({
  directory: z.string(),
  freeBytes: z.number().nonnegative(),
  /** Receptions of full length that fit. */
  roomInReceptions: z.int().nonnegative(),
  /** Copies that lie on the disk of the database do not survive it. */
  onDiskOfDatabase: z.boolean(),
})
export type FolderCheck = z.infer<typeof FolderCheck>

const ByAccount = z.strictObject({ accountId: z.uuid() })

export const accounts = {
  /** null while nobody is signed in, and while the desk is locked. */
  session: anyone.output(reply(Session.nullable())),
  entry: anyone.output(reply(Entry)),
  /** Answers with the recovery key, shown once and stored nowhere in the clear; nobody is signed in by it. */
  firstRun: anyone.input(FirstRun).output(reply(z.strictObject({ recoveryKey: z.string() }))),
  /** Only before the first run: whether a folder can be made and written to; nothing is left behind. */
  checkFolder: anyone
    .input(z.strictObject({ directory: keptAsTyped().trim().min(1).max(500) }))
    .output(reply(FolderCheck)),
  /**
   * Also the way through the lock. `passwordChangeDue` is answered to a right first password until `newPassword` is
   * given with it; a wrong one and an unknown person get the same `passwordWrong`; `waitFirst` says how long.
   */
  signIn: anyone
    .input(z.strictObject({ accountId: z.uuid(), password: Password, newPassword: Password.nullable() }))
    .output(reply(Session)),
  /** «Войти как…»: without a password, in the demonstration alone; `notAllowed` at every real workplace. */
  signInAs: anyone.input(ByAccount).output(reply(Session)),
  /**
   * At the sign-in: an administrator who forgot the password sets another one with the recovery key. Written into the
   * event log; that person's session ends. Whoever else forgot theirs asks an administrator.
   */
  resetByRecoveryKey: anyone
    .input(
      z.strictObject({ accountId: z.uuid(), recoveryKey: typedText().trim().min(1).max(200), newPassword: Password }),
    )
    .output(reply(z.null())),
  /** Refused while a reception is open: its next step needs its person. */
  signOut: everybody.output(reply(z.null())),
  /** Covers the desk; refused while a reception is open (Ctrl+Shift+H covers it without locking). */
  lock: everybody.output(reply(z.null())),
  /** A key or the mouse was used: the idle time begins anew. */
  touch: everybody.output(reply(z.null())),
  changePassword: everybody
    .input(z.strictObject({ password: Password, newPassword: Password }))
    .output(reply(z.null())),
  /**
   * Another recovery key, shown once; the former one no longer opens this workplace (copies made before keep it). Asks
   * for the administrator's own password: an open desk must not be enough.
   */
  renewRecoveryKey: allowed('administrator')
    .input(z.strictObject({ password: Password }))
    .output(reply(z.strictObject({ recoveryKey: z.string() }))),
  /** Everybody who ever worked here. */
  staff: allowed('administrator', 'head').output(reply(z.array(StaffMember))),
  /** Specialists and heads who work here now, by name. */
  colleagues: allowed('specialist', 'head').output(reply(z.array(Colleague))),
  addPerson: allowed('administrator').input(NewPerson).output(reply(StaffMember)),
  changePerson: allowed('administrator')
    .input(ByAccount.extend({ fullName: Name, position: Name, role: Role }))
    .output(reply(StaffMember)),
  disablePerson: allowed('administrator').input(ByAccount).output(reply(StaffMember)),
  enablePerson: allowed('administrator').input(ByAccount).output(reply(StaffMember)),
  resetPassword: allowed('administrator')
    .input(ByAccount.extend({ password: Password }))
    .output(reply(StaffMember)),
}
