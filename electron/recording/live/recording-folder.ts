import { chmod, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type RecordingSession, sessionFileName } from '../../../shared/recording/part-log.ts'
import { flushDirectory, writeWhole } from './durable-files.ts'

/** `<root>/<yyyy>/<mm>/<recordingId>`, by the date as it is written in the session. */
export function recordingDirectory(root: string, session: Pick<RecordingSession, 'recordingId' | 'startedAt'>): string {
  return join(root, session.startedAt.slice(0, 4), session.startedAt.slice(5, 7), session.recordingId)
}

/** Creates the folder (0700) with its session.json, flushed up to the root. Rejects with the system error. */
export async function createRecordingFolder(root: string, session: RecordingSession): Promise<string> {
  const directory = recordingDirectory(root, session)
  await mkdir(directory, { recursive: true, mode: 0o700 })
  // The folder may be older than the rule, or made under a wider mask.
  await chmod(directory, 0o700)
  await writeWhole(join(directory, sessionFileName), `${JSON.stringify(session, null, 2)}\n`)
  await flushDirectory(directory)
  await flushDirectory(join(directory, '..'))
  await flushDirectory(join(directory, '../..'))
  return directory
}

/** Numbers of the parts begun in the folder, ascending. */
export async function listParts(directory: string): Promise<readonly number[]> {
  const numbers = (await readdir(directory))
    .map(name => /^part-(\d{3,})\.(?:webm|log)$/.exec(name)?.[1])
    .filter(text => text !== undefined)
    .map(Number)
  return [...new Set(numbers)].sort((a, b) => a - b)
}
