import { type RefObject, useEffect, useRef, useState } from 'react'
import {
  type PreviewPicture,
  type PreviewSize,
  type PreviewWant,
  previewChannelName,
  previewSettings,
} from '../../../shared/recording/preview.ts'

export type PreviewState = 'none' | 'picture' | 'noSource'

/**
 * Draws the recorder's pictures onto the canvas while mounted and visible. Pictures never become addresses or files:
 * they may show a document. `frozen` keeps the one that is
 * shown: on this canvas alone, the recording goes on.
 */
export function usePreview(
  canvas: RefObject<HTMLCanvasElement | null>,
  size: PreviewSize,
  frozen: boolean,
): PreviewState {
  const [state, setState] = useState<PreviewState>('none')
  const held = useRef(frozen)
  useEffect(() => {
    held.current = frozen
  }, [frozen])
  useEffect(() => {
    const channel = new BroadcastChannel(previewChannelName)
    let lastMs = Number.NEGATIVE_INFINITY
    let stopped = false
    const want = (): void => {
      // An invisible page asks for nothing: pictures cost the recorder work.
      if (document.visibilityState === 'visible') channel.postMessage({ kind: 'want', size } satisfies PreviewWant)
      if (performance.now() - lastMs > previewSettings.keepAliveMs) setState('none')
    }
    const draw = async (picture: PreviewPicture<Blob>): Promise<void> => {
      const bitmap = await createImageBitmap(picture.jpeg)
      const target = canvas.current
      if (!stopped && target) {
        if (!held.current) show(bitmap, target)
        setState(picture.hasSource ? 'picture' : 'noSource')
      }
      bitmap.close()
    }
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (!isPicture(data) || data.size !== size) return
      lastMs = performance.now()
      draw(data).catch(() => undefined) // One unreadable picture: the next comes in a third of a second.
    }
    want()
    const timer = setInterval(want, previewSettings.keepAliveMs / 3)
    return () => {
      stopped = true
      clearInterval(timer)
      channel.close()
    }
  }, [canvas, size])
  return state
}

function show(bitmap: ImageBitmap, target: HTMLCanvasElement): void {
  if (target.width !== bitmap.width || target.height !== bitmap.height) {
    target.width = bitmap.width
    target.height = bitmap.height
  }
  target.getContext('2d')?.drawImage(bitmap, 0, 0)
}

function isPicture(message: unknown): message is PreviewPicture<Blob> {
  return (
    typeof message === 'object' &&
    message !== null &&
    'kind' in message &&
    message.kind === 'picture' &&
    'jpeg' in message &&
    message.jpeg instanceof Blob
  )
}
