import * as z from 'zod'

/**
 * The control messages between the recorder page and the workstation: JSON text frames on the socket (or port) that
 * also carries the chunks as binary frames (chunk-frame.ts). One link per recorder page; a new page replaces the old.
 */

/** Condition of one source. `silent` is judged by the workstation from the levels, not here. */
export const SourceCondition = z.enum(['absent', 'live', 'muted', 'ended'])
export type SourceCondition = z.infer<typeof SourceCondition>

const PartAddress = { recordingId: z.uuid(), partNumber: z.int().positive() }
const EpochMs = z.number().nonnegative()

/** Meters and conditions, every `statusMs` while the page lives. */
export const RecorderStatus = z.strictObject({
  kind: z.literal('status'),
  atMs: EpochMs,
  picture: SourceCondition,
  citizenSound: SourceCondition,
  microphone: SourceCondition,
  microphoneMuted: z.boolean(),
  /** The reception the room was chosen for; null = none was open, or there is no room. */
  chosenFor: z.uuid().nullable(),
  /** Another one for every choice of a room: what was seen in the picture is said of one choice. null = there is no room. */
  choiceId: z.uuid().nullable(),
  /** Root mean square over the last report, dBFS, −120 = digital silence. */
  citizenLevelDb: z.number(),
  specialistLevelDb: z.number(),
  /** Level of the captured tab before the recording graph: the independent witness «слышно, но не записывается». */
  citizenSourceLevelDb: z.number(),
  /** Frame pump counters since the page was opened. */
  freshFrames: z.int().nonnegative(),
  repeatedFrames: z.int().nonnegative(),
  placeholderFrames: z.int().nonnegative(),
  droppedFrames: z.int().nonnegative(),
  recording: z.boolean(),
  heldBytes: z.int().nonnegative(),
  /** JS heap of the page in bytes where the browser tells it; null elsewhere. */
  heapBytes: z.number().nullable(),
})
export type RecorderStatus = z.infer<typeof RecorderStatus>

/** Why arming did not succeed, as a stable code. */
export const ArmingRefusal = z.enum(['shareRefused', 'noCitizenSound', 'microphoneRefused', 'notSupported', 'failed'])
export type ArmingRefusal = z.infer<typeof ArmingRefusal>

export const FromRecorder = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('hello'),
    pageId: z.uuid(),
    /** The part this page still holds chunks of, or is recording now. */
    holding: z.strictObject({ ...PartAddress, nextSequence: z.int().nonnegative(), recording: z.boolean() }).nullable(),
  }),
  RecorderStatus,
  z.strictObject({ kind: z.literal('armed'), pictureLabel: z.string(), microphoneLabel: z.string() }),
  z.strictObject({ kind: z.literal('armingRefused'), refusal: ArmingRefusal, detail: z.string() }),
  z.strictObject({ kind: z.literal('partStarted'), ...PartAddress, startedAtMs: EpochMs, mimeType: z.string() }),
  /** All chunks 0…chunkCount−1 of the part were made; it is complete once they are acknowledged. */
  z.strictObject({
    kind: z.literal('partStopped'),
    ...PartAddress,
    stoppedAtMs: EpochMs,
    chunkCount: z.int().nonnegative(),
  }),
  z.strictObject({ kind: z.literal('recorderFailed'), ...PartAddress, detail: z.string() }),
  /** The picture's track was dead: the part ends here, a new track is ready for the next one. */
  z.strictObject({ kind: z.literal('pictureRenewed'), ...PartAddress, detail: z.string() }),
  z.strictObject({ kind: z.literal('heldLimitReached'), ...PartAddress, heldBytes: z.int() }),
])
export type FromRecorder = z.infer<typeof FromRecorder>

export const ToRecorder = z.discriminatedUnion('kind', [
  /** Answer to `hello`: resend from `nextSequence` on; null where nothing the page holds is wanted. */
  z.strictObject({
    kind: z.literal('welcome'),
    resume: z.strictObject({ ...PartAddress, nextSequence: z.int().nonnegative() }).nullable(),
  }),
  /** The sink of this part is open and fsynced: encode into it. */
  z.strictObject({ kind: z.literal('startPart'), ...PartAddress }),
  z.strictObject({ kind: z.literal('stopPart'), ...PartAddress }),
  z.strictObject({ kind: z.literal('acknowledge'), ...PartAddress, sequence: z.int().nonnegative() }),
  z.strictObject({ kind: z.literal('resend'), ...PartAddress, fromSequence: z.int().nonnegative() }),
  z.strictObject({ kind: z.literal('muteMicrophone'), muted: z.boolean() }),
  /** The reception that is open now, null = none: what was chosen for another one is let go. */
  z.strictObject({ kind: z.literal('reception'), receptionId: z.uuid().nullable() }),
  /** The room of this choice is not the right one: it is let go, unless it is being recorded. */
  z.strictObject({ kind: z.literal('leaveRoom'), choiceId: z.uuid() }),
  /** Another recorder page took over; this one lets go of its sources. */
  z.strictObject({ kind: z.literal('replaced') }),
  z.strictObject({ kind: z.literal('refused'), detail: z.string() }),
])
export type ToRecorder = z.infer<typeof ToRecorder>

/** WebSocket path of the link. */
export const recorderLinkPath = '/recorder-link'
/** The same link for the rehearsal of the equipment check: another recorder, another folder. */
export const rehearsalLinkPath = '/rehearsal-link'
