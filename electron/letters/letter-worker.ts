import { parentPort } from 'node:worker_threads'
import type { FromLetterWorker, ToLetterWorker } from './letter-thread.ts'
import { readAnswer } from './read-answer.ts'
import { readLetter } from './read-letter.ts'

/** The thread of the letters (letter-thread.ts): one request, one answer. */
const answer = (message: FromLetterWorker): void => parentPort?.postMessage(message)

parentPort?.on('message', async (work: ToLetterWorker) => {
  try {
    answer(
      work.kind === 'letter'
        ? { kind: 'letter', reading: await readLetter(work.raw, work.profiles, work.nowMs) }
        : { kind: 'answer', reading: await readAnswer(work.raw) },
    )
  } catch (error) {
    answer({ kind: 'failed', message: error instanceof Error ? error.message : 'not read' })
  }
})
