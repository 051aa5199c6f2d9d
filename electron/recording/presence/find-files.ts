import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

export interface FileSearch {
  readonly rootDirectory: string
  readonly names: ReadonlySet<string>
  /** Folders below the root; the root itself is 0. */
  readonly depth: number
  /** Names looked at before the search ends where it is. */
  readonly entries: number
  readonly signal: AbortSignal
}

/**
 * Folders that hold a file of one of these names, by name, the nearest to the root first. Links are not followed, what
 * cannot be read is left out. Rejects with the signal's reason once it is aborted.
 */
export async function findFiles(search: FileSearch): Promise<ReadonlyMap<string, readonly string[]>> {
  const { names, signal } = search
  const found = new Map<string, string[]>()
  let level: readonly string[] = [search.rootDirectory]
  let left = search.entries
  for (let depth = 0; depth <= search.depth && level.length > 0; depth += 1) {
    const below: string[] = []
    for (const directory of level) {
      signal.throwIfAborted()
      for (const entry of await readdir(directory, { withFileTypes: true }).catch(() => [])) {
        if (left <= 0) return found
        left -= 1
        if (entry.isDirectory()) below.push(join(directory, entry.name))
        else if (entry.isFile() && names.has(entry.name)) {
          found.set(entry.name, [...(found.get(entry.name) ?? []), directory])
        }
      }
    }
    level = below
  }
  return found
}
