import {
  isPreviewWant,
  type PreviewPicture,
  type PreviewSize,
  previewChannelName,
  previewSettings,
  previewSizes,
} from '../../../shared/recording/preview.ts'
import { contextOf, drawAsLargeAsFits } from './picture-board.ts'

/** Small pictures of what is captured for the session screen, made only while somebody asks. */
export interface Preview {
  /** @param hasSource whether the board shows a source and not «Нет изображения» */
  tick(nowMs: number, hasSource: boolean): void
}

/** `board` answers the canvas with what was seen last; asked for only when a picture is made. */
export function makePreview(board: () => OffscreenCanvas): Preview {
  const channel = new BroadcastChannel(previewChannelName)
  const outlets = {
    small: makeOutlet('small', board, channel),
    full: makeOutlet('full', board, channel),
  }
  channel.onmessage = ({ data }: MessageEvent<unknown>): void => {
    if (isPreviewWant(data)) outlets[data.size].want(performance.now())
  }
  return {
    tick(nowMs, hasSource) {
      outlets.small.tick(nowMs, hasSource)
      outlets.full.tick(nowMs, hasSource)
    },
  }
}

interface Outlet extends Preview {
  want(nowMs: number): void
}

function makeOutlet(size: PreviewSize, board: () => OffscreenCanvas, channel: BroadcastChannel): Outlet {
  const { widthPixels, heightPixels } = previewSizes[size]
  const { pictureEveryMs, keepAliveMs, jpegQuality } = previewSettings
  let canvas: OffscreenCanvas | null = null
  let wantedUntilMs = Number.NEGATIVE_INFINITY
  let nextAtMs = 0
  let isBusy = false

  async function send(hasSource: boolean): Promise<void> {
    canvas ??= new OffscreenCanvas(widthPixels, heightPixels)
    const shown = board()
    const context = contextOf(canvas)
    context.fillRect(0, 0, widthPixels, heightPixels)
    drawAsLargeAsFits(context, shown, shown.width, shown.height)
    const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: jpegQuality })
    channel.postMessage({ kind: 'picture', size, atMs: Date.now(), hasSource, jpeg } satisfies PreviewPicture<Blob>)
  }

  return {
    want(nowMs) {
      wantedUntilMs = nowMs + keepAliveMs
    },
    tick(nowMs, hasSource) {
      if (nowMs > wantedUntilMs || nowMs < nextAtMs || isBusy) return
      nextAtMs = nowMs + pictureEveryMs
      isBusy = true
      void send(hasSource)
        .catch(() => undefined)
        .finally(() => {
          isBusy = false
        })
    },
  }
}
