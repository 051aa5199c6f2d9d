import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Makes the name of a new file survive a power cut. Windows cannot open a directory and keeps names by itself. */
export async function flushDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const directory = await open(dirname(path), 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

/** Writes a small file whole or not at all (0600): temporary sibling, flush, rename. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const sibling = `${path}.${randomUUID()}.tmp`
  try {
    const file = await open(sibling, 'wx', 0o600)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(sibling, path)
  } catch (error) {
    await rm(sibling, { force: true })
    throw error
  }
  await flushDirectory(path)
}

/** System error code or message, safe for a log: our paths hold ids only. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
