import type { ToRecorder } from '../../../shared/recording/recorder-link.ts'
import type { PageLink } from './page-link.ts'

/** The specialist's wish to be silent in the recording; it outlives the page it was told to. */
export interface MicrophoneWish {
  set(muted: boolean): void
  /** A new page begins unmuted. */
  tell(link: PageLink): void
  /** Each recording begins with both voices. */
  reset(): void
}

/** `send`: to the present page. */
export function makeMicrophoneWish(send: (message: ToRecorder) => void): MicrophoneWish {
  let isMuted = false
  return {
    set(muted) {
      isMuted = muted
      send({ kind: 'muteMicrophone', muted })
    },
    tell(link) {
      if (isMuted) link.send({ kind: 'muteMicrophone', muted: true })
    },
    reset() {
      if (isMuted) send({ kind: 'muteMicrophone', muted: false })
      isMuted = false
    },
  }
}
