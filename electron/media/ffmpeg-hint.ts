import type { FfmpegLocation } from './locate-ffmpeg.ts'

/** Why the workstation cannot start without ffmpeg, and what to do. */
export function ffmpegHint({ reason, tried }: Extract<FfmpegLocation, { kind: 'refused' }>): string {
  if (reason === 'settingUnusable') {
    return `Указанный в настройках ffmpeg не запускается: ${tried.join(', ')}. Исправьте путь или уберите его, чтобы программа нашла ffmpeg сама.`
  }
  return 'Не найдена программа ffmpeg: без неё видеозапись нельзя проверить и сохранить. Установите её (Debian, Astra: apt-get install ffmpeg) и запустите снова.'
}
