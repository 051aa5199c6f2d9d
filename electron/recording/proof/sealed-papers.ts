import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { manifestFileName, partChecksName, partFileName, slipFileName } from '../../../shared/recording/part-log.ts'
import { Manifest, Slip } from '../../../shared/recording/slip.ts'
import { hashFilm } from './hash-film.ts'
import { patiently } from './patiently.ts'
import {
  isMissing,
  listPartNumbers,
  readJsonFile,
  readPartLog,
  readSession,
  removeSealingRemains,
  syncDirectory,
} from './recording-files.ts'

export interface Sealed {
  readonly manifest: Manifest
  readonly slip: Slip
}

/** Slip and manifest of a folder; null where there are none of the form. */
export async function readSealed(directory: string): Promise<Sealed | null> {
  const slip = Slip.safeParse(await readJsonFile(directory, slipFileName))
  const manifest = Manifest.safeParse(await readJsonFile(directory, manifestFileName))
  return slip.success && manifest.success ? { slip: slip.data, manifest: manifest.data } : null
}

/** Names of the raw parts that are still there. */
export const listRawParts = async (directory: string): Promise<string[]> =>
  (await readdir(directory)).filter(name => /^part-\d{3,}\.webm$/.test(name))

/**
 * Do these papers speak of this recording? Their chunks are counted against our own log: a slip another workplace made
 * of half the parts knows fewer.
 */
export async function isOfThisLog(directory: string, { manifest, slip }: Sealed): Promise<boolean> {
  const session = await readSession(directory)
  if (manifest.recordingId !== session.recordingId || slip.recordingId !== session.recordingId) return false
  if (manifest.sha256 !== slip.sha256 || manifest.byteLength !== slip.byteLength) return false
  // What is damaged may hold less than its log; its raw parts are never removed.
  if (slip.verdict === 'damaged') return true
  for (const partNumber of await listPartNumbers(directory)) {
    const chunks = (await readPartLog(directory, partNumber)).filter(line => line.kind === 'chunk')
    const part = manifest.parts.find(one => one.partNumber === partNumber)
    const loggedBytes = chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0)
    if ((part?.chunkCount ?? 0) !== chunks.length || (part?.byteLength ?? 0) < loggedBytes) return false
  }
  return true
}

/** Does the sealed file lie there with the length of its papers? One look at the directory. */
export async function isFilmThere(directory: string, { manifest }: Sealed): Promise<boolean> {
  return (await filmLength(directory, manifest)) === manifest.byteLength
}

/** Reads the sealed file from the disk: is it, byte for byte, the one whose packets were proven? */
export async function isFilmWhole(
  directory: string,
  { manifest, slip }: Sealed,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const length = await filmLength(directory, manifest)
  if (manifest.byteLength === 0) return length === 0
  if (length !== manifest.byteLength) return false
  const { sha256 } = await hashFilm(path.join(directory, manifest.file), { signal })
  return sha256 === slip.sha256
}

/** 0 where there is no file. */
async function filmLength(directory: string, manifest: Manifest): Promise<number> {
  try {
    return (await stat(path.join(directory, manifest.file))).size
  } catch (error) {
    if (isMissing(error)) return 0
    throw error
  }
}

/**
 * After the film was read back whole: the raw parts of a recording that is not damaged have served. Logs stay as the
 * chunks' history.
 */
export async function removeRawParts(directory: string, slip: Slip): Promise<void> {
  await removeSealingRemains(directory)
  if (slip.verdict === 'damaged') return
  for (const partNumber of await listPartNumbers(directory)) {
    for (const name of [partFileName(partNumber), partChecksName(partNumber)])
      await patiently(() => rm(path.join(directory, name), { force: true }))
  }
  await syncDirectory(directory)
}
