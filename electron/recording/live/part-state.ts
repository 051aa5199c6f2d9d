import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { PartLogLine, partFileName, partLogName } from '../../../shared/recording/part-log.ts'
import { readJsonLines } from './append-log.ts'

/** What the log of a part says, rebuilt after a restart. */
export interface PartState {
  readonly startedAtMs: number | null
  readonly mimeType: string | null
  /** SHA-256 (hex) of chunk 0, 1, 2 …: as many as were logged. */
  readonly hashes: readonly string[]
  /** Bytes the log vouches for. */
  readonly byteLength: number
  /** Bytes in the file; more than logged where a kill came between data and log. */
  readonly dataBytes: number
  /** Wall clock of the last line that proves bytes or life, milliseconds. */
  readonly lastAtMs: number
  readonly ending: 'open' | 'stopped' | 'broken'
  /** The log counts without holes and the data file holds all of it: the same part may go on. */
  readonly whole: boolean
}

/** Reads the log of one part. A part without a data file counts as empty. */
export async function readPartState(directory: string, partNumber: number): Promise<PartState> {
  const { lines, unreadable } = await readJsonLines(join(directory, partLogName(partNumber)), PartLogLine)
  const dataBytes = await stat(join(directory, partFileName(partNumber))).then(
    file => file.size,
    () => 0,
  )
  const hashes: string[] = []
  let state: Omit<PartState, 'whole' | 'hashes' | 'dataBytes'> = {
    startedAtMs: null,
    mimeType: null,
    byteLength: 0,
    lastAtMs: 0,
    ending: 'open',
  }
  let inOrder = unreadable === 0
  for (const line of lines) {
    switch (line.kind) {
      case 'opened':
        state = { ...state, lastAtMs: line.atMs }
        break
      case 'started':
        state = { ...state, startedAtMs: line.startedAtMs, mimeType: line.mimeType, lastAtMs: line.startedAtMs }
        break
      case 'chunk':
        inOrder &&= line.sequence === hashes.length
        hashes.push(line.sha256)
        state = { ...state, byteLength: state.byteLength + line.byteLength, lastAtMs: line.atMs }
        break
      case 'reopened':
        break
      case 'stopped':
        state = { ...state, ending: 'stopped', lastAtMs: line.stoppedAtMs }
        break
      case 'broken':
        // The time of this line is when the loss was noticed, not what was saved.
        state = { ...state, ending: 'broken' }
        break
      default:
        line satisfies never
    }
  }
  return { ...state, hashes, dataBytes, whole: inOrder && dataBytes >= state.byteLength }
}
