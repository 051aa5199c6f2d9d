import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { besideModule } from '../../beside.ts'

export interface FilmHash {
  readonly sha256: string
  readonly byteLength: number
}

export interface HashOptions {
  readonly signal?: AbortSignal | undefined
  /** Nobody waits for it: whatever else the computer does goes first, where a thread can have a priority (Linux). */
  readonly lowPriority?: boolean
}

export interface HashWork {
  readonly file: string
  readonly lowPriority: boolean
}

/** Read and hashed in some ten milliseconds, in pieces: less than the start of a thread. */
const inPlaceBytes = 8 * 1024 * 1024

/**
 * SHA-256 and length of a file. A large one is read on a thread of its own: the workstation's thread acknowledges a
 * recording meanwhile. Rejects with the system error, or with the signal's reason once it is aborted.
 */
export async function hashFilm(file: string, { signal, lowPriority = false }: HashOptions = {}): Promise<FilmHash> {
  signal?.throwIfAborted()
  const { size } = await stat(file)
  return size <= inPlaceBytes ? hashInPlace(file, signal) : hashOnThread({ file, lowPriority }, signal)
}

async function hashInPlace(file: string, signal: AbortSignal | undefined): Promise<FilmHash> {
  const hash = createHash('sha256')
  let byteLength = 0
  for await (const piece of createReadStream(file, { highWaterMark: 1024 * 1024, ...(signal ? { signal } : {}) })) {
    hash.update(piece as Buffer)
    byteLength += (piece as Buffer).length
  }
  return { sha256: hash.digest('hex'), byteLength }
}

/** A thread for each film: it is ended in the middle of one without asking it. */
function hashOnThread(workerData: HashWork, signal: AbortSignal | undefined): Promise<FilmHash> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const worker = new Worker(besideModule(import.meta.url, 'hash-worker'), { workerData })
    const onAbort = (): void => {
      reject(signal?.reason)
      void worker.terminate()
    }
    signal?.addEventListener('abort', onAbort, { once: true })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', code => {
      signal?.removeEventListener('abort', onAbort)
      // Says nothing where the film was hashed.
      reject(new Error(`the thread that reads a film ended with ${code}`))
    })
  })
}
