import * as z from 'zod'
import { keptAsTyped, typedText } from '../text/text-schema.ts'
import { BackupCard, BackupFailure, BackupName } from './backup.ts'
import { anyone } from './procedure.ts'
import { reply } from './reply.ts'

/**
 * Why the workstation does not work on its database. `missing`: keys are there, the file is not. `keyMissing`: the file
 * is there, its key is not. `notReadable`: wrong key or damaged first page. `walDamaged`: the last changes, not yet in
 * the file itself, cannot be read. `newer`: written by a later version of the program.
 */
export const DatabaseProblem = z.enum(['missing', 'keyMissing', 'notReadable', 'damaged', 'walDamaged', 'newer'])
export type DatabaseProblem = z.infer<typeof DatabaseProblem>

export const FoundBackup = z.strictObject({
  ...BackupCard.shape,
  /** The key of this computer opens it; otherwise the recovery key is needed. */
  opensHere: z.boolean(),
})
export type FoundBackup = z.infer<typeof FoundBackup>

export const RecoveryState = z.strictObject({
  problem: DatabaseProblem,
  noticedAt: z.iso.datetime({ offset: true }),
  /** IANA zone of the body as the newest copy knows it, else of this computer. */
  timeZone: z.string(),
  /** What is kept, untouched. */
  files: z.array(
    z.strictObject({ name: z.string(), byteLength: z.int(), changedAt: z.iso.datetime({ offset: true }) }),
  ),
  directory: z.string().nullable(),
  /** Newest first. */
  backups: z.array(FoundBackup),
  /** A wrapped key is here or beside a copy: the recovery key can give the key of the database back. */
  hasRecoveryFile: z.boolean(),
  /** The desktop program keeps the key in the key ring of the system, where the browser host cannot read it. */
  keySealed: z.boolean(),
  /** Why the last restoration did not succeed. */
  restoreFailure: BackupFailure.nullable(),
})
export type RecoveryState = z.infer<typeof RecoveryState>

/** Has to be typed letter by letter before an empty database is begun. */
export const startEmptyPhrase = 'начать с пустой базой'

const Directory = keptAsTyped().trim().min(1).max(4096)
const RecoveryKey = typedText().trim().min(1).max(200)

/** Calls of a workstation that cannot open its database: nobody can be signed in, so anybody at the profile may call. */
export const recovery = {
  /** null: the database is in order. */
  state: anyone.output(reply(RecoveryState.nullable())),
  /** Copies in a folder the person names: of this or of another workplace. */
  look: anyone
    .input(z.strictObject({ directory: Directory }))
    .output(reply(z.strictObject({ directory: z.string(), backups: z.array(FoundBackup) }))),
  /** Puts a copy in the place of the database; what lies there is kept aside. The workstation restarts. */
  restore: anyone
    .input(
      z.strictObject({
        directory: Directory,
        name: BackupName,
        recoveryKey: RecoveryKey.nullable(),
        /** A person was told that the copy is not what its list says, and wants it all the same. */
        evenIfNotProven: z.boolean(),
      }),
    )
    .output(reply(z.null())),
  /** Gets the key of the present database back. The workstation restarts. */
  unlock: anyone.input(z.strictObject({ recoveryKey: RecoveryKey })).output(reply(z.null())),
  /** Sets the unreadable last changes aside and goes on with the database as it is. The workstation restarts. */
  goOn: anyone.output(reply(z.null())),
  /** Keeps the present database aside and begins an empty one. The workstation restarts. */
  startEmpty: anyone.input(z.strictObject({ phrase: typedText().max(100) })).output(reply(z.null())),
  /** A text for the technician: versions, codes, sizes; nothing about anybody. */
  report: anyone.output(reply(z.strictObject({ text: z.string() }))),
}
