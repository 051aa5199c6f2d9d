import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { BackupFailure, BackupName } from '../../shared/contract/backup.ts'
import { writeFilePrivately } from '../database/write-file-privately.ts'

/**
 * What is to be done to the database before the next start opens it: nothing can replace a database that is open, and
 * an order on the disk is carried out to its end whatever cuts it off.
 */
export const RecoveryOrder = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('restore'),
    askedAtMs: z.int(),
    /** Who asked, where it was somebody signed in. */
    accountId: z.uuid().nullable(),
    /** Absolute: the folder of one copy. */
    copyFolder: z.string(),
    name: BackupName,
    /** The copy has another key than this computer had: its recovery key becomes ours. */
    adoptRecoveryKey: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('startEmpty'), askedAtMs: z.int() }),
  z.strictObject({ kind: z.literal('goOn'), askedAtMs: z.int() }),
])
export type RecoveryOrder = z.infer<typeof RecoveryOrder>

/** What befell the database at a start, until the workstation has written it into its event log. */
const OrderOutcome = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('restore'),
    atMs: z.int(),
    accountId: z.uuid().nullable(),
    name: BackupName,
    failure: BackupFailure.nullable(),
  }),
  /** Went on without its last changes: the event log may lack lines that a copy remembers. */
  z.strictObject({ kind: z.literal('goOn'), atMs: z.int() }),
])
type OrderOutcome = z.infer<typeof OrderOutcome>

/** One small file of the profile, whole or not there. */
export interface OrderFile<T> {
  read(): T | null
  write(content: T): void
  clear(): void
}

export const orderFile = (profileDirectory: string): OrderFile<RecoveryOrder> =>
  makeOrderFile(join(profileDirectory, 'recovery-order.json'), RecoveryOrder)

export const outcomeFile = (profileDirectory: string): OrderFile<OrderOutcome> =>
  makeOrderFile(join(profileDirectory, 'restore-outcome.json'), OrderOutcome)

function makeOrderFile<Schema extends z.ZodType>(path: string, schema: Schema): OrderFile<z.output<Schema>> {
  return {
    read() {
      try {
        const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
        return parsed.success ? parsed.data : null
      } catch {
        return null
      }
    },
    write: content => writeFilePrivately(path, `${JSON.stringify(content)}\n`),
    clear: () => rmSync(path, { force: true }),
  }
}
