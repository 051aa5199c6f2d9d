import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import * as z from 'zod'
import { fileMode } from '../proof/recording-files.ts'

/** The folder of recordings in use, with the id of its stamp. */
export interface RecordingPlace {
  readonly rootDirectory: string
  /** null: the folder cannot be reached now. */
  readonly storeId: string | null
}

const stampName = 'store.json'
const Stamp = z.strictObject({ format: z.literal(1), storeId: z.uuid() })

/**
 * Reads the stamp of a folder of recordings, or gives it one. A folder copied whole to another disk keeps its id. A folder
 * that cannot be reached or written, or whose stamp is none of ours, has no id; `onTrouble` hears why.
 */
export async function openRecordingPlace(
  rootDirectory: string,
  onTrouble: (error: unknown) => void,
): Promise<RecordingPlace> {
  try {
    return { rootDirectory, storeId: await readOrStamp(rootDirectory) }
  } catch (error) {
    onTrouble(error)
    return { rootDirectory, storeId: null }
  }
}

async function readOrStamp(rootDirectory: string): Promise<string> {
  await mkdir(rootDirectory, { recursive: true, mode: 0o700 })
  const path = join(rootDirectory, stampName)
  const stamp = `${JSON.stringify({ format: 1, storeId: randomUUID() })}\n`
  await writeFile(path, stamp, { flag: 'wx', mode: fileMode, flush: true }).catch(
    async (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return
      // Half a stamp on a full disk would be taken for a foreign one for ever.
      await rm(path, { force: true })
      throw error
    },
  )
  return Stamp.parse(JSON.parse(await readFile(path, 'utf8'))).storeId
}

/** The way to a recording's folder inside the store, with slashes. Throws for a folder outside it. */
export function wayInside(rootDirectory: string, directory: string): string {
  const way = relative(rootDirectory, directory).split(sep)
  if (way[0] === '' || way.includes('..')) throw new Error('not inside the store of recordings')
  return way.join('/')
}
