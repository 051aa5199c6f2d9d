import { recorderSettings } from '../../../shared/recording/settings.ts'

const { widthPixels: mostWidthPixels, heightPixels: mostHeightPixels } = recorderSettings

/** The canvas on which pictures are drawn that cannot go through as they came. */
export interface PictureBoard {
  readonly canvas: OffscreenCanvas
  /** Takes the size of the frame where it fills the largest size one way; another one's size stays unused. */
  fit(frame: VideoFrame): void
  /** Whether a frame of that size can stand for the board without being drawn. */
  isOfSize(frame: VideoFrame): boolean
  /** Draws the frame as large as it fits, black around it. */
  draw(frame: VideoFrame): void
  /** Draws «Нет изображения»; repeated calls cost nothing. */
  drawPlaceholder(): void
}

export function makePictureBoard(): PictureBoard {
  const canvas = new OffscreenCanvas(mostWidthPixels, mostHeightPixels)
  const context = contextOf(canvas)
  /** What is drawn: the shape of the last source, or the placeholder. A change repaints the border. */
  let drawn = ''

  function blank(colour: string): void {
    context.fillStyle = colour
    context.fillRect(0, 0, canvas.width, canvas.height)
  }
  blank('#000')

  return {
    canvas,
    fit(frame) {
      // Only what the largest size could show no larger: the window may be small now and large when it is recorded.
      const [width, height] = fillsLargest(frame)
        ? [frame.displayWidth, frame.displayHeight]
        : [mostWidthPixels, mostHeightPixels]
      if (canvas.width === width && canvas.height === height) return
      canvas.width = width
      canvas.height = height
      drawn = ''
    },
    isOfSize: frame => frame.displayWidth === canvas.width && frame.displayHeight === canvas.height,
    draw(frame) {
      const shape = `${frame.displayWidth}×${frame.displayHeight}`
      if (shape !== drawn) blank('#000')
      drawn = shape
      drawAsLargeAsFits(context, frame, frame.displayWidth, frame.displayHeight)
    },
    drawPlaceholder() {
      if (drawn === 'placeholder') return
      drawn = 'placeholder'
      blank('#2b2f36')
      context.fillStyle = '#dfe3e8'
      context.font = '600 56px sans-serif'
      context.textAlign = 'center'
      context.textBaseline = 'middle'
      context.fillText('Нет изображения', canvas.width / 2, canvas.height / 2)
    },
  }
}

/** The 2d context of a canvas without transparency. @throws where there is none. */
export function contextOf(
  canvas: OffscreenCanvas,
  options: { readonly willReadFrequently?: boolean } = {},
): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { alpha: false, ...options })
  if (context === null) throw new Error('No 2d context in the recorder')
  return context
}

/** Draws a picture into the middle, as large as it fits with its own shape. */
export function drawAsLargeAsFits(
  context: OffscreenCanvasRenderingContext2D,
  picture: CanvasImageSource,
  pictureWidth: number,
  pictureHeight: number,
): void {
  const { canvas } = context
  const scale = Math.min(canvas.width / pictureWidth, canvas.height / pictureHeight)
  const width = Math.round(pictureWidth * scale)
  const height = Math.round(pictureHeight * scale)
  context.drawImage(
    picture,
    Math.floor((canvas.width - width) / 2),
    Math.floor((canvas.height - height) / 2),
    width,
    height,
  )
}

/** Even sizes only: the encoder halves the colour planes. */
function fillsLargest({ displayWidth, displayHeight }: VideoFrame): boolean {
  const isEven = displayWidth % 2 === 0 && displayHeight % 2 === 0
  const isInside = displayWidth <= mostWidthPixels && displayHeight <= mostHeightPixels
  return isEven && isInside && (displayWidth === mostWidthPixels || displayHeight === mostHeightPixels)
}
