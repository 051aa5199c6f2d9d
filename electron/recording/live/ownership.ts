import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import * as z from 'zod'
import { SessionLogLine, sessionLogName, slipFileName } from '../../../shared/recording/part-log.ts'
import { makeOwnFolder } from '../../disk/own-folder.ts'
import { readJsonLines } from './append-log.ts'
import { isFolderHeld } from './folder-lock.ts'

/** Lies in a workplace's own folder of the store: whose everything below it is. */
const OwnerStamp = z.strictObject({ format: z.literal(1), bodyId: z.uuid(), workplaceId: z.uuid() })
export type Owner = Pick<z.infer<typeof OwnerStamp>, 'bodyId' | 'workplaceId'>

export const ownerStampName = 'owner.json'

/**
 * Makes the workplace's own folder in the store with its stamp; one that is there stays as it is. Rejects with the
 * system error.
 */
export async function stampOwnFolder(rootDirectory: string, { bodyId, workplaceId }: Owner): Promise<void> {
  await mkdir(rootDirectory, { recursive: true, mode: 0o700 })
  const directory = await makeOwnFolder(rootDirectory, workplaceId)
  const stamp = `${JSON.stringify({ format: 1, bodyId, workplaceId })}\n`
  await writeFile(join(directory, ownerStampName), stamp, { flag: 'wx', mode: 0o600, flush: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    },
  )
}

/**
 * Tells whether a recording's folder is this workplace's: its session says so, and it lies in the workplace's own
 * folder, whose stamp does not say otherwise, or where all lay before workplaces had folders of their own.
 */
export async function isOwnFolder(
  rootDirectory: string,
  { directory, session }: { directory: string; session: Owner },
  owner: Owner,
): Promise<boolean> {
  if (!isSame(session, owner)) return false
  const [top = ''] = relative(rootDirectory, directory).split(sep)
  if (/^\d{4}$/.test(top)) return true
  if (top !== owner.workplaceId) return false
  // Torn by a power cut, or none yet: the folder's name stands.
  const stamp = await readStamp(join(rootDirectory, top, ownerStampName))
  return stamp === null || isSame(stamp, owner)
}

const isSame = (one: Owner, other: Owner): boolean =>
  one.workplaceId === other.workplaceId && one.bodyId === other.bodyId

async function readStamp(path: string): Promise<Owner | null> {
  try {
    return OwnerStamp.safeParse(JSON.parse(await readFile(path, 'utf8'))).data ?? null
  } catch {
    return null
  }
}

/**
 * Tells whether somebody may still be writing this recording: a workstation has it in hand, or it was not ended in order
 * and something in it changed within `quietMs`, by whatever clock. Rejects with the system error.
 */
export async function isUnderWay(directory: string, quietMs: number): Promise<boolean> {
  if (await isFolderHeld(directory)) return true
  const names = await readdir(directory)
  if (names.includes(slipFileName)) return false
  const { lines } = await readJsonLines(join(directory, sessionLogName), SessionLogLine)
  if (lines.some(({ kind }) => kind === 'finished')) return false
  for (const name of names) {
    const changed = await stat(join(directory, name)).catch(() => null)
    if (changed && Math.abs(Date.now() - changed.mtimeMs) < quietMs) return true
  }
  return false
}
