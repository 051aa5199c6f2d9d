import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import type pino from 'pino'
import { makeMatroskaWalker } from '../../../shared/media/matroska.ts'
import type { RecordingSession, SessionLogLine } from '../../../shared/recording/part-log.ts'
import { recorderSettings } from '../../../shared/recording/settings.ts'
import type { Clock } from '../../clock.ts'
import { makeOwnFolder } from '../../disk/own-folder.ts'
import { stampOwnFolder } from '../../recording/live/ownership.ts'
import { openPart } from '../../recording/live/part-sink.ts'
import { createRecordingFolder, recordingDirectory } from '../../recording/live/recording-folder.ts'
import { makeReserve } from '../../recording/live/reserve.ts'
import { openSessionJournal } from '../../recording/live/session-journal.ts'
import { syncDirectory } from '../../recording/proof/recording-files.ts'
import { drawnMimeType, drawTalk } from './draw-talk.ts'
import type { FilmOutline, OutlinedPart } from './film-outline.ts'

export interface FilmToWrite {
  readonly ffmpegPath: string
  readonly rootDirectory: string
  readonly session: RecordingSession
  readonly outline: FilmOutline
  readonly isCitizenHeard: boolean
  readonly signal: AbortSignal
  readonly log: Pick<pino.Logger, 'error'>
}

/** Beside the folders of the workplaces: the same disk, so that a film appears whole or not at all. */
const stagingName = '.demonstration'
/** From a picture to the disk. */
const latencyMs = 120

/**
 * Writes the raw parts of a recording as the recorder leaves them, through the recorder's own writers on a clock that
 * stands at the reception's moments. Its folder comes to its place by one rename. Answers the folder.
 */
export async function writeFilm(film: FilmToWrite): Promise<string> {
  const { rootDirectory, session, outline, signal } = film
  const staging = join(rootDirectory, stagingName)
  await rm(staging, { recursive: true, force: true })
  try {
    const clock = makeFilmClock(outline.parts[0]?.fromMs ?? 0)
    const made = await createRecordingFolder(staging, session)
    await writeSessionLog(made, film, clock)
    for (const [index, part] of outline.parts.entries()) {
      await writePart({ directory: made, partNumber: index + 1, part, clock }, film, join(staging, 'drawn.webm'))
    }
    signal.throwIfAborted()
    const directory = recordingDirectory(rootDirectory, session)
    await stampOwnFolder(rootDirectory, session)
    await makeOwnFolder(rootDirectory, relative(rootDirectory, dirname(directory)))
    await rename(made, directory)
    await syncDirectory(dirname(directory))
    return directory
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

type FilmClock = Clock & { setMs(nowMs: number): void }

function makeFilmClock(startMs: number): FilmClock {
  let nowMs = startMs
  return {
    nowMs: () => nowMs,
    monotonicMs: () => nowMs - startMs + 1_000,
    setMs(next) {
      nowMs = next
    },
  }
}

/** Room, markers, documents and the counters of pictures, in the order of their moments. */
async function writeSessionLog(directory: string, film: FilmToWrite, clock: FilmClock): Promise<void> {
  const { outline, rootDirectory, log } = film
  const reserve = makeReserve(rootDirectory)
  const journal = await openSessionJournal({ directory, reserve, clock, log, onWriteFailure: () => undefined })
  const momentOf = (line: SessionLogLine) => (line.kind === 'document' ? line.toMs : line.atMs)
  const room = outline.parts.slice(0, 1).map(({ fromMs }): SessionLogLine => {
    return { kind: 'room', atMs: fromMs, choiceId: randomUUID(), by: 'program' }
  })
  const lines = [...room, ...outline.lines, ...outline.parts.flatMap(framesOf)]
  try {
    for (const line of lines.toSorted((one, other) => momentOf(one) - momentOf(other))) {
      clock.setMs(Math.max(clock.nowMs(), momentOf(line)))
      if (!(await journal.write(line))) throw new Error('a line of the session log was not written')
    }
    await journal.write({ kind: 'finished', atMs: clock.nowMs() })
  } finally {
    await journal.close()
  }
}

const framesEveryMs = 5_000

function framesOf({ fromMs, toMs }: OutlinedPart): readonly SessionLogLine[] {
  return Array.from({ length: Math.ceil((toMs - fromMs) / framesEveryMs) }, (_, index): SessionLogLine => {
    const atMs = Math.min(toMs, fromMs + (index + 1) * framesEveryMs)
    const fresh = Math.round((atMs - fromMs - index * framesEveryMs) / recorderSettings.stillRepeatMs)
    return { kind: 'frames', atMs, fresh, repeated: 0, placeholder: 0, dropped: 0 }
  })
}

interface PartToWrite {
  readonly directory: string
  readonly partNumber: number
  readonly part: OutlinedPart
  readonly clock: FilmClock
}

async function writePart({ directory, partNumber, part, clock }: PartToWrite, film: FilmToWrite, drawn: string) {
  const { fromMs, toMs, brokenBy } = part
  const { signal } = film
  await mkdir(dirname(drawn), { recursive: true })
  const documents = film.outline.lines
    .filter(line => line.kind === 'document')
    .map(line => ({ startMs: line.fromMs - fromMs, endMs: line.toMs - fromMs }))
  await drawTalk({ ...film, file: drawn, durationMs: toMs - fromMs, documents, madeAt: null })
  const bytes = await readFile(drawn)
  clock.setMs(fromMs)
  const sink = await openPart({ directory, partNumber, clock })
  try {
    await sink.started(fromMs, drawnMimeType)
    for (const [sequence, { fromByte, toByte, endMs }] of chunksOf(bytes, toMs - fromMs).entries()) {
      signal.throwIfAborted()
      clock.setMs(fromMs + endMs + latencyMs)
      const payload = bytes.subarray(fromByte, toByte)
      const sha256 = createHash('sha256').update(payload).digest()
      const { recordingId } = film.session
      const taken = await sink.accept({ recordingId, partNumber, sequence, sha256, payload })
      if (taken.kind !== 'acknowledged') throw new Error(`a chunk was not taken: ${taken.kind}`)
    }
    clock.setMs(toMs + latencyMs)
    if (brokenBy === null) await sink.stopped(toMs)
    else await sink.broken(brokenBy)
  } finally {
    await sink.release()
  }
}

interface DrawnChunk {
  readonly fromByte: number
  readonly toByte: number
  /** Media up to its end, from 0. */
  readonly endMs: number
}

/** Cuts at clusters, about as often as the recorder page hands its bytes over. */
function chunksOf(bytes: Uint8Array, durationMs: number): readonly DrawnChunk[] {
  const clusters: { offset: number; timecodeMs: number }[] = []
  makeMatroskaWalker({ onCluster: cluster => void clusters.push(cluster) }).push(bytes)
  const chunks: DrawnChunk[] = []
  let fromByte = 0
  let fromMs = 0
  for (const { offset, timecodeMs } of clusters) {
    if (timecodeMs - fromMs < recorderSettings.chunkMs) continue
    chunks.push({ fromByte, toByte: offset, endMs: timecodeMs })
    fromByte = offset
    fromMs = timecodeMs
  }
  return [...chunks, { fromByte, toByte: bytes.byteLength, endMs: durationMs }]
}
