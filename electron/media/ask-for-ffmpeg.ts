import { ffmpegHint } from './ffmpeg-hint.ts'
import { locateFfmpeg } from './locate-ffmpeg.ts'

/** Path of an ffmpeg that works; rejects with what a person can do where there is none. */
export function askForFfmpeg(setting: string | null): Promise<string> {
  const found = locateFfmpeg({ setting, platform: process.platform, environment: process.env }).then(ffmpeg => {
    if (ffmpeg.kind === 'refused') throw new Error(ffmpegHint(ffmpeg))
    return ffmpeg.path
  })
  // Told where it is waited for; the start may fail for another reason before that.
  found.catch(() => undefined)
  return found
}
