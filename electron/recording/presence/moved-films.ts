import { join } from 'node:path'
import type pino from 'pino'
import type { Announcement } from '../../../shared/contract/workplace.ts'
import { fileInside } from '../file-inside.ts'
import { isFolderHeld } from '../live/folder-lock.ts'
import { hashFilm } from '../proof/hash-film.ts'
import type { SealedFilm } from '../proof/verify-sealed.ts'
import type { StoredRecording } from '../recording-row.ts'
import { findFiles } from './find-files.ts'
import { filmOf } from './presence.ts'
import type { PresenceStore } from './presence-store.ts'
import type { RecordingPlace } from './recording-store-stamp.ts'
import type { StoreLimits } from './store-limits.ts'

export interface MovedFilmsDeps {
  readonly store: Pick<PresenceStore, 'notInPlace' | 'foundIn'>
  readonly byId: (recordingId: string) => StoredRecording | null
  readonly recordingPlace: RecordingPlace
  readonly limits: Pick<StoreLimits, 'searchDepth' | 'searchEntries'>
  readonly announce: (announcement: Announcement) => void
  readonly log: pino.Logger
}

/**
 * Looks for the films that are not in their place everywhere inside the store, by the name the seal gave them, and
 * writes the new place of each that has the sealed length and hash. No file is touched. Rejects with the signal's
 * reason once it is aborted.
 */
export function makeMovedFilms(deps: MovedFilmsDeps): (signal: AbortSignal) => Promise<void> {
  const { store, recordingPlace, log } = deps
  const { rootDirectory } = recordingPlace

  async function isTheFilm(directory: string, film: SealedFilm, signal: AbortSignal): Promise<boolean> {
    const lying = fileInside(directory, film.file)
    if (lying.kind !== 'here' || lying.byteLength !== film.byteLength) return false
    // In somebody's hands: being sealed, or being moved by its own workplace.
    if (await isFolderHeld(directory)) return false
    const { sha256, byteLength } = await hashFilm(join(directory, film.file), { signal, lowPriority: true })
    return sha256 === film.sha256 && byteLength === film.byteLength
  }

  return async signal => {
    const missing = store.notInPlace().flatMap(recordingId => {
      const found = deps.byId(recordingId)
      const film = found && filmOf(found)
      return found && film ? [{ recordingId, directory: found.directory, film }] : []
    })
    if (missing.length === 0) return
    const names = new Set(missing.map(({ film }) => film.file))
    const { searchDepth: depth, searchEntries: entries } = deps.limits
    const found = await findFiles({ rootDirectory, names, depth, entries, signal })
    for (const { recordingId, directory: former, film } of missing) {
      for (const directory of found.get(film.file) ?? []) {
        if (directory === former) continue
        try {
          if (!(await isTheFilm(directory, film, signal))) continue
        } catch (error) {
          signal.throwIfAborted()
          log.warn({ recordingId, error: error instanceof Error ? error.name : 'unknown' }, 'film not read')
          continue
        }
        store.foundIn(recordingId, directory)
        log.warn({ recordingId }, 'film found in another place of the store')
        deps.announce({ kind: 'recordingChanged', recordingId })
        deps.announce({ kind: 'journalChanged' })
        break
      }
    }
  }
}
