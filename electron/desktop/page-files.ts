import { readFile, realpath, stat } from 'node:fs/promises'
import { extname, isAbsolute, join, relative, sep } from 'node:path'

/** A file of our pages, whole: the largest has a few hundred kilobytes, and an asar archive reads no other way. */
export interface PageFile {
  readonly bytes: Buffer
  readonly mimeType: string
}

/** Only what the build makes; a file of another kind is not served. */
const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/**
 * Reads a file below the folder of pages; null where there is none. The path has passed the guard; what is compared
 * here is where it really leads, so that no link inside the folder opens a way out of it.
 */
export async function readPageFile(directory: string, path: string): Promise<PageFile | null> {
  const mimeType = mimeTypes[extname(path)]
  if (mimeType === undefined) return null
  try {
    const root = await realpath(directory)
    const file = await realpath(join(root, path))
    const inside = relative(root, file)
    if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null
    if (!(await stat(file)).isFile()) return null
    return { bytes: await readFile(file), mimeType }
  } catch {
    return null
  }
}
