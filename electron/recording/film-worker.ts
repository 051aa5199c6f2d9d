import { parentPort, workerData } from 'node:worker_threads'
import type { FilmWork, FilmWorks, FromFilmWorker } from './film-thread.ts'
import { readForeignFile } from './import/read-foreign-file.ts'
import { sealRecording } from './proof/seal.ts'
import { SealError } from './proof/seal-error.ts'

/** The thread of one work on a film (film-thread.ts). */

const work: FilmWork = workerData
const abort = new AbortController()
const { signal } = abort
parentPort?.on('message', () => abort.abort())

function answerTo(asked: FilmWork): Promise<FilmWorks[keyof FilmWorks]['answer']> {
  switch (asked.kind) {
    case 'seal': {
      const { clockAheadMs, ...options } = asked.asked
      return sealRecording({ ...options, signal, now: () => Date.now() + clockAheadMs })
    }
    case 'readForeign':
      return readForeignFile({ ...asked.asked, signal })
  }
}

function failureOf(error: unknown): FromFilmWorker {
  if (error instanceof SealError) return { kind: 'failed', message: error.detail, failure: error.failure }
  return { kind: 'failed', message: error instanceof Error ? error.message : String(error), failure: null }
}

const answer = await answerTo(work).then((made): FromFilmWorker => ({ kind: 'done', answer: made }), failureOf)
parentPort?.postMessage(answer)
// The ear for «stop» would keep the thread alive.
parentPort?.close()
