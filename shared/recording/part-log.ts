import * as z from 'zod'
import { GapCause, MarkerCode } from './slip.ts'

/**
 * The files of one recording while it is being made, all inside `<root>/<workplaceId>/<yyyy>/<mm>/<recordingId>/` (0700):
 *
 * | file | holds |
 * | session.json | RecordingSession, written and fsynced before the first part is opened |
 * | part-001.webm | the raw bytes of part 1 as they came, appended and fsynced chunk by chunk |
 * | part-001.log | PartLogLine, one JSON a line, appended after the bytes it speaks of are fsynced |
 * | session.log | SessionLogLine: markers, gaps' causes, document intervals, frame counters |
 * | owner.lock | who has the folder in hand, renewed every two seconds; gone once nobody has |
 * | part-001.checks | CheckedRange, one JSON a line: what was decoded from disk while recording |
 *
 * After sealing: `<recordingId>.mkv`, `manifest.json`, `slip.json`; the raw parts go only after the slip is written.
 */
export const RecordingSession = z.strictObject({
  recordingId: z.uuid(),
  receptionId: z.uuid(),
  bodyId: z.uuid(),
  workplaceId: z.uuid(),
  startedAt: z.iso.datetime({ offset: true }),
  /** Local date of the body up to which the recording is kept. */
  retainUntil: z.iso.date(),
  program: z.string(),
  regulation: z.string(),
})
export type RecordingSession = z.infer<typeof RecordingSession>

const EpochMs = z.number().nonnegative()
/** The same moment on the clock nobody can set, and the run of the workstation that clock belongs to. */
const Monotonic = { monotonicMs: z.number().optional(), run: z.string().optional() }

export const PartLogLine = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('opened'), atMs: EpochMs, ...Monotonic }),
  /** Taken up again by another run of the workstation. */
  z.strictObject({ kind: z.literal('reopened'), atMs: EpochMs, ...Monotonic }),
  /** The encoder runs; `startedAtMs` is the part's place on the wall clock. */
  z.strictObject({ kind: z.literal('started'), startedAtMs: EpochMs, mimeType: z.string(), ...Monotonic }),
  z.strictObject({
    kind: z.literal('chunk'),
    sequence: z.int().nonnegative(),
    byteLength: z.int(),
    sha256: z.string(),
    atMs: EpochMs,
    ...Monotonic,
  }),
  z.strictObject({ kind: z.literal('stopped'), stoppedAtMs: EpochMs, chunkCount: z.int(), ...Monotonic }),
  /** No regular stop: the part ends where its bytes end. */
  z.strictObject({ kind: z.literal('broken'), atMs: EpochMs, cause: GapCause, ...Monotonic }),
])
export type PartLogLine = z.infer<typeof PartLogLine>

export const SessionLogLine = z.discriminatedUnion('kind', [
  /** Both clocks, whenever the wall clock was set since the line before: the lines behind it are of this setting. */
  z.strictObject({ kind: z.literal('clock'), atMs: EpochMs, monotonicMs: z.number(), run: z.string() }),
  z.strictObject({ kind: z.literal('marker'), code: MarkerCode, atMs: EpochMs }),
  z.strictObject({ kind: z.literal('document'), fromMs: EpochMs, toMs: EpochMs }),
  /** Pump counters, differences since the line before; `frozenMs` = repeated pictures while sound went on. */
  z.strictObject({
    kind: z.literal('frames'),
    atMs: EpochMs,
    fresh: z.int(),
    repeated: z.int(),
    placeholder: z.int(),
    dropped: z.int(),
  }),
  /**
   * The room that is captured from here on, or what became known of it: `program` = given by the program itself,
   * `person` = the specialist saw the citizen of this reception in it, null = nobody has said so.
   */
  z.strictObject({
    kind: z.literal('room'),
    atMs: EpochMs,
    choiceId: z.uuid(),
    by: z.enum(['program', 'person']).nullable(),
  }),
  z.strictObject({ kind: z.literal('finished'), atMs: EpochMs }),
])
export type SessionLogLine = z.infer<typeof SessionLogLine>

/** One closed range (header + clusters from key frame to key frame) decoded from disk. Times are of the part. */
export const CheckedRange = z.strictObject({
  fromByte: z.int(),
  toByte: z.int(),
  fromMs: z.number(),
  toMs: z.number(),
  frames: z.int(),
  blackFrames: z.int(),
  decodeErrors: z.int(),
  /** Root mean square per 100 ms window, dBFS, rounded to 0.1: both voices. */
  citizenDb: z.array(z.number()),
  specialistDb: z.array(z.number()),
})
export type CheckedRange = z.infer<typeof CheckedRange>

export const partFileName = (partNumber: number): string => `part-${String(partNumber).padStart(3, '0')}.webm`
export const partLogName = (partNumber: number): string => `part-${String(partNumber).padStart(3, '0')}.log`
export const partChecksName = (partNumber: number): string => `part-${String(partNumber).padStart(3, '0')}.checks`
export const sessionFileName = 'session.json'
export const sessionLogName = 'session.log'
export const manifestFileName = 'manifest.json'
export const slipFileName = 'slip.json'
export const sealedFileName = (recordingId: string): string => `${recordingId}.mkv`
