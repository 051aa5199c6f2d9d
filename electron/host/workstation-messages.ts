import * as z from 'zod'
import type { Capabilities } from '../../shared/contract/workplace.ts'
import type { PageDoor } from '../../shared/desktop/bridge.ts'
import { Activity } from '../workplace/activity.ts'
import type { ComputerEvent } from '../workplace/computer-event.ts'
import type { WorkstationConfig } from '../workstation-api.ts'

/**
 * Which pages of the database are read before anybody works on it. `all`: it was found damaged, or is feared to be.
 * `afterPowerLoss`: the first start of a run. Where the last one ended in order, or the computer is known to have had its
 * power ever since, they are read behind the start instead.
 * `none`: a workstation of this run worked on it, and a killed process tears no page.
 */
export type PagesToRead = 'all' | 'afterPowerLoss' | 'none'

/** What the supervisor tells the workstation process; secrets travel here, never in arguments or environment. */
export type ToWorkstation =
  | {
      kind: 'start'
      /** null: this host has no key that can be read. */
      config: Omit<WorkstationConfig, 'databaseKeyHex'> & { databaseKeyHex: string | null }
      pages: PagesToRead
      /** No workstation before it in this run of the host. */
      isFirstOfRun: boolean
      capabilities: Capabilities
      socketPath: string
      /** Every request on the socket must carry it in `secretHeader`. */
      secret: string
      logsDirectory: string
    }
  /** Whether the key of `keepKey` is on the disk. */
  | { kind: 'keyKept'; kept: boolean }
  /** Whether the folder of `keepRecordingsDirectory` stands in the settings. */
  | { kind: 'directoryKept'; kept: boolean }
  /** The PDF of `printPage`, base64; null: it could not be made. */
  | { kind: 'pagePrinted'; id: number; pdf: string | null }
  /** The port that comes with it leads to a page (desktop host); sockets come through the local socket. */
  | { kind: 'page'; door: PageDoor }
  /** What happens to the computer, as the desktop host sees it. */
  | { kind: 'computer'; event: ComputerEvent }
  | { kind: 'stop' }

export const FromWorkstation = z.discriminatedUnion('kind', [
  /** `recovery`: the database cannot be used; only its calls are answered. */
  z.strictObject({ kind: z.literal('ready'), mode: z.enum(['work', 'recovery']) }),
  /** It cannot start; the message is printed as it is. */
  z.strictObject({ kind: z.literal('failed'), message: z.string() }),
  z.strictObject({ kind: z.literal('openRecorder') }),
  /** Another key of the database, to be kept by the host. */
  z.strictObject({ kind: z.literal('keepKey'), keyHex: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** Where recordings lie from the next start on; null = inside the profile. */
  z.strictObject({ kind: z.literal('keepRecordingsDirectory'), directory: z.string().min(1).nullable() }),
  /** A page to be printed as PDF. */
  z.strictObject({ kind: z.literal('printPage'), id: z.int(), html: z.string() }),
  /** It leaves on purpose and wants to be started again at once; `everyPage`: only after the whole database was read. */
  z.strictObject({ kind: z.literal('restarting'), everyPage: z.boolean() }),
  /** What goes on, for a host that keeps the computer awake and shows it beside the clock. */
  z.strictObject({ kind: z.literal('activity'), activity: Activity }),
])
export type FromWorkstation = z.infer<typeof FromWorkstation>

/** Where the workstation listens at this moment. */
export interface WorkstationAddress {
  readonly socketPath: string
  readonly secret: string
}

/** Header by which the workstation knows its supervisor. */
export const secretHeader = 'x-videopriem-secret'
