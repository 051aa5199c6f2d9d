import type { ToRecorder } from '../../../shared/recording/recorder-link.ts'
import type { PageLink } from './page-link.ts'

/** The reception the recorder is needed for; told to each page, so that it lets go of what was chosen for another. */
export interface OpenReception {
  /** Null = none is open. */
  set(receptionId: string | null): void
  /** A new page does not know it yet. Nothing is said before it is known here: right after the start it is not. */
  tell(link: PageLink): void
  /** Null also where it is not known. */
  current(): string | null
}

/** `send`: to the present page. */
export function makeOpenReception(send: (message: ToRecorder) => void): OpenReception {
  let open: string | null | undefined
  return {
    set(receptionId) {
      if (receptionId === open) return
      open = receptionId
      send({ kind: 'reception', receptionId })
    },
    tell(link) {
      if (open !== undefined) link.send({ kind: 'reception', receptionId: open })
    },
    current: () => open ?? null,
  }
}
