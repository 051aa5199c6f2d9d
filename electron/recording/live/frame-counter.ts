import type { RecorderStatus } from '../../../shared/recording/recorder-link.ts'

export interface FrameCounts {
  readonly fresh: number
  readonly repeated: number
  readonly placeholder: number
  readonly dropped: number
}

/** The counters of a report. */
export const frameCounts = (status: RecorderStatus): FrameCounts => ({
  fresh: status.freshFrames,
  repeated: status.repeatedFrames,
  placeholder: status.placeholderFrames,
  dropped: status.droppedFrames,
})

/** A page begins to count at zero. */
export const noFrames: FrameCounts = { fresh: 0, repeated: 0, placeholder: 0, dropped: 0 }

/** What was counted since `before` by the same page. */
export const framesSince = (before: FrameCounts, now: FrameCounts): FrameCounts => ({
  fresh: Math.max(0, now.fresh - before.fresh),
  repeated: Math.max(0, now.repeated - before.repeated),
  placeholder: Math.max(0, now.placeholder - before.placeholder),
  dropped: Math.max(0, now.dropped - before.dropped),
})
