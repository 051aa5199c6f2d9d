import { chmod, mkdir, readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { type RecordingSession, sessionFileName } from '../../../shared/recording/part-log.ts'
import { makeOwnFolder } from '../../disk/own-folder.ts'
import { flushDirectory, writeWhole } from './durable-files.ts'
import { stampOwnFolder } from './ownership.ts'

type FolderName = Pick<RecordingSession, 'recordingId' | 'startedAt' | 'workplaceId'>

/**
 * `<root>/<workplaceId>/<yyyy>/<mm>/<recordingId>`, by the date as it is written in the session: workplaces that share
 * a store never share a folder.
 */
export function recordingDirectory(root: string, session: FolderName): string {
  return join(root, session.workplaceId, dated(session))
}

const dated = ({ recordingId, startedAt }: FolderName): string =>
  join(startedAt.slice(0, 4), startedAt.slice(5, 7), recordingId)

/**
 * Creates the folder (0700) with its session.json, flushed up to the root. One of before the workplaces had folders of
 * their own stays where it is. Rejects with the system error.
 */
export async function createRecordingFolder(root: string, session: RecordingSession): Promise<string> {
  const earlier = join(root, dated(session))
  const isThere = await stat(join(earlier, sessionFileName)).then(
    () => true,
    () => false,
  )
  const directory = isThere ? earlier : recordingDirectory(root, session)
  if (!isThere) await stampOwnFolder(root, session)
  await restoreRecordingFolder(root, directory, session)
  if (!isThere) await flushDirectory(join(directory, '../../..'))
  return directory
}

/** Makes the folder of a recording, or what of it was taken away under a running one. Rejects with the system error. */
export async function restoreRecordingFolder(
  root: string,
  directory: string,
  session: RecordingSession,
): Promise<void> {
  await mkdir(root, { recursive: true, mode: 0o700 })
  await makeOwnFolder(root, relative(root, directory))
  // The folder may be older than the rule, or made under a wider mask.
  await chmod(directory, 0o700)
  await writeWhole(join(directory, sessionFileName), `${JSON.stringify(session, null, 2)}\n`)
  await flushDirectory(directory)
  await flushDirectory(join(directory, '..'))
  await flushDirectory(join(directory, '../..'))
}

/** Numbers of the parts begun in the folder, ascending. */
export async function listParts(directory: string): Promise<readonly number[]> {
  const numbers = (await readdir(directory))
    .map(name => /^part-(\d{3,})\.(?:webm|log)$/.exec(name)?.[1])
    .filter(text => text !== undefined)
    .map(Number)
  return [...new Set(numbers)].sort((a, b) => a - b)
}
