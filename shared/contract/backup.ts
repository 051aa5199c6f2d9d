import * as z from 'zod'
import { backupNamePattern } from '../backup/backup-name.ts'
import { keptAsTyped, typedText } from '../text/text-schema.ts'
import { allowed } from './procedure.ts'
import { reply } from './reply.ts'

const Moment = z.iso.datetime({ offset: true })

/** Name of a copy: the moment it was made, in UTC; nothing about anybody. */
export const BackupName = z.string().regex(backupNamePattern)

/** Why a copy was made. */
export const BackupReason = z.enum(['nightly', 'asked', 'beforeMigration'])
export type BackupReason = z.infer<typeof BackupReason>

/** Why a copy could not be made, checked or restored. Words: renderer/features/backup/backup-texts.ts. */
export const BackupFailure = z.enum([
  'notSet',
  'folderMissing',
  /** In its place lies a link, or a folder of somebody else. */
  'foreignFolder',
  'notWritable',
  'noRoom',
  'databaseDamaged',
  'notVerified',
  'wrongKey',
  'copyMissing',
  'failed',
])
export type BackupFailure = z.infer<typeof BackupFailure>

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const heldFacts = {
  madeAt: Moment,
  reason: BackupReason,
  program: z.string(),
  schemaVersion: z.int().nonnegative(),
  bodyId: z.uuid(),
  workplaceId: z.uuid(),
  timeZone: z.string(),
  receptions: z.int().nonnegative(),
  recordings: z.int().nonnegative(),
  eventLines: z.int().nonnegative(),
  /** False: the chain of the event log was already broken in the database the copy was made of. */
  chainIntact: z.boolean(),
  byteLength: z.int().nonnegative(),
}

/** The signed list of a copy: it says of which name, file and event log it speaks. */
export const SignedFacts = z.strictObject({
  format: z.literal(2),
  ...heldFacts,
  name: BackupName,
  databaseSha256: Sha256,
  /** The last line of the event log in the copy; null where it holds none. */
  logSequence: z.int().nonnegative().nullable(),
  logHash: Sha256.nullable(),
  logAt: Moment.nullable(),
  /** HMAC-SHA-256 of all the rest under a key derived from the key of the database. */
  mac: Sha256,
})
export type SignedFacts = z.infer<typeof SignedFacts>

/** What lies beside a copy (backup.json): ids, times, counts and hashes only. Format 1 is not signed. */
export const BackupFacts = z.discriminatedUnion('format', [
  z.strictObject({ format: z.literal(1), ...heldFacts }),
  SignedFacts,
])
export type BackupFacts = z.infer<typeof BackupFacts>

/**
 * What the signature of a copy says. `unsigned`: of an earlier version, nothing can be said. `unreadable`: the key of
 * this computer is another one or missing, nothing can be said. `renamed`: the list is as written and speaks of another
 * name. `altered`: the list was changed. `swapped`: the list is as written, the database beside it is another.
 */
export const BackupSignature = z.enum(['signed', 'unsigned', 'unreadable', 'renamed', 'altered', 'swapped'])
export type BackupSignature = z.infer<typeof BackupSignature>

export const BackupCard = z.strictObject({
  name: BackupName,
  madeAt: Moment,
  reason: BackupReason,
  receptions: z.int(),
  recordings: z.int(),
  eventLines: z.int(),
  byteLength: z.int(),
  chainIntact: z.boolean(),
  /** The wrapped key lies beside it: another computer can open it with the recovery key. */
  hasRecoveryKey: z.boolean(),
  /** Without reading the database: `swapped` only where its length tells it. */
  signature: BackupSignature,
})
export type BackupCard = z.infer<typeof BackupCard>

/** `late`: a copy has been due for more than a day. */
export const BackupHealth = z.enum(['good', 'late', 'failed', 'notSet'])
export type BackupHealth = z.infer<typeof BackupHealth>

export const BackupProgress = z.strictObject({
  phase: z.enum(['copying', 'verifying']),
  /** 0…1 of the present phase; null where it cannot be known. */
  share: z.number().min(0).max(1).nullable(),
})
export type BackupProgress = z.infer<typeof BackupProgress>

/** For those who look after the copies; the specialist learns only whether all is well. */
export const BackupDetails = z.strictObject({
  /** null: not chosen yet. */
  directory: z.string().nullable(),
  /** Local hour at which a copy becomes due. */
  hour: z.int().min(0).max(23),
  nextAt: Moment.nullable(),
  waitsForReception: z.boolean(),
  /** Copies on the same disk do not survive it. */
  sameDisk: z.boolean(),
  hasRecoveryKey: z.boolean(),
  running: BackupProgress.nullable(),
  lastFailure: z.strictObject({ at: Moment, code: BackupFailure }).nullable(),
  /** The last restoration, until a copy is made of what was restored. */
  restored: z.strictObject({ at: Moment, name: BackupName.nullable() }).nullable(),
})
export type BackupDetails = z.infer<typeof BackupDetails>

export const BackupStatus = z.strictObject({
  health: BackupHealth,
  lastMadeAt: Moment.nullable(),
  /** null for a specialist. */
  details: BackupDetails.nullable(),
})
export type BackupStatus = z.infer<typeof BackupStatus>

/** A recording on the disk of which the database knows nothing: what its own papers say. */
export const FoundRecording = z.strictObject({
  recordingId: z.uuid(),
  receptionId: z.uuid(),
  startedAt: Moment,
  stoppedAt: Moment.nullable(),
  retainUntil: z.iso.date(),
  /** null: not sealed yet. */
  sha256: z.string().nullable(),
  byteLength: z.int().nullable(),
  /** Of the application it belongs to; null: the database does not know its reception. */
  journalNumber: z.int().nullable(),
})
export type FoundRecording = z.infer<typeof FoundRecording>

/** `intact`: every page can be read; whether it is the copy it says it is, `signature` tells. */
export const CopyCheck = z.strictObject({
  intact: z.boolean(),
  chainIntact: z.boolean(),
  signature: BackupSignature,
  checkedAt: Moment,
})
export type CopyCheck = z.infer<typeof CopyCheck>

const Directory = keptAsTyped().trim().min(1, 'Укажите папку').max(4096)
const Named = z.strictObject({ name: BackupName })

export const backup = {
  status: allowed('specialist', 'head', 'technician', 'administrator').output(reply(BackupStatus)),
  /** Newest first. */
  list: allowed('head', 'technician', 'administrator').output(reply(z.array(BackupCard))),
  /** Answers when the copy is made and verified. */
  make: allowed('technician', 'administrator').output(reply(BackupCard)),
  /** Where and from which local hour on; the folder has to be there already. Writes nothing where it cannot be used. */
  choose: allowed('administrator')
    .input(z.strictObject({ directory: Directory.nullable(), hour: z.int().min(0).max(23) }))
    .output(reply(z.null())),
  /** Opens the copy, reads every page of it and compares it with its signed list. */
  verify: allowed('technician', 'administrator').input(Named).output(reply(CopyCheck)),
  /** What the present database holds and the copy does not. */
  restorePreview: allowed('administrator')
    .input(Named)
    .output(
      reply(
        z.strictObject({
          card: BackupCard,
          receptionsNow: z.int(),
          recordingsNow: z.int(),
          /** Lines of the event log written since. */
          eventLinesSince: z.int(),
        }),
      ),
    ),
  /** Restarts the workstation on the copy; the present database is kept aside. */
  restore: allowed('administrator').input(Named).output(reply(z.null())),
  /** Recordings without a row in the database, oldest first. */
  foundRecordings: allowed('specialist', 'head', 'technician', 'administrator').output(reply(z.array(FoundRecording))),
  /** Takes one into the journal; its film is read whole first and must be the one its papers tell of. */
  adoptRecording: allowed('head')
    .input(z.strictObject({ recordingId: z.uuid(), reason: typedText().trim().min(1).max(500) }))
    .output(reply(z.null())),
}
