import type { MicrophoneWish } from '../capture/microphone-source.ts'

const key = 'recorder.microphone'

/** The choice made on this workplace last time, so that a reopened page takes the same microphone. */
export function readWish(storage: Pick<Storage, 'getItem'>): MicrophoneWish {
  try {
    const stored: unknown = JSON.parse(storage.getItem(key) ?? 'null')
    if (typeof stored === 'object' && stored !== null && 'deviceId' in stored && 'hasHeadphones' in stored) {
      return { deviceId: String(stored.deviceId), hasHeadphones: stored.hasHeadphones === true }
    }
  } catch {
    // Unreadable is as good as none.
  }
  return { deviceId: '', hasHeadphones: false }
}

export function writeWish(storage: Pick<Storage, 'setItem'>, wish: MicrophoneWish): void {
  storage.setItem(key, JSON.stringify(wish))
}
