import { createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, realpath, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import * as z from 'zod'
import { makeOwnFolder } from '../../disk/own-folder.ts'
import { type FilmHash, hashFilm } from '../proof/hash-film.ts'
import { fileMode, paperText, syncDirectory, writeDurably } from '../proof/recording-files.ts'

/** Beside the years of the recordings: the same disk, so that taking over is one rename. */
const inboxName = 'incoming'
const uploadName = 'upload'
const intentEnding = '.accepting'

const Intent = z.strictObject({ directory: z.string() })

/** Files on their way in. Whatever is here belongs to no reception yet. */
export interface Inbox {
  /** Path of the uploaded bytes of an import. */
  uploadOf(importId: string): string
  /** Of the bytes as they lie there now. */
  hash(importId: string): Promise<FilmHash>
  /** Streams the bytes to disk, flushes them and hashes what lies there. Rejects when they end early, are too many, or the disk fails. */
  receive(importId: string, body: Readable, byteLength: number): Promise<FilmHash>
  /**
   * Gives the upload its name and its papers, then moves the whole folder to `directory` by one rename and calls
   * `commit`. When `commit` throws, nothing of it stays.
   */
  accept(
    importId: string,
    target: { directory: string; fileName: string; papers: Readonly<Record<string, unknown>>; commit: () => void },
  ): Promise<void>
  forget(importId: string): Promise<void>
  /** At start: what a kill left behind is removed, unless `isKnown` says that the database has it. */
  tidy(isKnown: (importId: string) => boolean): Promise<void>
}

/** `workplaceId`: each has an inbox of its own in a store they share; absent, it lies at the root. */
export function makeInbox({
  rootDirectory,
  workplaceId = () => '',
}: {
  rootDirectory: string
  workplaceId?: () => string
}): Inbox {
  const inbox = () => join(rootDirectory, workplaceId(), inboxName)
  const folderOf = (importId: string) => join(inbox(), importId)
  const uploadOf = (importId: string) => join(folderOf(importId), uploadName)
  const forget = (importId: string) => rm(folderOf(importId), { recursive: true, force: true })

  async function makeBelow(directory: string): Promise<void> {
    await mkdir(rootDirectory, { recursive: true, mode: 0o700 })
    await makeOwnFolder(rootDirectory, relative(rootDirectory, directory))
  }

  async function moveIn(importId: string, directory: string): Promise<void> {
    await makeBelow(dirname(directory))
    await rename(folderOf(importId), directory)
    // The names of the folder and of the ones above it, which may be new.
    for (let above = dirname(directory); await isInside(rootDirectory, above); above = dirname(above)) {
      await syncDirectory(above)
    }
    await syncDirectory(rootDirectory)
  }

  return {
    uploadOf,
    forget,
    hash: importId => hashFilm(uploadOf(importId)),
    async receive(importId, body, byteLength) {
      await makeBelow(folderOf(importId))
      let received = 0
      async function* counted(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
        for await (const piece of source) {
          received += piece.length
          if (received > byteLength) throw new Error('more bytes than announced')
          yield piece
        }
      }
      await pipeline(body, counted, createWriteStream(uploadOf(importId), { flags: 'wx', mode: fileMode, flush: true }))
      if (received !== byteLength) throw new Error('fewer bytes than announced')
      return hashFilm(uploadOf(importId))
    },

    async accept(importId, { directory, fileName, papers, commit }) {
      const folder = folderOf(importId)
      await rename(uploadOf(importId), join(folder, fileName))
      for (const [name, content] of Object.entries(papers)) {
        await writeDurably(folder, name, paperText(content))
      }
      await syncDirectory(folder)
      const intent = Intent.parse({ directory })
      await writeDurably(inbox(), `${importId}${intentEnding}`, JSON.stringify(intent))
      try {
        await moveIn(importId, directory)
        commit()
      } catch (error) {
        await rm(directory, { recursive: true, force: true })
        await forget(importId)
        throw error
      } finally {
        await rm(join(inbox(), `${importId}${intentEnding}`), { force: true })
      }
    },

    async tidy(isKnown) {
      const names = await readdir(inbox()).catch(() => [])
      for (const name of names.filter(entry => entry.endsWith(intentEnding))) {
        const importId = name.slice(0, -intentEnding.length)
        const { directory } = Intent.safeParse(parseJson(await readFile(join(inbox(), name), 'utf8'))).data ?? {}
        // Moved and not committed: nobody was told that it is there, and the person still has the file.
        const isOurs = directory !== undefined && basename(directory) === importId && isUuid(importId)
        if (isOurs && !isKnown(importId) && (await isInside(rootDirectory, directory))) {
          await rm(directory, { recursive: true, force: true })
        }
        await rm(join(inbox(), name), { force: true })
      }
      for (const name of names.filter(entry => !entry.endsWith(intentEnding))) {
        await rm(join(inbox(), name), { recursive: true, force: true })
      }
    },
  }
}

const isUuid = (text: string): boolean => z.uuid().safeParse(text).success

/** By its real path: a link on the way may lead out of the recordings. False where there is nothing. */
async function isInside(root: string, directory: string): Promise<boolean> {
  const [realRoot, real] = await Promise.all([root, directory].map(path => realpath(path).catch(() => null)))
  return (
    !!real &&
    !!realRoot &&
    real === resolve(directory).replace(resolve(root), realRoot) &&
    real.startsWith(realRoot + sep)
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
