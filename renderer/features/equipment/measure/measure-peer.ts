import type { PeerFacts } from '../../../../shared/equipment/measurements.ts'
import { middleOf, type StatSample, sampleOf, steadyShare } from '../../../../shared/equipment/peer-samples.ts'
import { pause } from './read-track.ts'
import { makeTestSource } from './test-source.ts'

const connectWithinMs = 5_000
const samplesWanted = 5

/**
 * Two connections of this page with each other, a moving picture and a tone between them: encoder, decoder and
 * processor, nothing of the network. Never rejects.
 */
export async function measurePeer(signal: AbortSignal): Promise<PeerFacts> {
  const one = new RTCPeerConnection()
  const other = new RTCPeerConnection()
  const source = makeTestSource()
  const startedMs = performance.now()
  try {
    one.onicecandidate = ({ candidate }) => void other.addIceCandidate(candidate ?? undefined).catch(() => undefined)
    other.onicecandidate = ({ candidate }) => void one.addIceCandidate(candidate ?? undefined).catch(() => undefined)
    for (const track of source.stream.getTracks()) one.addTrack(track, source.stream)
    await one.setLocalDescription()
    if (one.localDescription) await other.setRemoteDescription(one.localDescription)
    await other.setLocalDescription()
    if (other.localDescription) await one.setRemoteDescription(other.localDescription)
    while (
      other.connectionState !== 'connected' &&
      performance.now() - startedMs < connectWithinMs &&
      !signal.aborted
    ) {
      await pause(50, signal)
    }
    if (other.connectionState !== 'connected') return noPeer
    const connectMs = performance.now() - startedMs
    const samples: StatSample[] = []
    for (let index = 0; index <= samplesWanted && !signal.aborted; index += 1) {
      await pause(1000, signal)
      samples.push(sampleOf([...(await other.getStats()).values(), ...(await one.getStats()).values()]))
    }
    return {
      connected: true,
      connectMs,
      framesPerSecond: middleOf(samples.map(({ framesPerSecond }) => framesPerSecond)),
      lossPercent: steadyShare(samples),
      delayMs: middleOf(samples.map(({ roundTripMs }) => roundTripMs)),
      jitterMs: middleOf(samples.map(({ jitterMs }) => jitterMs)),
      seconds: (performance.now() - startedMs) / 1000,
    }
  } catch {
    return noPeer
  } finally {
    one.close()
    other.close()
    source.close()
  }
}

/** Nothing came through. */
export const noPeer: PeerFacts = {
  ...{ connected: false, connectMs: null, framesPerSecond: null, lossPercent: null, delayMs: null },
  ...{ jitterMs: null, seconds: 0 },
}
