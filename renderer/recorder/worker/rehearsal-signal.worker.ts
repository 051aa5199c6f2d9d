import { rehearsalSignal } from '../../../shared/equipment/rehearsal-facts.ts'
import { recorderSettings } from '../../../shared/recording/settings.ts'
import type { SignalCommand } from '../capture/signal-messages.ts'

/**
 * Paints the moving picture of a rehearsal. In a worker, as the frame pump is: a minimised page paints nothing, and a
 * room's own tab does not stop because ours is minimised.
 */
const { everyMs, flashMs } = rehearsalSignal
const { widthPixels, heightPixels, framesPerSecond } = recorderSettings
const canvas = new OffscreenCanvas(widthPixels, heightPixels)
const paint = canvas.getContext('2d', { alpha: false })
let step = 0

function draw(firstFlashAtMs: number): void {
  if (paint === null) return
  step += 1
  const sinceMs = performance.timeOrigin + performance.now() - firstFlashAtMs
  const isFlash = sinceMs >= 0 && sinceMs % everyMs < flashMs
  paint.fillStyle = isFlash ? 'white' : 'rgb(70 90 110)'
  paint.fillRect(0, 0, widthPixels, heightPixels)
  paint.fillStyle = 'rgb(120 140 90)'
  paint.fillRect((step * 9) % widthPixels, (step * 5) % heightPixels, 120, 80)
}

self.onmessage = ({ data }: MessageEvent<SignalCommand<WritableStream<VideoFrame>>>): void => {
  const writer = data.writable.getWriter()
  let isWriting = false
  const timer = setInterval(async () => {
    if (isWriting) return
    isWriting = true
    draw(data.firstFlashAtMs)
    const frame = new VideoFrame(canvas, { timestamp: Math.round(performance.now() * 1000), alpha: 'discard' })
    try {
      await writer.write(frame)
    } catch {
      // The track was stopped: the rehearsal is over.
      clearInterval(timer)
    } finally {
      frame.close()
      isWriting = false
    }
  }, 1000 / framesPerSecond)
}
