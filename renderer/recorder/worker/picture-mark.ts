import { contextOf } from './picture-board.ts'

/** Small enough to cost nothing a few times a second, large enough that a moving mouth moves some of it. */
const markSize = { widthPixels: 160, heightPixels: 90 } as const

/**
 * Tells whether a picture differs from the one asked about before. A capturer that begins anew gives the picture it has,
 * also of a page that stands still: that it came is no news.
 */
export function makePictureMark(): { isNew(picture: VideoFrame): boolean; forget(): void } {
  const { widthPixels, heightPixels } = markSize
  const context = contextOf(new OffscreenCanvas(widthPixels, heightPixels), { willReadFrequently: true })
  let before: Uint32Array | null = null
  return {
    isNew(picture) {
      context.drawImage(picture, 0, 0, widthPixels, heightPixels)
      const now = new Uint32Array(context.getImageData(0, 0, widthPixels, heightPixels).data.buffer)
      const known = before
      before = now
      return known === null || now.some((value, index) => value !== known[index])
    },
    forget() {
      before = null
    },
  }
}
