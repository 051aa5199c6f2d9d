import type { Readable } from 'node:stream'
import type pino from 'pino'
import type { WebSocket } from 'ws'
import type { Capabilities } from '../shared/contract/workplace.ts'
import type { Policy } from '../shared/policy/policy.ts'
import type { RecorderConnection } from './recording/live/recorder.ts'
import type { PlayableFile } from './recording/recording-archive.ts'
import type { Activity } from './workplace/activity.ts'
import type { ComputerEvent } from './workplace/computer-event.ts'

/** What a host hands to the workstation it starts. */
export interface WorkstationConfig {
  /** Database, keys and logs live here. */
  readonly profileDirectory: string
  readonly recordingsDirectory: string
  /** 64 hex digits. */
  readonly databaseKeyHex: string
  readonly demonstration: boolean
  /** Stand-in room of the demonstration profile; null outside of it. */
  readonly demonstrationRoomUrl: string | null
  /** ffmpeg named in the settings; null = look for one. */
  readonly ffmpegSetting: string | null
  readonly resourcesDirectory: string
  readonly version: string
  /** What the organisation decided for all of its workplaces. */
  readonly policy: Policy
}

/** What the host can do for the workstation. */
export interface WorkstationHost {
  readonly capabilities: Capabilities
  /** The host itself began anew: what it held open for the reception before is gone. */
  readonly isFirstOfRun: boolean
  /** Opens (or brings back) the recorder window. */
  openRecorder(): void
  /** Keeps another key of the database, the former one aside; resolves when the next start will get it. */
  keepDatabaseKey(keyHex: string): Promise<void>
  /** Keeps the folder of recordings (absolute, null = inside the profile) for the next start. Rejects where it cannot. */
  keepRecordingsDirectory(directory: string | null): Promise<void>
  /**
   * Prints a page of our own (no scripts, nothing from elsewhere) as PDF, by its own `@page`. Rejects where the host
   * cannot (see `capabilities.printPages`) or the browser fails.
   */
  printPage(html: string): Promise<Buffer>
  /** Closes this workstation in order and starts it anew; what has been answered still reaches its page. */
  restart(): void
  /** Told whenever it changes. */
  showActivity(activity: Activity): void
  readonly log: pino.Logger
}

/** A page's wire as the contract's door needs it: a WebSocket, or a port dressed as one. */
export type PageSocket = Pick<WebSocket, 'send' | 'addEventListener'>

/** The workstation as its host sees it: doors for pages, nothing of what is inside. */
export interface Workstation {
  /** A page's control socket: the contract. */
  connectPage(socket: PageSocket): void
  /** The recorder page's link: control and chunks. */
  connectRecorder(connection: RecorderConnection): void
  /** The link of a rehearsal: the same words, nothing of it stays. */
  connectRehearsal(connection: RecorderConnection): void
  /** The sealed file behind a play address handed out by `recordings.play`; null when unknown or expired. */
  playableFile(playToken: string): PlayableFile | null
  /** The bytes of a file on their way in, behind an address handed out by `recordings.beginImport`; a status of HTTP. */
  receiveImport(token: string, body: Readable): Promise<204 | 400 | 404>
  /** The computer sleeps, wakes, is locked or shut down; written into the event log. */
  noteComputer(event: ComputerEvent): void
  /** Stops every service in reverse order; what is being recorded stays on disk and is found again at the next start. */
  close(): Promise<void>
}
