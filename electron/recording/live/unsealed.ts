import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import {
  RecordingSession,
  SessionLogLine,
  sessionFileName,
  sessionLogName,
  slipFileName,
} from '../../../shared/recording/part-log.ts'
import { readJsonLines } from './append-log.ts'
import { listParts } from './recording-folder.ts'

/** A recording on the disk that was begun and has no slip yet. */
export interface UnsealedRecording {
  readonly session: RecordingSession
  readonly directory: string
  readonly partNumbers: readonly number[]
  /** The session was ended in order; false = a kill or a power cut. */
  readonly finished: boolean
}

/**
 * Folders with a session.json whose seal is not finished (no slip.json, unless told otherwise), oldest first. A folder whose session.json cannot be read is told to
 * `onUnreadable` and left alone: it may hold the only copy of a reception.
 */
export async function findUnsealed(
  rootDirectory: string,
  onUnreadable: (directory: string) => void = () => undefined,
  isSealFinished: (directory: string) => Promise<boolean> = directory => exists(join(directory, slipFileName)),
): Promise<readonly UnsealedRecording[]> {
  const found: UnsealedRecording[] = []
  for (const directory of await recordingFolders(rootDirectory)) {
    if (!(await exists(join(directory, sessionFileName))) || (await isSealFinished(directory))) continue
    const session = RecordingSession.safeParse(await readJson(join(directory, sessionFileName)))
    if (!session.success) {
      onUnreadable(directory)
      continue
    }
    const { lines } = await readJsonLines(join(directory, sessionLogName), SessionLogLine)
    found.push({
      session: session.data,
      directory,
      partNumbers: await listParts(directory),
      finished: lines.some(line => line.kind === 'finished'),
    })
  }
  return found.sort((a, b) => Date.parse(a.session.startedAt) - Date.parse(b.session.startedAt))
}

/**
 * Every folder of a recording below the root, by workplace, year and month; those of before the workplaces had folders
 * of their own lie at the root. What another user of the computer closed to us is left out. Rejects with the system error.
 */
export async function recordingFolders(rootDirectory: string): Promise<readonly string[]> {
  const folders: string[] = []
  for (const store of [rootDirectory, ...(await subfolders(rootDirectory, uuidPattern))]) {
    for (const year of await subfolders(store, /^\d{4}$/)) {
      for (const month of await subfolders(year, /^\d{2}$/)) folders.push(...(await subfolders(month, uuidPattern)))
    }
  }
  return folders
}

const uuidPattern = /^[0-9a-f-]{36}$/
const closedToUs = ['EACCES', 'EPERM']

async function subfolders(directory: string, pattern: RegExp): Promise<readonly string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    if (closedToUs.includes(error.code ?? '')) return []
    throw error
  })
  return entries
    .filter(entry => entry.isDirectory() && pattern.test(entry.name))
    .map(entry => join(directory, entry.name))
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return null
  }
}
