import { createHash, randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { open, readdir, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type * as z from 'zod'
import {
  CheckedRange,
  PartLogLine,
  partChecksName,
  partLogName,
  RecordingSession,
  SessionLogLine,
  sessionFileName,
  sessionLogName,
} from '../../../shared/recording/part-log.ts'
import type { Manifest } from '../../../shared/recording/slip.ts'
import type { SteadyClock } from '../../../shared/recording/steady-clock.ts'
import { patiently } from './patiently.ts'
import { recordingClock, straightPartLog, straightSessionLog } from './recording-clock.ts'

/** A paper as its bytes lie on the disk. */
export const paperText = (paper: unknown): string => `${JSON.stringify(paper, null, 2)}\n`

/** Hash of the manifest's bytes, for the event chain. */
export const manifestSha256 = (manifest: Manifest): string =>
  createHash('sha256').update(paperText(manifest)).digest('hex')

/** Only the account of the workstation reads a recording. */
export const fileMode = 0o600

/** session.json of a recording; throws where it is missing or not of the form. */
export async function readSession(directory: string): Promise<RecordingSession> {
  return RecordingSession.parse(JSON.parse(await readFile(path.join(directory, sessionFileName), 'utf8')))
}

/** Numbers of the parts that have bytes or a log, ascending. */
export async function listPartNumbers(directory: string): Promise<number[]> {
  const numbers = (await readdir(directory)).flatMap(name => {
    const match = /^part-(\d{3,})\.(?:webm|log)$/.exec(name)
    return match ? [Number(match[1])] : []
  })
  return [...new Set(numbers)].sort((one, other) => one - other)
}

const partLogAsWritten = (directory: string, partNumber: number): Promise<PartLogLine[]> =>
  readLines(path.join(directory, partLogName(partNumber)), PartLogLine)

const sessionLogAsWritten = (directory: string): Promise<SessionLogLine[]> =>
  readLines(path.join(directory, sessionLogName), SessionLogLine)

/** The clock of the recording, from all its logs. */
export async function readRecordingClock(directory: string): Promise<SteadyClock> {
  const partNumbers = await listPartNumbers(directory)
  const partLogs = await Promise.all(partNumbers.map(number => partLogAsWritten(directory, number)))
  return recordingClock(await sessionLogAsWritten(directory), partLogs)
}

/** With all times on the recording's steady clock; who reads several logs reads the clock once and gives it. */
export const readPartLog = async (directory: string, partNumber: number, clock?: SteadyClock): Promise<PartLogLine[]> =>
  straightPartLog(await partLogAsWritten(directory, partNumber), clock ?? (await readRecordingClock(directory)))

/** With all times on the recording's steady clock, documents covered generously. */
export const readSessionLog = async (directory: string, clock?: SteadyClock): Promise<SessionLogLine[]> =>
  straightSessionLog(await sessionLogAsWritten(directory), clock ?? (await readRecordingClock(directory)))

export const readChecks = (directory: string, partNumber: number): Promise<CheckedRange[]> =>
  readLines(path.join(directory, partChecksName(partNumber)), CheckedRange)

/** The chain of ranges without a break from `fromByte` on; doubled and stray lines fall out. */
export function chainOfChecks(checks: readonly CheckedRange[], fromByte: number): CheckedRange[] {
  const chain: CheckedRange[] = []
  let next = fromByte
  for (;;) {
    const range = checks.find(candidate => candidate.fromByte === next && candidate.toByte > next)
    if (range === undefined) return chain
    chain.push(range)
    next = range.toByte
  }
}

/** Writes a whole file so that after a power cut there is the old one or the new one, never half of it. */
export async function writeDurably(directory: string, name: string, text: string): Promise<void> {
  const temporary = path.join(directory, `${name}.${randomUUID()}.sealing`)
  const handle = await open(temporary, 'wx', fileMode)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await patiently(() => rename(temporary, path.join(directory, name)))
  await syncDirectory(directory)
}

/** Makes a rename or removal in the directory last. Windows has no such call and needs none. */
export async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(directory, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Removes what a seal cut off in the middle left behind. */
export async function removeSealingRemains(directory: string): Promise<void> {
  for (const name of await readdir(directory))
    if (name.endsWith('.sealing')) await patiently(() => rm(path.join(directory, name), { force: true }))
}

/** Reads JSON lines; a torn or strange line is left out, a missing file has none. */
async function readLines<Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.output<Schema>[]> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
  return text.split('\n').flatMap(line => {
    const parsed = schema.safeParse(parseJson(line))
    return parsed.success ? [parsed.data] : []
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Is this the error of a file that does not exist? */
export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** A JSON file of the folder; undefined where it is missing or no JSON. */
export async function readJsonFile(directory: string, name: string): Promise<unknown> {
  try {
    return parseJson(await readFile(path.join(directory, name), 'utf8'))
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}
