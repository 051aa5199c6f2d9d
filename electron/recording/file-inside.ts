import { lstatSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { isMissing } from './proof/recording-files.ts'

export type FileInside =
  | { readonly kind: 'here'; readonly path: string; readonly byteLength: number }
  | { readonly kind: 'missing' }
  /** A link, a folder, or something whose real path lies outside. */
  | { readonly kind: 'foreign' }

/**
 * A plain file directly inside a folder. The name has been matched against its pattern before; here it is the disk that
 * is not believed: a symlink may lead anywhere, to the keys of the database as well. Throws the system error of a disk
 * that cannot be read.
 */
export function fileInside(directory: string, name: string): FileInside {
  if (/[\\/]/.test(name) || name === '..') return { kind: 'foreign' }
  const path = join(directory, name)
  try {
    const found = lstatSync(path)
    if (!found.isFile() || realpathSync(path) !== join(realpathSync(directory), name)) return { kind: 'foreign' }
    return { kind: 'here', path, byteLength: found.size }
  } catch (error) {
    if (isMissing(error)) return { kind: 'missing' }
    throw error
  }
}
