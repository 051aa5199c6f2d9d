import type { SourceCondition } from '../../../shared/recording/recorder-link.ts'

/** The condition of a source as the messages name it. */
export function conditionOf(track: Pick<MediaStreamTrack, 'readyState' | 'muted'> | null): SourceCondition {
  if (track === null) return 'absent'
  if (track.readyState === 'ended') return 'ended'
  return track.muted ? 'muted' : 'live'
}
