import type { AlarmCode, RecorderView } from '../../../shared/contract/workplace.ts'

/**
 * How old the proof may be before the dot goes out. A range is decoded about every ten seconds and only once it is
 * closed; three missed rounds mean that nothing is proven any more.
 */
const provenFreshMs = 30_000
/** In the first seconds nothing can be decoded yet: bytes on the disk stand for the proof this long. */
const firstProofMs = 30_000
/** Bytes reach the disk twice a second. */
const savedFreshMs = 5_000

/** The three a reception is recorded with. */
export type RecordedTrack = 'picture' | 'citizen' | 'specialist'

/** Alarms by which one of the three does not come, or not into the recording, however well the file grows. */
const missingBy: Readonly<Partial<Record<AlarmCode, readonly RecordedTrack[]>>> = {
  pictureEnded: ['picture'],
  pictureMuted: ['picture'],
  pictureStill: ['picture'],
  citizenSoundEnded: ['citizen'],
  audibleNotRecorded: ['citizen'],
  microphoneEnded: ['specialist'],
  microphoneMutedByDevice: ['specialist'],
}

export type RecordingProof =
  /** Decoded from the disk and found sound; all three come. */
  | {
      readonly kind: 'proven'
      readonly lengthMs: number
      readonly savedUntil: string | null
      readonly provenUntil: string
    }
  /** Growing on the disk, too young to be decoded. */
  | { readonly kind: 'growing'; readonly lengthMs: number; readonly savedUntil: string }
  /** A recording that nothing proves now, or that lacks one of the three: the dot is out. */
  | {
      readonly kind: 'unproven'
      readonly lengthMs: number
      readonly savedUntil: string | null
      /** Known to be missing; empty where nothing is known. */
      readonly missing: readonly RecordedTrack[]
    }
  | { readonly kind: 'none' }

/** What may be said of the recording of this reception at this moment. */
export function proofOfRecording(recorder: RecorderView | null, receptionId: string, nowMs: number): RecordingProof {
  const recording = recorder?.recording
  if (!recording || recording.receptionId !== receptionId) return { kind: 'none' }
  const lengthMs = Math.max(0, nowMs - Date.parse(recording.startedAt))
  const { savedUntil, provenUntil } = recording
  const isFresh = (until: string | null, limitMs: number): until is string =>
    until !== null && nowMs - Date.parse(until) <= limitMs
  const missing = [...new Set(recorder.alarms.flatMap(({ code }) => missingBy[code] ?? []))]
  if (missing.length > 0 || !isFresh(savedUntil, savedFreshMs)) {
    return { kind: 'unproven', lengthMs, savedUntil, missing }
  }
  if (isFresh(provenUntil, provenFreshMs)) return { kind: 'proven', lengthMs, savedUntil, provenUntil }
  if (provenUntil === null && lengthMs <= firstProofMs) return { kind: 'growing', lengthMs, savedUntil }
  return { kind: 'unproven', lengthMs, savedUntil, missing }
}
