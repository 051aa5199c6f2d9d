import type { PeerFacts } from '../../../../shared/equipment/measurements.ts'
import { middleOf, type StatSample, sampleOf, steadyShare } from '../../../../shared/equipment/peer-samples.ts'
import { recorderSettings } from '../../../../shared/recording/settings.ts'
import { pause } from './read-track.ts'

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
    if (other.connectionState !== 'connected') return unconnected
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
      seconds: (performance.now() - startedMs) / 1000,
    }
  } catch {
    return unconnected
  } finally {
    one.close()
    other.close()
    source.close()
  }
}

const unconnected: PeerFacts = {
  ...{ connected: false, connectMs: null, framesPerSecond: null, lossPercent: null, delayMs: null, seconds: 0 },
}

/** A moving picture of the recording's size and a quiet tone: no device is needed, none is disturbed. */
function makeTestSource() {
  const { widthPixels, heightPixels, framesPerSecond } = recorderSettings
  const canvas = document.createElement('canvas')
  canvas.width = widthPixels
  canvas.height = heightPixels
  const context = canvas.getContext('2d')
  let step = 0
  const timer = setInterval(() => {
    if (context === null) return
    step += 1
    context.fillStyle = `hsl(${step % 360} 60% 40%)`
    context.fillRect(0, 0, widthPixels, heightPixels)
    context.fillStyle = 'white'
    context.fillRect((step * 7) % widthPixels, (step * 5) % heightPixels, 160, 90)
  }, 1000 / framesPerSecond)
  const audio = new AudioContext()
  const destination = audio.createMediaStreamDestination()
  const oscillator = new OscillatorNode(audio, { frequency: 330 })
  oscillator.connect(new GainNode(audio, { gain: 0.05 })).connect(destination)
  oscillator.start()
  const picture = canvas.captureStream(framesPerSecond)
  const stream = new MediaStream([...picture.getVideoTracks(), ...destination.stream.getAudioTracks()])
  return {
    stream,
    close() {
      clearInterval(timer)
      for (const track of stream.getTracks()) track.stop()
      void audio.close()
    },
  }
}
