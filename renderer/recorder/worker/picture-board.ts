import { recorderSettings } from '../../../shared/recording/settings.ts'

const { widthPixels, heightPixels } = recorderSettings

/** The one canvas all pictures of the recording are drawn on. */
export interface PictureBoard {
  readonly canvas: OffscreenCanvas
  /** Draws the frame as large as it fits, black around it. */
  draw(frame: VideoFrame): void
  /** Draws «Нет изображения»; repeated calls cost nothing. */
  drawPlaceholder(): void
}

export function makePictureBoard(): PictureBoard {
  const canvas = new OffscreenCanvas(widthPixels, heightPixels)
  const context = canvas.getContext('2d', { alpha: false })
  if (context === null) throw new Error('No 2d context for the frame pump')
  /** What is drawn: the shape of the last source, or the placeholder. A change repaints the border. */
  let drawn = ''

  function blank(colour: string): void {
    if (context === null) return
    context.fillStyle = colour
    context.fillRect(0, 0, widthPixels, heightPixels)
  }
  blank('#000')

  return {
    canvas,
    draw(frame) {
      const shape = `${frame.displayWidth}×${frame.displayHeight}`
      if (shape !== drawn) blank('#000')
      drawn = shape
      const scale = Math.min(widthPixels / frame.displayWidth, heightPixels / frame.displayHeight)
      const width = Math.round(frame.displayWidth * scale)
      const height = Math.round(frame.displayHeight * scale)
      context.drawImage(
        frame,
        Math.floor((widthPixels - width) / 2),
        Math.floor((heightPixels - height) / 2),
        width,
        height,
      )
    },
    drawPlaceholder() {
      if (drawn === 'placeholder') return
      drawn = 'placeholder'
      blank('#2b2f36')
      context.fillStyle = '#dfe3e8'
      context.font = '600 56px sans-serif'
      context.textAlign = 'center'
      context.textBaseline = 'middle'
      context.fillText('Нет изображения', widthPixels / 2, heightPixels / 2)
    },
  }
}
