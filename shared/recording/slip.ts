import * as z from 'zod'
import { isSealedFileName } from './sealed-file-name.ts'

/** What the finished file really holds («проверка записи»). Times are milliseconds on the recording's time line. */

export const Verdict = z.enum(['sound', 'doubtful', 'damaged'])
export type Verdict = z.infer<typeof Verdict>

/** Why a write failed: the disk is full, refuses this account, takes no writes, is gone, or the file under it changed. */
export const WriteFailure = z.enum([
  'diskFull',
  'diskForbidden',
  'diskReadOnly',
  'diskGone',
  'fileReplaced',
  'diskFailed',
])
export type WriteFailure = z.infer<typeof WriteFailure>

/** Why recording stood still between two parts. */
export const GapCause = z.enum([
  'workstationDied',
  'recorderLost',
  'powerLost',
  'sleep',
  'encoderFailed',
  ...WriteFailure.options,
  'stoppedByHand',
])
export type GapCause = z.infer<typeof GapCause>

export const Gap = z.strictObject({ startMs: z.number(), endMs: z.number(), cause: GapCause })
export type Gap = z.infer<typeof Gap>

/** A moment with journal meaning; a code and an id, never a name. */
export const MarkerCode = z.enum([
  'connected',
  'notice',
  'noticeRepeated',
  'documentShown',
  'documentRemoved',
  'identified',
  'extended',
  'warning',
  'interrupted',
  'connectionLost',
  'connectionRestored',
  'fault',
  'microphoneMuted',
  'microphoneUnmuted',
  'pictureLost',
  'pictureRestored',
  'microphoneLost',
  'microphoneRestored',
  /** The page of the room died, closed itself or did not load again: what is recorded from here on is no meeting. */
  'roomLost',
  'roomEntered',
  'help',
  'ended',
  'mark',
])
export type MarkerCode = z.infer<typeof MarkerCode>
export const Marker = z.strictObject({ code: MarkerCode, atMs: z.number() })
export type Marker = z.infer<typeof Marker>

/** A finding that lowered the verdict, or is worth a sentence. */
export const SlipRemark = z.strictObject({
  code: z.enum([
    'unreadable',
    'decodeErrors',
    'packetsDiffer',
    'chunkMissing',
    'shorterThanWallClock',
    'gap',
    'audioHoles',
    'separationLow',
    'citizenSilent',
    'specialistSilent',
    'blackPicture',
    'frozenPicture',
    'drift',
    /** The system clock was set during the recording, or the computer slept. */
    'clockChanged',
    /** Of a file made by another program, whose voices cannot be told apart. */
    'soundSilent',
    'pictureMissing',
    'standInPicture',
    'nobodyHeard',
    'citizenLost',
    'specialistLost',
    'talkStartMissing',
    'talkEndMissing',
    'unlogged',
    'tailCut',
    'clockSet',
    'partsApart',
    'fileCutShort',
    /** A room was captured that nobody recognised as the one of this reception. */
    'roomNotRecognised',
    /** The meeting was not in its room for a while of the talk (its page died or closed). */
    'roomLost',
  ]),
  /** A note tells and does not lower the verdict. */
  severity: z.enum(['note', 'remark', 'damage']),
  /** The measured value in the unit of the code (ms, dB, share), null where there is none. */
  value: z.number().nullable(),
})
export type SlipRemark = z.infer<typeof SlipRemark>

/** How much of the talk one track holds, milliseconds. Breaks between the parts are missing here as well. */
export const TrackCoverage = z.strictObject({
  coveredMs: z.number(),
  /** Missing from the beginning of the talk, and up to its end. */
  leadingMs: z.number(),
  trailingMs: z.number(),
  /** The longest stretch without it, edges included. */
  longestHoleMs: z.number(),
})
export type TrackCoverage = z.infer<typeof TrackCoverage>

/** What was measured of the talk, track by track; null = not known, which is never the same as good. */
export const Coverage = z.strictObject({
  /** From «Гражданин подключился» to the end; null where the recording does not tell: then the file stands for it. */
  talk: z.strictObject({ startMs: z.number(), endMs: z.number() }).nullable(),
  picture: TrackCoverage,
  /** New pictures of the source, not repeated ones. */
  freshPicture: TrackCoverage.nullable(),
  sound: TrackCoverage,
  /** Heard above silence, pauses of speech counted in. */
  citizenVoice: TrackCoverage.nullable(),
  specialistVoice: TrackCoverage.nullable(),
})
export type Coverage = z.infer<typeof Coverage>

/** A program other than this one that made a recording (п. 3.6, the last link of the chain). */
export const ForeignOrigin = z.enum(['telemost'])
export type ForeignOrigin = z.infer<typeof ForeignOrigin>

/** How it is known that the room of this reception was captured: the program gave it, or the specialist saw the citizen. */
export const RoomProof = z.enum(['given', 'recognised', 'notRecognised'])
export type RoomProof = z.infer<typeof RoomProof>

export const Slip = z.strictObject({
  recordingId: z.uuid(),
  /**
   * Absent where this program recorded. A foreign file does not tell which voice is whose, nor what was left out:
   * `separationDb` is null, both silent shares are those of all sound, `gaps`, `frozenShare` and `driftMsPerMinute`
   * say nothing, and the document is taken to be in the picture throughout.
   */
  origin: ForeignOrigin.optional(),
  verdict: Verdict,
  remarks: z.array(SlipRemark),
  /** Length of the time line of the sealed file, gaps included. */
  durationMs: z.number(),
  /** Media really recorded: the parts without the gaps. */
  recordedMs: z.number(),
  /** Clock time from the start of the first part to the stop of the last. */
  wallClockMs: z.number(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  byteLength: z.int(),
  gaps: z.array(Gap),
  /** Sound missing between packets inside the parts, in all. */
  audioHolesMs: z.number(),
  audioHoleCount: z.int(),
  /** How far apart the two voices stay (the worse of the two sides); null where nobody spoke alone long enough. */
  separationDb: z.number().nullable(),
  citizenSilentShare: z.number().min(0).max(1),
  specialistSilentShare: z.number().min(0).max(1),
  blackShare: z.number().min(0).max(1),
  frozenShare: z.number().min(0).max(1),
  /** Recorded time against wall clock inside the parts, ms of media per minute of clock. */
  driftMsPerMinute: z.number(),
  decodeErrors: z.int(),
  /** Absent in papers of before it was measured. */
  coverage: Coverage.optional(),
  /** null = not known; absent in papers of before, and where another program recorded. */
  room: RoomProof.nullable().optional(),
  markers: z.array(Marker),
  documentIntervals: z.array(z.strictObject({ startMs: z.number(), endMs: z.number() })),
  videoCodec: z.string(),
  audioCodec: z.string(),
  checkedAt: z.iso.datetime({ offset: true }),
})
export type Slip = z.infer<typeof Slip>

const ManifestFields = z.strictObject({
  format: z.literal(1),
  recordingId: z.uuid(),
  receptionId: z.uuid(),
  bodyId: z.uuid(),
  workplaceId: z.uuid(),
  /** A name of this folder and nothing else: every reader of a paper opens what it says. */
  file: z.string().regex(/^[0-9a-f-]{36}\.(?:mkv|webm|mp4)$/),
  byteLength: z.int(),
  sha256: z.string(),
  startedAt: z.iso.datetime({ offset: true }),
  stoppedAt: z.iso.datetime({ offset: true }),
  sealedAt: z.iso.datetime({ offset: true }),
  /** Local date of the body, п. 3.6. */
  retainUntil: z.iso.date(),
  /** Absent where this program recorded; then `file` holds its bytes as they were made, and there are no parts. */
  origin: ForeignOrigin.optional(),
  parts: z.array(
    z.strictObject({
      partNumber: z.int().positive(),
      offsetMs: z.number(),
      durationMs: z.number(),
      mimeType: z.string(),
      byteLength: z.int(),
      chunkCount: z.int(),
      videoPacketsSha256: z.string(),
      audioPacketsSha256: z.string(),
    }),
  ),
  program: z.string(),
  regulation: z.string(),
  encoder: z.string(),
})

/** Lies beside the sealed file; ids, codes and hashes only. It is a paper anybody can write: its file name is no path. */
export const Manifest = ManifestFields.refine(({ file, recordingId }) => isSealedFileName(file, recordingId), {
  path: ['file'],
})
export type Manifest = z.infer<typeof Manifest>

/** Limits that turn measurements into a verdict; resources/recording-thresholds.json. */
export const SlipThresholds = z.strictObject({
  /** A part shorter than its wall clock by more than this: remark / damage. */
  shorterRemarkMs: z.number(),
  shorterDamageShare: z.number(),
  audioHolesRemarkMs: z.number(),
  audioHolesDamageShare: z.number(),
  audioHoleMinimumMs: z.number(),
  separationRemarkDb: z.number(),
  silenceLevelDb: z.number(),
  citizenSilentRemarkShare: z.number(),
  specialistSilentRemarkShare: z.number(),
  blackLuma: z.number(),
  blackRemarkShare: z.number(),
  frozenRemarkShare: z.number(),
  driftRemarkMsPerMinute: z.number(),
  gapRemarkMs: z.number(),
  pictureHoleMinimumMs: z.number(),
  pictureMissingRemarkMs: z.number(),
  pictureMissingDamageShare: z.number(),
  standInRemarkMs: z.number(),
  roomLostRemarkMs: z.number(),
  speechPauseMs: z.number(),
  voiceLostMinimumMs: z.number(),
  voiceLostRemarkShare: z.number(),
  talkStartRemarkMs: z.number(),
  talkEndRemarkMs: z.number(),
  unloggedRemarkMs: z.number(),
  unloggedDamageShare: z.number(),
  clockStepMs: z.number(),
})
export type SlipThresholds = z.infer<typeof SlipThresholds>
