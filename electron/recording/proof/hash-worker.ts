import { parentPort, workerData } from 'node:worker_threads'
import { hashFileSync } from '../../disk/hash-file-sync.ts'
import { lowerThreadPriority } from '../../lower-thread-priority.ts'
import type { FilmHash, HashWork } from './hash-film.ts'

/** The thread that reads one film (hash-film.ts). */

const work: HashWork = workerData
if (work.lowPriority) lowerThreadPriority()

const { digest, byteLength } = hashFileSync(work.file, 'sha256')
parentPort?.postMessage({ sha256: digest.toString('hex'), byteLength } satisfies FilmHash)
