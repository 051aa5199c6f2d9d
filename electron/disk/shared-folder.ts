import { constants } from 'node:fs'
import { type FileHandle, link, lstat, mkdir, open, readdir, unlink } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { extname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { hasCode } from '../host/local-socket.ts'

/**
 * A folder that others may write to. Nothing in it is believed: a name may become a link between two looks at it, and a
 * link leads to whatever we may read or overwrite. So a file is opened without following links and looked at by its
 * descriptor, a new one is created and never written over, and a folder below is entered by a descriptor as well.
 */
export interface SharedFolder {
  names(): Promise<string[]>
  /** A plain file as it lies there; null for links, folders and what is gone. */
  look(name: string): Promise<{ readonly size: number; readonly changedMs: number } | null>
  /** The bytes of a plain file; null where there are more than `mostBytes`. Throws for anything that is no plain file. */
  read(name: string, mostBytes: number): Promise<Buffer | null>
  /** Puts a plain file into a folder below, made where it is missing; under another name where its own is taken. */
  moveInto(below: string, name: string): Promise<string>
  /** A new file in that folder below; throws `EEXIST` where anything of that name is there. */
  create(below: string, name: string, text: string): Promise<void>
}

/** Something stands where a plain file or a folder of ours was expected. */
export class ForeignEntry extends Error {
  readonly code = 'EFOREIGN'
}

// Windows knows none of these: there a link needs a right that users do not have.
const { O_NOFOLLOW = 0, O_DIRECTORY = 0, O_NONBLOCK = 0, O_RDONLY, O_WRONLY, O_CREAT, O_EXCL } = constants

export function openSharedFolder(directory: string): SharedFolder {
  /** Does the work in a folder below that is neither a link nor somebody's trap. */
  async function inBelow<T>(below: string, work: (folder: string) => Promise<T>): Promise<T> {
    const path = join(directory, below)
    await mkdir(path).catch(error => {
      if (error.code !== 'EEXIST') throw error
    })
    if (process.platform === 'win32') {
      if (!(await lstat(path)).isDirectory()) throw new ForeignEntry(below)
      return work(path)
    }
    const folder = await open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW).catch(error => {
      throw error.code === 'ELOOP' || error.code === 'ENOTDIR' ? new ForeignEntry(below) : error
    })
    try {
      const [own, above] = [await folder.stat(), await lstat(directory)]
      // Made by us, or by whoever shares the whole folder with us.
      if (own.uid !== userInfo().uid && own.uid !== above.uid) throw new ForeignEntry(below)
      return await work(process.platform === 'linux' ? `/proc/self/fd/${folder.fd}` : path)
    } finally {
      await folder.close()
    }
  }

  /** Does the work on a plain file, opened without following a link. A pipe in its place is not waited for. */
  async function onPlainFile<T>(name: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
    const file = await open(join(directory, name), O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch(error => {
      throw error.code === 'ELOOP' ? new ForeignEntry(name) : error
    })
    try {
      if (!(await file.stat()).isFile()) throw new ForeignEntry(name)
      return await work(file)
    } finally {
      await file.close()
    }
  }

  return {
    names: () => readdir(directory),
    async look(name) {
      const facts = await lstat(join(directory, name)).catch(() => null)
      return facts?.isFile() ? { size: facts.size, changedMs: facts.mtimeMs } : null
    },
    read: (name, mostBytes) =>
      onPlainFile(name, async file => {
        if ((await file.stat()).size > mostBytes) return null
        const bytes = await file.readFile()
        return bytes.length > mostBytes ? null : bytes
      }),
    moveInto: (below, name) =>
      onPlainFile(name, file =>
        inBelow(below, async folder => {
          const target = await putUnderFreeName(file, { from: join(directory, name), folder, name })
          await unlink(join(directory, name))
          return target
        }),
      ),
    create: (below, name, text) =>
      inBelow(below, async folder => {
        const file = await open(join(folder, name), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
        try {
          await file.writeFile(text)
        } finally {
          await file.close()
        }
      }),
  }
}

/** Nothing is ever written over. */
async function putUnderFreeName(
  file: FileHandle,
  { from, folder, name }: { from: string; folder: string; name: string },
): Promise<string> {
  const ending = extname(name)
  const stem = name.slice(0, name.length - ending.length)
  for (let number = 1; ; number += 1) {
    const target = number === 1 ? name : `${stem} (${number})${ending}`
    try {
      await putAt(file, from, join(folder, target))
      return target
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error
    }
  }
}

/** A second name for the file; a copy of its own where the disk has none, or where another came into its place. */
async function putAt(file: FileHandle, from: string, target: string): Promise<void> {
  try {
    await link(from, target)
  } catch (error) {
    if (hasCode(error, 'EEXIST')) throw error
    return copyTo(file, target)
  }
  const [looked, put] = [await file.stat(), await lstat(target)]
  if (put.ino === looked.ino && put.dev === looked.dev) return
  await unlink(target)
  throw new ForeignEntry(from)
}

async function copyTo(file: FileHandle, target: string): Promise<void> {
  const copy = await open(target, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
  try {
    await pipeline(file.createReadStream({ start: 0, autoClose: false }), copy.createWriteStream({ flush: true }))
  } finally {
    await copy.close().catch(() => undefined)
  }
}
