import type { Marker } from './slip.ts'

/**
 * How long of the talk its meeting stood without us, by the markers of one time line in order, milliseconds: from each
 * `roomLost` to its `roomEntered`, the end of the talk, or the end of the recording. At least 1 where it was lost at all.
 */
export function roomLostMs(markers: readonly Marker[], recordingEndMs: number): number {
  const talkEndMs = markers.findLast(({ code }) => code === 'ended')?.atMs ?? recordingEndMs
  let lostAtMs: number | null = null
  let lostMs = 0
  const close = (atMs: number): void => {
    if (lostAtMs !== null) lostMs += Math.max(1, Math.min(atMs, talkEndMs) - lostAtMs)
    lostAtMs = null
  }
  for (const { code, atMs } of markers) {
    if (code === 'roomLost' && atMs < talkEndMs) lostAtMs ??= atMs
    if (code === 'roomEntered') close(atMs)
  }
  close(talkEndMs)
  return lostMs
}
