import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import type pino from 'pino'
import type { RehearsalOutcome } from '../../shared/equipment/judge-rehearsal.ts'
import type { RehearsalPage } from '../../shared/equipment/rehearsal-page.ts'
import { partFileName } from '../../shared/recording/part-log.ts'
import type { Clock } from '../clock.ts'
import { makeRecorder, type RecorderConnection, type RecorderDeps } from '../recording/live/recorder.ts'
import type { PlayableFile } from '../recording/recording-archive.ts'
import { analyseRehearsal } from './analyse-rehearsal.ts'

/** A recorder of its own, the same in every part but the folder; what it records is heard once and erased. */
export interface Rehearsal {
  /** The page's link: control and chunks, as in a reception. */
  connect(connection: RecorderConnection): void
  /** Null when it records; else why it does not. */
  start(): Promise<string | null>
  /** `page`: what the recording page saw of itself meanwhile. */
  stop(page: RehearsalPage): Promise<{ outcome: RehearsalOutcome; playToken: string | null }>
  playableFile(playToken: string): PlayableFile | null
  /** Voice and picture are gone after this. */
  erase(): Promise<void>
  /** Erases what nobody came back for. */
  tick(): void
  close(): Promise<void>
}

export interface RehearsalDeps {
  readonly recordingsDirectory: string
  /** A file name no other workplace of the store has. */
  readonly workplaceName: string
  readonly ffmpegPath: string
  readonly makeVerifier: RecorderDeps['makeVerifier']
  readonly freeBytes: RecorderDeps['freeBytes']
  readonly everySecond: RecorderDeps['everySecond']
  /** Of the session in force. */
  readonly sessionLife: () => AbortSignal
  readonly clock: Clock
  readonly log: Pick<pino.Logger, 'info' | 'warn' | 'error'>
}

/** On the disk of the recordings, beside the years: no search for recordings looks there. */
export const rehearsalFolder = '.rehearsal'
/** A quarter of a minute at most; the disk check asks for whole receptions. */
const neededBytes = 20_000_000
const armedWithinMs = 8_000
/** Long enough to listen once. */
const keptMs = 3 * 60_000

export async function makeRehearsal(deps: RehearsalDeps): Promise<Rehearsal> {
  const { clock, log } = deps
  const shared = join(deps.recordingsDirectory, rehearsalFolder)
  const rootDirectory = join(shared, deps.workplaceName)
  // What a killed program left behind.
  await rm(rootDirectory, { recursive: true, force: true })
  const recorder = makeRecorder({
    ...{ rootDirectory, clock, log },
    everySecond: deps.everySecond,
    freeBytes: () => deps.freeBytes(deps.recordingsDirectory),
    sessionBytes: () => neededBytes,
    makeVerifier: deps.makeVerifier,
    onLost: () => undefined,
    // It records a signal of its own.
    isRoomGiven: true,
  })
  // One for all of them: what a page captured after the last one is no other reception's.
  const receptionId = randomUUID()
  let recordingId: string | null = null
  let kept: (PlayableFile & { readonly token: string; readonly untilMs: number }) | null = null

  async function untilArmed(): Promise<boolean> {
    const endsAtMs = clock.monotonicMs() + armedWithinMs
    while (!recorder.view().armed) {
      if (clock.monotonicMs() > endsAtMs) return false
      await new Promise(resolve => setTimeout(resolve, 50))
    }
    return true
  }
  async function erase(): Promise<void> {
    kept = null
    await rm(rootDirectory, { recursive: true, force: true })
    // It stays while another workplace rehearses in the same store.
    await rmdir(shared).catch(() => undefined)
  }

  return {
    connect: connection => recorder.connect(connection),
    async start() {
      await erase()
      await mkdir(rootDirectory, { recursive: true, mode: 0o700 })
      if (!(await untilArmed())) return `not armed: ${recorder.view().notArmedBecause}`
      const id = randomUUID()
      const started = await recorder.start({
        ...{ recordingId: id, receptionId, bodyId: randomUUID(), workplaceId: randomUUID() },
        startedAt: new Date(clock.nowMs()).toISOString(),
        retainUntil: new Date(clock.nowMs()).toISOString().slice(0, 10),
        ...{ program: 'rehearsal', regulation: 'none' },
      })
      if (!started.ok) return started.hint
      recordingId = id
      return null
    },
    async stop(page) {
      if (recordingId === null) return { outcome: { kind: 'failed', detail: 'not started' }, playToken: null }
      const id = recordingId
      recordingId = null
      try {
        const { directory } = await recorder.stop(id)
        const outcome = await analyseRehearsal({ directory, ffmpegPath: deps.ffmpegPath, page })
        const token = randomBytes(18).toString('base64url')
        kept = {
          ...{ path: join(directory, partFileName(1)), life: deps.sessionLife() },
          ...{ token, untilMs: clock.monotonicMs() + keptMs },
        }
        return { outcome, playToken: token }
      } catch (error) {
        log.warn({ error: error instanceof Error ? error.message : 'unknown' }, 'rehearsal failed')
        return { outcome: { kind: 'failed', detail: 'the file could not be read' }, playToken: null }
      }
    },
    playableFile: token => (kept?.token === token && !kept.life.aborted ? kept : null),
    erase,
    tick() {
      if (kept !== null && (kept.life.aborted || clock.monotonicMs() > kept.untilMs)) void erase()
    },
    async close() {
      await recorder.close()
      await erase()
    },
  }
}
