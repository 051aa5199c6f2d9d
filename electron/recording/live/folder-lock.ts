import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { hostname, uptime } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import * as z from 'zod'
import { type Clock, runId } from '../../clock.ts'

/** Milliseconds of a lock's life. */
export const folderLockLimits = {
  /** A beat is one small write; a share takes it in a few milliseconds. */
  beatMs: 2_000,
  /** Fifteen beats: longer than the longest stall of the loop that was seen (25.6 s, a desk of heavy letters). */
  staleMs: 30_000,
  /** Without a beat for so long the number of the process is that of another program. */
  abandonedMs: 600_000,
} as const

/** Lies in the folder of a recording while a workstation has it in hand, and is renewed by it. */
const FolderLock = z.strictObject({
  workplaceId: z.uuid(),
  host: z.string(),
  processId: z.int(),
  run: z.uuid(),
  /** Counts up; what another clock says of the times beside it does not matter. */
  beat: z.int().nonnegative(),
  atMs: z.number(),
  monotonicMs: z.number(),
})
type FolderLock = z.infer<typeof FolderLock>

const lockFileName = 'owner.lock'

/** The folder is in the hands of another workstation that lives. */
export class FolderHeldError extends Error {
  override readonly name = 'FolderHeldError'
}

/** A recording's folder in the hands of this process. */
export interface HeldFolder {
  /** To be called every tick: renews the lock when it is time; never rejects. */
  beat(): Promise<void>
  /** Gives the folder back; never rejects. */
  release(): Promise<void>
}

export interface FolderClaim {
  readonly directory: string
  readonly workplaceId: string
  readonly clock: Clock
  /** How long a lock of another process must stand still; default `folderLockLimits.staleMs`. */
  readonly staleMs?: number
}

/**
 * Takes the folder in hand. A lock left by a process of this computer that is gone is taken over at once; any other is
 * watched until its beat moves (rejects with FolderHeldError) or stood still for `staleMs` by our own clock. Rejects
 * with the system error where the folder cannot be written.
 */
export async function holdFolder(claim: FolderClaim): Promise<HeldFolder> {
  const { directory, workplaceId, clock } = claim
  const path = join(directory, lockFileName)
  let lock: FolderLock = {
    ...{ workplaceId, host: hostname(), processId: process.pid, run: runId, beat: 0 },
    ...{ atMs: clock.nowMs(), monotonicMs: clock.monotonicMs() },
  }
  await waitUntilFree(path, claim)
  await rm(path, { force: true })
  const file = await open(path, 'wx', 0o600)
  await file.writeFile(JSON.stringify(lock)).finally(() => file.close())
  let beatAtMs = clock.monotonicMs()
  let writing: Promise<void> = Promise.resolve()

  async function write(): Promise<void> {
    // Written whole and renamed: who reads it never sees half a lock.
    const sibling = `${path}.${randomUUID()}`
    try {
      await writeFile(sibling, JSON.stringify(lock), { mode: 0o600 })
      await rename(sibling, path)
    } catch {
      // A disk that is gone is told by the next chunk; the lock adds nothing to that.
      await rm(sibling, { force: true }).catch(() => undefined)
    }
  }

  return {
    beat() {
      const nowMs = clock.monotonicMs()
      if (nowMs - beatAtMs < folderLockLimits.beatMs) return writing
      beatAtMs = nowMs
      lock = { ...lock, beat: lock.beat + 1, atMs: clock.nowMs(), monotonicMs: nowMs }
      writing = writing.then(write)
      return writing
    },
    async release() {
      await writing
      const now = await readLock(path)
      if (now !== 'none' && now?.run === runId) await rm(path, { force: true }).catch(() => undefined)
    },
  }
}

async function waitUntilFree(path: string, { clock, staleMs = folderLockLimits.staleMs }: FolderClaim): Promise<void> {
  const first = await readLock(path)
  if (isFree(first)) return
  const sinceMs = clock.monotonicMs()
  while (clock.monotonicMs() - sinceMs < staleMs) {
    await delay(Math.min(500, staleMs))
    const now = await readLock(path)
    if (isFree(now)) return
    if (first && now && now !== 'none' && first !== 'none' && (now.beat !== first.beat || now.run !== first.run)) {
      throw new FolderHeldError('Another workstation has this recording in hand')
    }
  }
}

/**
 * Tells whether some workstation has the folder in hand, this one included. Never waits and never touches: what cannot
 * be told counts as held, until no beat came for `abandonedMs`.
 */
export async function isFolderHeld(directory: string): Promise<boolean> {
  const path = join(directory, lockFileName)
  const lock = await readLock(path)
  if (lock === 'none') return false
  if (lock?.run === runId) return true
  if (isFree(lock)) return false
  const beatAtMs = await stat(path).then(
    file => file.mtimeMs,
    () => null,
  )
  return beatAtMs !== null && Date.now() - beatAtMs < folderLockLimits.abandonedMs
}

/** A lock whose holder is surely gone, or is this process. */
function isFree(lock: FolderLock | 'none' | null): boolean {
  if (lock === 'none') return true
  if (lock === null) return false
  if (lock.run === runId) return true
  return lock.host === hostname() && (lock.atMs < bootedAtMs() - clockSlackMs || !isAlive(lock.processId))
}

/** The clock may have been set since the machine started. */
const clockSlackMs = 60_000
const bootedAtMs = (): number => Date.now() - uptime() * 1000

/** None there, or unreadable (being written by an older rule, or torn): `null`, which counts as held. */
async function readLock(path: string): Promise<FolderLock | 'none' | null> {
  try {
    return FolderLock.safeParse(JSON.parse(await readFile(path, 'utf8'))).data ?? null
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'none' : null
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return !isBuried(processId)
  } catch (error) {
    // EPERM: a process of another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Linux: it ended, and whoever it was left to has not yet taken note. It holds nothing and still has its number. */
function isBuried(processId: number): boolean {
  if (process.platform !== 'linux') return false
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, 'utf8')
    return /^[ZX]$/.test(stat.charAt(stat.lastIndexOf(')') + 2))
  } catch {
    return false
  }
}
