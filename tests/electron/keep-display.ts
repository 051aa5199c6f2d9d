import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Where the desk stands that nobody moved, with its frame: in the middle of the display. */
const cut = 'crop=1606:986:157:60'

/**
 * A picture of the display as a person sees it, questions of the system and the room included: VIDEOPRIEM_PICTURES names a
 * folder; without it, nothing.
 */
export async function keepDisplay(display: string, name: string, part: 'desk' | 'display' = 'desk'): Promise<void> {
  const folder = process.env.VIDEOPRIEM_PICTURES
  if (!folder) return
  await mkdir(folder, { recursive: true })
  const picture = join(folder, `${name}.png`)
  const reduced = 'split[a][b];[a]palettegen=96[p];[b][p]paletteuse=dither=none'
  const grab = ['-f', 'x11grab', '-draw_mouse', '0', '-video_size', '1920x1080', '-i', display, '-frames:v', '1']
  await run('ffmpeg', [
    '-nostdin',
    '-y',
    ...grab,
    '-vf',
    `trim=end_frame=1,${part === 'desk' ? `${cut},` : ''}${reduced}`,
    picture,
  ])
}
