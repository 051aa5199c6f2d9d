import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What a program that ended should not have left on its profile. */
export interface Leftovers {
  /** Write-ahead logs with something in them: the database was not closed. */
  readonly openLogs: readonly string[]
  readonly sockets: readonly string[]
  readonly processes: readonly string[]
}

export const nothingLeft: Leftovers = { openLogs: [], sockets: [], processes: [] }

export async function leftoversOf(profileDirectory: string): Promise<Leftovers> {
  const entries = await readdir(profileDirectory, { recursive: true, withFileTypes: true })
  const openLogs: string[] = []
  for (const entry of entries.filter(({ name }) => name.endsWith('.db-wal'))) {
    // Chromium's own databases are not ours to close.
    if (entry.parentPath !== profileDirectory) continue
    if ((await readFile(join(entry.parentPath, entry.name))).length > 0) openLogs.push(entry.name)
  }
  return {
    openLogs,
    sockets: entries.filter(entry => entry.isSocket() && !entry.parentPath.includes('desktop')).map(({ name }) => name),
    processes: await processesNaming(profileDirectory),
  }
}

/** Command lines that name the folder. */
export async function processesNaming(folder: string): Promise<string[]> {
  const found: string[] = []
  for (const pid of (await readdir('/proc')).filter(name => /^\d+$/.test(name))) {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
    if (line.includes(folder) && !state.includes(') Z ')) found.push(line.replaceAll('\0', ' ').slice(0, 200))
  }
  return found
}
