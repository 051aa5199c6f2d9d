import { createHash } from 'node:crypto'
import { greatest } from '../../../shared/extremes.ts'
import type { CheckedRange, RecordingSession, SessionLogLine } from '../../../shared/recording/part-log.ts'
import { sealedFileName } from '../../../shared/recording/part-log.ts'
import { roomLostMs } from '../../../shared/recording/room-losses.ts'
import { recorderSettings } from '../../../shared/recording/settings.ts'
import type { Manifest, Marker, Slip, SlipThresholds } from '../../../shared/recording/slip.ts'
import { onTimeLine, shorterThanClockMs, type TimeLine } from '../../../shared/recording/time-line.ts'
import { frozenShareOf, judge } from '../../../shared/recording/verdict.ts'
import { measureVoices } from '../../../shared/recording/voices.ts'
import { coveredIntervalsOf } from './document-intervals.ts'
import type { JoinedFile } from './join-parts.ts'
import { measureTalk } from './measure-talk.ts'
import type { PartReading } from './read-part.ts'
import { roomProofOf } from './room-proof.ts'

/** Everything the seal found out about one recording. */
export interface SealFacts {
  readonly session: RecordingSession
  readonly sessionLog: readonly SessionLogLine[]
  /** All parts with bytes, the unreadable ones too. */
  readonly readings: readonly PartReading[]
  /** Those that stand in the sealed file. */
  readonly joinable: readonly PartReading[]
  /** Readable parts of another codec than the first, which cannot stand in its tracks. */
  readonly partsApart: number
  readonly timeLine: TimeLine
  readonly markers: readonly Marker[]
  readonly joined: JoinedFile | null
  /** What was decoded of each joinable part. */
  readonly checks: readonly (readonly CheckedRange[])[]
  readonly thresholds: SlipThresholds
  readonly clockStepMs: number
}

const nothingSha256 = createHash('sha256').digest('hex')

/** The markers of the session on the time line, in order. */
export const markersOf = (sessionLog: readonly SessionLogLine[], { zeroAtMs, wallClockMs }: TimeLine): Marker[] =>
  sessionLog
    .filter(line => line.kind === 'marker')
    .map(({ code, atMs }) => ({ code, atMs: onTimeLine(atMs, zeroAtMs, wallClockMs) }))
    .sort((one, other) => one.atMs - other.atMs)

/** The slip: measurements, judged. A recording without any readable part has a slip too, with length 0. */
export function composeSlip(facts: SealFacts, nowMs: number): Slip {
  const { session, sessionLog, readings, joinable, partsApart, timeLine, markers, joined, checks, thresholds } = facts
  const { zeroAtMs, wallClockMs, recordedMs, gaps } = timeLine
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
  const ranges = checks.flat()
  const frames = sum(ranges.map(range => range.frames))
  const voices = measureVoices(
    ranges.flatMap(range => range.citizenDb),
    ranges.flatMap(range => range.specialistDb),
    thresholds.silenceLevelDb,
  )
  const { coverage, ...ofTalk } = measureTalk({
    sessionLog,
    parts: joinable.map((reading, index) => ({ reading, ranges: checks[index] ?? [] })),
    timeLine,
    thresholds,
  })
  const measured = {
    recordedMs,
    gaps: [...gaps],
    audioHolesMs: sum(joinable.map(part => part.audioHoles.totalMs)),
    ...voices,
    blackShare: frames === 0 ? 0 : sum(ranges.map(range => range.blackFrames)) / frames,
    frozenShare: frozenShareOf(
      sessionLog.filter(line => line.kind === 'frames'),
      { startedAtMs: zeroAtMs, recordedMs, stillRepeatMs: recorderSettings.stillRepeatMs },
    ),
    driftMsPerMinute: worst(joinable.map(part => part.driftMsPerMinute)),
    decodeErrors: sum(ranges.map(range => range.decodeErrors)),
  }
  const { room, notRecognised } = roomProofOf(sessionLog)
  const { verdict, remarks } = judge(
    {
      ...measured,
      ...ofTalk,
      mayPictureStand: false,
      unreadableParts: readings.length - joinable.length - partsApart + (readings.length === 0 || frames === 0 ? 1 : 0),
      partsApart,
      packetsDiffering: joined?.packetsDiffering ?? 0,
      chunksMissing: sum(readings.map(part => part.chunksMissing)),
      shorterMs: shorterThanClockMs(joinable),
      unloggedMs: sum(joinable.map(part => part.unloggedMs)),
      tailCutBytes: sum(joinable.map(part => part.tailCutBytes)),
      clockSetMs: greatest(joinable.flatMap(part => part.clockSteps.map(step => Math.abs(step.byMs)))) ?? 0,
      fileCutShortMs: 0,
      roomsNotRecognised: notRecognised,
      roomLostMs: roomLostMs(markers, joined?.durationMs ?? 0),
      clockStepMs: facts.clockStepMs,
    },
    thresholds,
  )
  return {
    recordingId: session.recordingId,
    verdict,
    remarks,
    durationMs: joined?.durationMs ?? 0,
    wallClockMs,
    sha256: joined?.sha256 ?? nothingSha256,
    byteLength: joined?.byteLength ?? 0,
    audioHoleCount: sum(joinable.map(part => part.audioHoles.count)),
    ...measured,
    coverage,
    room,
    markers: [...markers],
    documentIntervals: coveredIntervalsOf(sessionLog, joinable, timeLine),
    videoCodec: joinable[0]?.videoTrack?.codecId ?? '',
    audioCodec: joinable[0]?.audioTrack?.codecId ?? '',
    checkedAt: new Date(nowMs).toISOString(),
  }
}

/** What lies beside the sealed file for whoever finds it without the program. */
export function composeManifest(facts: SealFacts, nowMs: number): Manifest {
  const { session, readings, joinable, timeLine, joined } = facts
  return {
    format: 1,
    recordingId: session.recordingId,
    receptionId: session.receptionId,
    bodyId: session.bodyId,
    workplaceId: session.workplaceId,
    file: sealedFileName(session.recordingId),
    byteLength: joined?.byteLength ?? 0,
    sha256: joined?.sha256 ?? nothingSha256,
    startedAt: session.startedAt,
    stoppedAt: new Date((timeLine.zeroAtMs || Date.parse(session.startedAt)) + timeLine.wallClockMs).toISOString(),
    sealedAt: new Date(nowMs).toISOString(),
    retainUntil: session.retainUntil,
    parts: joinable.map((part, index) => ({
      partNumber: part.partNumber,
      offsetMs: timeLine.parts[index]?.offsetMs ?? 0,
      durationMs: part.mediaMs,
      mimeType: part.mimeType,
      byteLength: part.byteLength,
      chunkCount: part.chunkCount,
      videoPacketsSha256: joined?.digests[index]?.videoPacketsSha256 ?? '',
      audioPacketsSha256: joined?.digests[index]?.audioPacketsSha256 ?? '',
    })),
    program: session.program,
    regulation: session.regulation,
    encoder: readings[0]?.mimeType ?? '',
  }
}

const worst = (values: readonly number[]): number =>
  values.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0)
