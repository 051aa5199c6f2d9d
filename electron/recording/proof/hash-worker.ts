import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import type { FilmHash, HashWork } from './hash-film.ts'

/** The thread that reads one film (hash-film.ts). */

const work: HashWork = workerData
// Only Linux gives a thread a priority of its own; elsewhere it would be the whole workstation's.
if (work.lowPriority && process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_LOW)

function hash(file: string): FilmHash {
  const sha256 = createHash('sha256')
  const piece = Buffer.allocUnsafe(1024 * 1024)
  let byteLength = 0
  const opened = openSync(file, 'r')
  try {
    for (let read = readSync(opened, piece); read > 0; read = readSync(opened, piece)) {
      sha256.update(piece.subarray(0, read))
      byteLength += read
    }
  } finally {
    closeSync(opened)
  }
  return { sha256: sha256.digest('hex'), byteLength }
}

parentPort?.postMessage(hash(work.file))
