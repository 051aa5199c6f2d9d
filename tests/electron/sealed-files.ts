import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { manifestFileName, slipFileName } from '../../shared/recording/part-log.ts'
import { Manifest, Slip } from '../../shared/recording/slip.ts'
import { until } from '../fixtures/until.ts'

/** A sealed recording as its papers on the disk tell it. */
export interface SealedFile {
  readonly file: string
  readonly slip: Slip
  readonly manifest: Manifest
}

/** Waits for the one recording of a profile to be sealed, and reads its papers without the program. */
export async function sealedFile(profileDirectory: string): Promise<SealedFile> {
  const find = async (name: string) => {
    const entries = await readdir(join(profileDirectory, 'recordings'), { recursive: true, withFileTypes: true })
    return entries.filter(entry => entry.name === name)
  }
  const [slipEntry, ...others] = await until(
    'a slip',
    () => find(slipFileName),
    found => found.length > 0,
    90_000,
  )
  const [manifestEntry] = await find(manifestFileName)
  if (!slipEntry || !manifestEntry || others.length > 0) throw new Error('not one sealed recording')
  const read = async (entry: typeof slipEntry): Promise<unknown> =>
    JSON.parse(await readFile(join(entry.parentPath, entry.name), 'utf8'))
  const [slip, manifest] = [Slip.parse(await read(slipEntry)), Manifest.parse(await read(manifestEntry))]
  return { file: join(manifestEntry.parentPath, manifest.file), slip, manifest }
}
