import { Worker } from 'node:worker_threads'
import { besideModule } from '../beside.ts'
import type { ForeignReading, ForeignReadingOptions } from './import/read-foreign-file.ts'
import type { SealOptions } from './proof/seal.ts'
import { SealError, type SealFailure } from './proof/seal-error.ts'
import type { Sealed } from './proof/sealed-papers.ts'

/** Each kind of work on whole films: what it is asked, and what it answers. */
export interface FilmWorks {
  readonly seal: {
    /** `clockAheadMs`: how far the workstation's clock is ahead of the system's. */
    readonly asked: Pick<SealOptions, 'directory' | 'ffmpegPath' | 'thresholds'> & { readonly clockAheadMs: number }
    readonly answer: Sealed
  }
  readonly readForeign: { readonly asked: Omit<ForeignReadingOptions, 'signal'>; readonly answer: ForeignReading }
}
export type FilmWork = {
  [Kind in keyof FilmWorks]: { readonly kind: Kind; readonly asked: FilmWorks[Kind]['asked'] }
}[keyof FilmWorks]
export type FromFilmWorker =
  | { readonly kind: 'done'; readonly answer: FilmWorks[keyof FilmWorks]['answer'] }
  | { readonly kind: 'failed'; readonly message: string; readonly failure: SealFailure | null }

/**
 * Does one work on a whole film on a thread of its own: every packet of it passes through the program, hours of them, and
 * the workstation's thread acknowledges the next recording meanwhile. Aborting ends the work's ffmpeg as well; it rejects
 * when that is over. Rejects with SealError where the work did.
 */
export function onFilmThread<Kind extends keyof FilmWorks>(
  kind: Kind,
  asked: FilmWorks[Kind]['asked'],
  signal: AbortSignal,
): Promise<FilmWorks[Kind]['answer']> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const worker = new Worker(besideModule(import.meta.url, 'film-worker'), { workerData: { kind, asked } })
    // Asked, not terminated: a thread that is ended leaves its ffmpeg behind.
    const onAbort = (): void => worker.postMessage('stop')
    signal.addEventListener('abort', onAbort, { once: true })
    worker.once('message', (answer: FromFilmWorker) => {
      if (answer.kind === 'done') resolve(answer.answer)
      else if (answer.failure !== null) reject(new SealError(answer.failure, answer.message))
      else reject(new Error(answer.message))
    })
    worker.once('error', reject)
    worker.once('exit', code => {
      signal.removeEventListener('abort', onAbort)
      // Says nothing where the work answered.
      reject(new Error(`the thread of a film ended with ${code}`))
    })
  })
}
