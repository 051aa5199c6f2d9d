import { recorderSettings } from '../../../../shared/recording/settings.ts'
import { callFramesPerSecond } from './call-rate.ts'

/** A moving picture of the recording's size and a quiet tone: no device is needed, none is disturbed. */
export function makeTestSource() {
  const { widthPixels, heightPixels } = recorderSettings
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
  }, 1000 / callFramesPerSecond)
  const audio = new AudioContext()
  const destination = audio.createMediaStreamDestination()
  const oscillator = new OscillatorNode(audio, { frequency: 330 })
  oscillator.connect(new GainNode(audio, { gain: 0.05 })).connect(destination)
  oscillator.start()
  const picture = canvas.captureStream(callFramesPerSecond)
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
