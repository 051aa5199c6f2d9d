import type pino from 'pino'
import type { Announcement } from '../../../shared/contract/workplace.ts'
import { sealedFileName } from '../../../shared/recording/part-log.ts'
import type { Presence } from '../../../shared/recording/presence.ts'
import { yieldThread } from '../../yield-thread.ts'
import { fileInside } from '../file-inside.ts'
import type { SealedFilm } from '../proof/verify-sealed.ts'
import type { StoredRecording } from '../recording-row.ts'
import type { PresenceStore } from './presence-store.ts'
import type { RecordingPlace } from './recording-store-stamp.ts'

/** The film in its place, or why it cannot be opened. */
export type Film =
  | { readonly kind: 'here' | 'altered'; readonly path: string; readonly film: SealedFilm }
  | { readonly kind: 'missing' | 'elsewhere' | 'foreign'; readonly path: null }

export interface PresenceDeps {
  readonly store: Pick<PresenceStore, 'note' | 'sealed'>
  readonly byId: (recordingId: string) => StoredRecording | null
  readonly recordingPlace: RecordingPlace
  readonly announce: (announcement: Announcement) => void
  readonly log: pino.Logger
}

/** Looks where films are and writes it down: at every open, after every check, and through all of them. */
export interface RecordingPresence {
  /** The film of a sealed recording; what was seen is written down. null where no seal told its hash. */
  open(found: StoredRecording): Film | null
  /** After all of the file was read. */
  proven(recordingId: string, intact: boolean): void
  /** Looks at every film's place and length once. Rejects with the signal's reason once it is aborted. */
  lookAtAll(signal: AbortSignal): Promise<void>
}

/** The film of a sealed recording as the database knows it; null where no seal told its hash. */
export function filmOf({ sealed, manifest, session }: StoredRecording): SealedFilm | null {
  return sealed && { file: manifest?.file ?? sealedFileName(session.recordingId), ...sealed }
}

export function makeRecordingPresence(deps: PresenceDeps): RecordingPresence {
  const { store, announce } = deps

  function note(recordingId: string, presence: Presence, all?: 'allOfItWasRead'): void {
    if (!store.note(recordingId, presence, all)) return
    announce({ kind: 'recordingChanged', recordingId })
    announce({ kind: 'journalChanged' })
  }

  function open(found: StoredRecording): Film | null {
    const { directory, session } = found
    const film = filmOf(found)
    if (!film) return null
    // Of a recording without any readable part nothing was written.
    const lying = fileInside(directory, film.file)
    if (lying.kind === 'missing') {
      // Put into another store than the one in use: it may well lie there.
      const isOfThisStore = found.storeId === null || found.storeId === deps.recordingPlace.storeId
      const kind = isOfThisStore ? 'missing' : 'elsewhere'
      if (film.byteLength > 0) note(session.recordingId, kind)
      return { kind, path: null }
    }
    if (lying.kind === 'foreign') {
      note(session.recordingId, 'altered')
      return { kind: 'foreign', path: null }
    }
    // What was once read and found changed is well again only when all of it has been read.
    const kind = lying.byteLength === film.byteLength && found.presence !== 'altered' ? 'here' : 'altered'
    note(session.recordingId, kind)
    return { kind, path: lying.path, film }
  }

  return {
    open,
    proven: (recordingId, intact) => note(recordingId, intact ? 'here' : 'altered', 'allOfItWasRead'),
    async lookAtAll(signal) {
      for (const recordingId of store.sealed()) {
        signal.throwIfAborted()
        const found = deps.byId(recordingId)
        try {
          if (found) open(found)
        } catch (error) {
          // A disk that cannot be read tells nothing of the film: what was known stays.
          deps.log.warn({ recordingId, error: error instanceof Error ? error.name : 'unknown' }, 'film not looked at')
        }
        await yieldThread()
      }
    },
  }
}
