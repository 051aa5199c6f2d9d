import type { DeviceName, DeviceProblem } from '../../../../shared/equipment/measurements.ts'

/** What the browser threw, as a stable code. */
export function problemOf(error: unknown): DeviceProblem {
  switch (error instanceof Error ? error.name : '') {
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'absent'
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied'
    // Chromium: the device is there and somebody else has it.
    case 'NotReadableError':
    case 'AbortError':
      return 'busy'
    default:
      return 'failed'
  }
}

/** Why a track that was opened gives nothing. */
export const problemOfTrack = (track: MediaStreamTrack): DeviceProblem =>
  track.readyState === 'ended' ? 'ended' : track.muted ? 'muted' : 'failed'

export const nameOf = (track: MediaStreamTrack): DeviceName => ({
  label: track.label.slice(0, 200),
  groupId: (track.getSettings().groupId ?? '').slice(0, 200),
})
