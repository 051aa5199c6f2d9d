import { Worker } from 'node:worker_threads'
import type { LetterReading, MappingProfile } from '../../shared/letters/letter-reading.ts'
import { besideModule } from '../beside.ts'
import { makeTurns } from '../reception/turns.ts'
import type { AnswerReading } from './read-answer.ts'

/** Reads letters on a thread of its own: one can take seconds, and the workstation's thread acknowledges a recording. */
export interface LetterThread {
  /**
   * What a raw letter is and says (`readLetter`). Rejects where it took longer than it may, or ended the thread; the next
   * letter gets a new one.
   */
  readLetter(raw: Uint8Array, profiles: readonly MappingProfile[], nowMs: number): Promise<LetterReading>
  /** What an answer is known and judged by (`readAnswer`). Rejects as `readLetter` does. */
  readAnswer(raw: Uint8Array): Promise<AnswerReading>
  /** Ends the thread; letters under way are rejected. */
  close(): Promise<void>
}

export type LetterWork =
  | { readonly kind: 'letter'; readonly profiles: readonly MappingProfile[]; readonly nowMs: number }
  | { readonly kind: 'answer' }
/** `raw` is the thread's own copy. */
export type ToLetterWorker = LetterWork & { readonly raw: Uint8Array }
/** What each kind of work is answered with. */
interface Readings {
  readonly letter: LetterReading
  readonly answer: AnswerReading
}
type Read = { [Kind in keyof Readings]: { readonly kind: Kind; readonly reading: Readings[Kind] } }
export type FromLetterWorker = Read[keyof Read] | { readonly kind: 'failed'; readonly message: string }

const isOf = <Kind extends keyof Readings>(answer: FromLetterWorker, kind: Kind): answer is Read[Kind] =>
  answer.kind === kind

export interface LetterThreadOptions {
  /** A letter that takes longer is given up. */
  readonly limitMs?: number
}

export function makeLetterThread({ limitMs = 60_000 }: LetterThreadOptions = {}): LetterThread {
  let worker: Worker | null = null
  let isClosed = false
  /** One letter after another: they would wait for each other on the thread anyway, and each has its own limit. */
  const inTurn = makeTurns()

  function started(): Worker {
    if (worker !== null) return worker
    const made = new Worker(besideModule(import.meta.url, 'letter-worker'))
    // Letters keep no process alive; and an end that nobody waits for is the next letter's business.
    made.unref()
    made.on('error', () => undefined)
    made.once('exit', () => {
      if (worker === made) worker = null
    })
    worker = made
    return made
  }

  function ask<Kind extends LetterWork['kind']>(
    raw: Uint8Array,
    work: Extract<LetterWork, { kind: Kind }>,
  ): Promise<Readings[Kind]> {
    if (isClosed) return Promise.reject(new Error('letters are read no more'))
    const reader = started()
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        finish()
        if (worker === reader) worker = null
        void reader.terminate()
        reject(new Error(`a letter was not read within ${limitMs} ms`))
      }, limitMs)
      const onMessage = (answer: FromLetterWorker): void => {
        finish()
        if (isOf(answer, work.kind)) resolve(answer.reading)
        else reject(new Error(answer.kind === 'failed' ? answer.message : 'the thread answered something else'))
      }
      const onError = (error: unknown): void => {
        finish()
        reject(error instanceof Error ? error : new Error(String(error)))
      }
      const onExit = (code: number): void => {
        finish()
        reject(new Error(`the thread of the letters ended with ${code}`))
      }
      function finish(): void {
        clearTimeout(timer)
        reader.off('message', onMessage).off('error', onError).off('exit', onExit)
      }
      reader.on('message', onMessage).on('error', onError).on('exit', onExit)
      const own = new Uint8Array(raw)
      reader.postMessage({ ...work, raw: own } satisfies ToLetterWorker, [own.buffer])
    })
  }

  return {
    readLetter: (raw, profiles, nowMs) => inTurn('', () => ask<'letter'>(raw, { kind: 'letter', profiles, nowMs })),
    readAnswer: raw => inTurn('', () => ask<'answer'>(raw, { kind: 'answer' })),
    async close() {
      isClosed = true
      await worker?.terminate()
    },
  }
}
