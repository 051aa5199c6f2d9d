import type { PeerFacts } from '../../../../shared/equipment/measurements.ts'
import { middleOf, type StatSample, sampleOf, steadyShare } from '../../../../shared/equipment/peer-samples.ts'
import { pause } from './read-track.ts'

const samplesWanted = 5

export interface WatchedPeer {
  readonly startedMs: number
  /** Statistics of both ends of the way there and back. */
  readonly reports: () => Promise<readonly RTCStatsReport[]>
  /** Whether these samples are of a way that carries anything. */
  readonly isConnected: (samples: readonly StatSample[]) => boolean
  readonly signal: AbortSignal
}

/** Looks at a connected way once a second and puts the samples together; a cut check keeps what it has. */
export async function watchPeer({ startedMs, reports, isConnected, signal }: WatchedPeer): Promise<PeerFacts> {
  const connectMs = performance.now() - startedMs
  const samples: StatSample[] = []
  for (let index = 0; index <= samplesWanted && !signal.aborted; index += 1) {
    await pause(1000, signal)
    samples.push(sampleOf((await reports()).flatMap(report => [...report.values()])))
  }
  return {
    connected: isConnected(samples),
    connectMs,
    framesPerSecond: middleOf(samples.map(({ framesPerSecond }) => framesPerSecond)),
    lossPercent: steadyShare(samples),
    delayMs: middleOf(samples.map(({ roundTripMs }) => roundTripMs)),
    jitterMs: middleOf(samples.map(({ jitterMs }) => jitterMs)),
    seconds: (performance.now() - startedMs) / 1000,
  }
}

/** Nothing came through. */
export const noPeer: PeerFacts = {
  ...{ connected: false, connectMs: null, framesPerSecond: null, lossPercent: null, delayMs: null },
  ...{ jitterMs: null, seconds: 0 },
}
