import type { CheckResult } from './codes.ts'
import type { PeerFacts } from './measurements.ts'
import { judged, judgeFigure, type Thresholds } from './thresholds.ts'

/** Judges a WebRTC loop. What it proves depends on the way it took, which is told in the words, not here. */
export function judgePeer(thresholds: Thresholds, peer: PeerFacts | null): readonly CheckResult[] {
  if (peer === null) return []
  if (!peer.connected) return [judged('webrtcConnection', 'warning', { cause: 'failed' })]
  const rounded = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10)
  return [
    judged('webrtcConnection', 'good', { detail: peer.connectMs === null ? '' : `${Math.round(peer.connectMs)} ms` }),
    judgeFigure(thresholds, 'webrtcRate', rounded(peer.framesPerSecond)),
    judgeFigure(thresholds, 'webrtcLoss', rounded(peer.lossPercent)),
    judgeFigure(thresholds, 'webrtcDelay', rounded(peer.delayMs)),
  ]
}
