import type { CheckResult } from './codes.ts'
import type { PeerFacts } from './measurements.ts'
import { judged, judgeFigure, type Thresholds } from './thresholds.ts'

const codesOf = {
  self: { connection: 'webrtcConnection', rate: 'webrtcRate', loss: 'webrtcLoss', delay: 'webrtcDelay', jitter: null },
  server: {
    connection: 'serverConnection',
    rate: 'serverRate',
    loss: 'serverLoss',
    delay: 'serverDelay',
    jitter: 'serverJitter',
  },
} as const

/** Judges a WebRTC loop. What it proves depends on the way it took, which is told in the words, not here. */
export function judgePeer(
  thresholds: Thresholds,
  peer: PeerFacts | null,
  way: 'self' | 'server' = 'self',
): readonly CheckResult[] {
  const codes = codesOf[way]
  if (peer === null) return []
  if (!peer.connected) return [judged(codes.connection, 'warning', { cause: 'failed' })]
  const rounded = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10)
  return [
    judged(codes.connection, 'good', { detail: peer.connectMs === null ? '' : `${Math.round(peer.connectMs)} ms` }),
    judgeFigure(thresholds, codes.rate, rounded(peer.framesPerSecond)),
    judgeFigure(thresholds, codes.loss, rounded(peer.lossPercent)),
    judgeFigure(thresholds, codes.delay, rounded(peer.delayMs)),
    ...(codes.jitter === null ? [] : [judgeFigure(thresholds, codes.jitter, rounded(peer.jitterMs))]),
  ]
}
