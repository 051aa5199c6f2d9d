import type { PeerFacts } from '../../../../shared/equipment/measurements.ts'
import { pause } from './read-track.ts'
import { makeTestSource } from './test-source.ts'
import { noPeer, watchPeer } from './watch-peer.ts'

const connectWithinMs = 5_000

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
    return await watchPeer({
      ...{ startedMs, signal },
      reports: async () => [await other.getStats(), await one.getStats()],
      isConnected: () => true,
    })
  } catch {
    return noPeer
  } finally {
    one.close()
    other.close()
    source.close()
  }
}
