import { mkdir, mkdtemp, rmdir, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import { typedPathTrouble } from '../../shared/text/path-kind.ts'
import { freeBytes } from '../disk/free-bytes.ts'

/** What is known of a folder that may be kept in; `nearest`: the folder itself, or the one it would be made in. */
export type ProbedFolder =
  | { readonly ok: true; readonly freeBytes: number; readonly nearest: string }
  /** In words for its field. */
  | { readonly ok: false; readonly hint: string }
export type FolderProbe = (directory: string) => Promise<ProbedFolder>

/**
 * Whether a folder can be written to, by trying: a missing one is judged by the one above it. Nothing is left behind.
 * `named`: by the policy.
 */
export const probeFolder = async (
  directory: string,
  { named = [] }: { named?: readonly (string | undefined)[] } = {},
): Promise<ProbedFolder> => {
  // What the policy names was not typed here.
  const refusal = named.includes(directory) ? null : typedPathTrouble(directory)
  if (refusal !== null) return { ok: false, hint: refusal }
  if (!isAbsolute(directory)) return { ok: false, hint: 'Укажите полный путь, например /srv/videopriem' }
  try {
    const nearest = await nearestFolder(directory)
    if (nearest === null) return { ok: false, hint: 'Такого диска нет' }
    // Rights on a share are known only by trying.
    await rmdir(await mkdtemp(join(nearest, '.videopriem-try-')))
    return { ok: true, freeBytes: await freeBytes(nearest), nearest }
  } catch (error) {
    return { ok: false, hint: hintOf(error) }
  }
}

/** Makes the folder where it is missing, for this user alone. The hint of a failure, null when it is there. */
export async function makeFolder(directory: string): Promise<string | null> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 })
    return null
  } catch (error) {
    return hintOf(error)
  }
}

/** Throws where something on the way is a file or may not be looked into; null where not even the root is there. */
async function nearestFolder(directory: string): Promise<string | null> {
  try {
    if ((await stat(directory)).isDirectory()) return directory
    throw Object.assign(new Error('a file'), { code: 'ENOTDIR' })
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    const above = dirname(directory)
    return above === directory ? null : nearestFolder(above)
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null)

function hintOf(error: unknown): string {
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
      return 'Нет права записи в эту папку'
    case 'EROFS':
      return 'Этот диск доступен только для чтения'
    case 'ENOSPC':
      return 'На этом диске нет места'
    case 'ENOTDIR':
    case 'EEXIST':
      return 'По этому пути лежит файл, а не папка'
    default:
      return 'В эту папку записать не удалось. Выберите другую'
  }
}
