/**
 * Pictures of what is being captured, for the session screen of the same origin. They are made by the recorder's
 * worker only while somebody asks: a page repeats its `want` more often than `keepAliveMs`.
 */
export const previewChannelName = 'videopriem-preview'

export const previewSizes = {
  small: { widthPixels: 640, heightPixels: 360 },
  full: { widthPixels: 1280, heightPixels: 720 },
} as const
export type PreviewSize = keyof typeof previewSizes

export const previewSettings = { pictureEveryMs: 333, keepAliveMs: 5_000, jpegQuality: 0.7 } as const

/** Sent by whoever shows the preview. */
export interface PreviewWant {
  readonly kind: 'want'
  readonly size: PreviewSize
}

/** Sent by the recorder. `Jpeg` is a `Blob` of type image/jpeg (shared/ knows no DOM). */
export interface PreviewPicture<Jpeg> {
  readonly kind: 'picture'
  readonly size: PreviewSize
  readonly atMs: number
  /** False while «Нет изображения» is drawn in place of a source. */
  readonly hasSource: boolean
  readonly jpeg: Jpeg
}

/** Tells a `want` from whatever else came over the channel. */
export function isPreviewWant(message: unknown): message is PreviewWant {
  if (typeof message !== 'object' || message === null || !('kind' in message) || !('size' in message)) return false
  return message.kind === 'want' && typeof message.size === 'string' && Object.hasOwn(previewSizes, message.size)
}
