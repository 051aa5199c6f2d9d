import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, open, rm, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import {
  buildChapterMetadata,
  buildConcatList,
  buildJoinArguments,
  buildPacketHashArguments,
  type Chapter,
} from '../../../shared/media/ffmpeg-arguments.ts'
import { saysDiskFull } from '../../../shared/media/ffmpeg-lines.ts'
import { makeMatroskaWalker } from '../../../shared/media/matroska.ts'
import type { MatroskaTrack } from '../../../shared/media/matroska-contents.ts'
import { partFileName } from '../../../shared/recording/part-log.ts'
import { type Ending, runTool } from '../../media/run-tool.ts'
import { hashFilm } from './hash-film.ts'
import { orderStreams } from './order-streams.ts'
import { makePacketDigester, type PartDigests, type PartPackets } from './packet-proof.ts'
import { fileMode } from './recording-files.ts'
import { SealError } from './seal-error.ts'

export interface JoinedPart extends PartPackets {
  readonly partNumber: number
  readonly offsetMs: number
  /** Bytes of the part that are media; what lies behind them (`tailCutBytes`) is left out. */
  readonly byteLength: number
  readonly tailCutBytes: number
  readonly videoTrack: MatroskaTrack | null
}

export interface JoinedFile {
  /** Temporary sibling of the sealed file, fsynced. */
  readonly temporary: string
  readonly sha256: string
  readonly byteLength: number
  readonly durationMs: number
  readonly digests: readonly PartDigests[]
  /** Packets of the raw parts that are not, or not unchanged, in the file. */
  readonly packetsDiffering: number
}

/**
 * Joins raw parts into one Matroska file and proves it: the packets ffmpeg read from the raw parts, those it reads back
 * from the file and the number our own reader found in the raw bytes must all agree.
 */
export async function joinParts(options: {
  ffmpegPath: string
  directory: string
  name: string
  parts: readonly JoinedPart[]
  chapters: readonly Chapter[]
  endMs: number
  signal?: AbortSignal
}): Promise<JoinedFile> {
  const { ffmpegPath, directory, name, parts, chapters, endMs, signal } = options
  // Names of this run alone: an ffmpeg orphaned by a kill may still be writing under those of the run before.
  const run = randomUUID()
  const temporaryName = `${name}.${run}.sealing`
  const temporary = path.join(directory, temporaryName)
  const listName = `parts.${run}.sealing`
  const isAvc = parts[0]?.videoTrack?.codecId === 'V_MPEG4/ISO/AVC'
  const raw = makePacketDigester(parts)
  const sources = await cutTails(directory, parts, `${run}.sealing`)
  // A single part needs no copy: its streams are mapped by kind as they are read.
  const ordered =
    parts.length > 1
      ? await orderStreams({
          ...{ ffmpegPath, directory, requireDone },
          sources,
          isAvc,
          suffix: `${run}.sealing`,
          onPackets: bytes => raw.push(bytes),
          ...(signal ? { signal } : {}),
        })
      : null
  const list = buildConcatList(
    parts.map((part, index) => {
      const next = parts[index + 1]
      return {
        fileName: ordered?.[index] ?? sources[index] ?? partFileName(part.partNumber),
        untilNextMs: next ? next.offsetMs - part.offsetMs : null,
      }
    }),
  )
  await writeFile(path.join(directory, listName), list, { mode: fileMode })
  // Made here and not by ffmpeg, which would give it the rights of the umask.
  await (await open(temporary, 'w', fileMode)).close()

  const joining = await runTool({
    program: ffmpegPath,
    arguments: buildJoinArguments({ listFile: listName, output: temporaryName, isAvc }),
    workingDirectory: directory,
    input: [Buffer.from(buildChapterMetadata(chapters, endMs))],
    onOutput: bytes => {
      if (ordered === null) raw.push(bytes)
    },
    ...(signal ? { signal } : {}),
  })
  requireDone(joining)
  for (const name of [listName, ...(ordered ?? []), ...sources.filter(isTemporary)])
    await rm(path.join(directory, name), { force: true })

  const sealed = makePacketDigester(parts)
  const [proving, hashed, durationMs] = await Promise.all([
    runTool({
      program: ffmpegPath,
      arguments: buildPacketHashArguments(temporaryName, { isAvc }),
      workingDirectory: directory,
      onOutput: bytes => sealed.push(bytes),
      ...(signal ? { signal } : {}),
    }),
    hashFilm(temporary, { signal }),
    readDuration(temporary),
    syncFile(temporary),
  ])
  requireDone(proving)
  const rawPackets = raw.finish()
  const sealedPackets = sealed.finish()
  return {
    temporary,
    ...hashed,
    durationMs,
    digests: sealedPackets.parts,
    packetsDiffering: countDifferences(parts, rawPackets, sealedPackets),
  }
}

const isTemporary = (name: string): boolean => name.endsWith('.sealing')

/** Names of the files to be joined: a part with something else behind its media is copied without it. */
async function cutTails(directory: string, parts: readonly JoinedPart[], suffix: string): Promise<string[]> {
  const names: string[] = []
  for (const { partNumber, byteLength, tailCutBytes } of parts) {
    const name = partFileName(partNumber)
    if (tailCutBytes > 0) {
      await copyFile(path.join(directory, name), path.join(directory, `${name}.cut.${suffix}`))
      await truncate(path.join(directory, `${name}.cut.${suffix}`), byteLength)
    }
    names.push(tailCutBytes > 0 ? `${name}.cut.${suffix}` : name)
  }
  return names
}

type Packets = ReturnType<ReturnType<typeof makePacketDigester>['finish']>

function countDifferences(parts: readonly PartPackets[], raw: Packets, sealed: Packets): number {
  const video = parts.reduce((sum, part) => sum + part.videoPackets, 0)
  const audio = parts.reduce((sum, part) => sum + part.audioPackets, 0)
  const numbers =
    Math.max(Math.abs(video - raw.videoPackets), Math.abs(video - sealed.videoPackets)) +
    Math.max(Math.abs(audio - raw.audioPackets), Math.abs(audio - sealed.audioPackets))
  const changed = raw.parts.filter(
    (part, index) =>
      part.videoPacketsSha256 !== sealed.parts[index]?.videoPacketsSha256 ||
      part.audioPacketsSha256 !== sealed.parts[index]?.audioPacketsSha256,
  ).length
  return Math.max(numbers, changed)
}

/** Duration the file's own header states, ms. */
async function readDuration(file: string): Promise<number> {
  const walker = makeMatroskaWalker()
  for await (const piece of createReadStream(file, { end: 256 * 1024 })) walker.push(piece as Buffer)
  return walker.summary().durationMs ?? 0
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function requireDone(ending: Ending): void {
  switch (ending.kind) {
    case 'done':
      return
    case 'stopped':
      throw new SealError('stopped', 'The seal was stopped')
    case 'notStarted':
      throw new SealError('noFfmpeg', ending.detail)
    case 'failed':
      throw new SealError(saysDiskFull(ending.tail) ? 'diskFull' : 'failed', ending.tail)
    default:
      ending satisfies never
  }
}
