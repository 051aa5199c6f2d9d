import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * A picture of the display as a person sees it where the desk's window stands, questions of the system and the room
 * included: VIDEOPRIEM_PICTURES names a folder; without it, nothing.
 */
export async function keepDisplay(display: string, name: string): Promise<void> {
  const folder = process.env.VIDEOPRIEM_PICTURES
  if (!folder) return
  await mkdir(folder, { recursive: true })
  const env = { ...process.env, DISPLAY: display, LC_ALL: 'C.UTF-8' }
  const found = await run('xdotool', ['search', '--onlyvisible', '--name', '^Видеоприём$'], { env })
  const [id = ''] = found.stdout.trim().split('\n')
  const { stdout } = await run('xdotool', ['getwindowgeometry', '--shell', id], { env })
  const [x, y, width, height] = ['X', 'Y', 'WIDTH', 'HEIGHT'].map(
    key => new RegExp(`^${key}=(\\d+)`, 'm').exec(stdout)?.[1],
  )
  await run('ffmpeg', [
    ...['-y', '-f', 'x11grab', '-draw_mouse', '0', '-video_size', `${width}x${height}`, '-i', `${display}+${x},${y}`],
    ...['-frames:v', '1', '-vf', 'split[a][b];[a]palettegen=96[p];[b][p]paletteuse=dither=none'],
    join(folder, `${name}.png`),
  ])
}
