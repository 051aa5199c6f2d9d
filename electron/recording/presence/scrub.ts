import { join } from 'node:path'
import type pino from 'pino'
import type { Clock } from '../../clock.ts'
import { hashFilm } from '../proof/hash-film.ts'
import type { StoredRecording } from '../recording-row.ts'
import type { RecordingPresence } from './presence.ts'
import type { PresenceStore } from './presence-store.ts'
import type { StoreLimits } from './store-limits.ts'

export interface ScrubDeps {
  readonly store: Pick<PresenceStore, 'longestUnproven'>
  readonly presence: Pick<RecordingPresence, 'open' | 'proven' | 'lookAtAll'>
  /** Looks through the store for films that are not in their place. */
  readonly findMoved: (signal: AbortSignal) => Promise<void>
  readonly byId: (recordingId: string) => StoredRecording | null
  readonly isReceptionOpen: () => boolean
  readonly limits: Pick<StoreLimits, 'provenEveryMs' | 'lookEveryMs'>
  readonly clock: Clock
  readonly log: pino.Logger
}

/**
 * Goes through the store while nobody is received: at the start and every hour where each film is, and what was moved;
 * otherwise it reads the films again, one at a time and the longest unread first.
 */
export interface Scrub {
  /** Once a second: goes on with what is due; stops at once when a reception begins, and begins anew after it. */
  tick(): void
  /** Reads one film again out of its turn and notes what it found. */
  prove(recordingId: string): Promise<void>
  /** Resolves when nothing is being done. */
  settled(): Promise<void>
  close(): Promise<void>
}

export function makeScrub({ store, presence, findMoved, byId, isReceptionOpen, limits, clock, log }: ScrubDeps): Scrub {
  let working: { readonly abort: AbortController; readonly ended: Promise<void> } | null = null
  /** Films that could not be read since the last look: a broken disk must not be asked every second. */
  const unreadable = new Set<string>()
  let lookedAtMs: number | null = null
  let closed = false

  async function prove(recordingId: string, signal: AbortSignal): Promise<void> {
    try {
      const found = byId(recordingId)
      const lying = found && presence.open(found)
      if (!found || !lying || lying.path === null) {
        unreadable.add(recordingId)
        return
      }
      const { sha256, byteLength } = await hashFilm(join(found.directory, lying.film.file), {
        signal,
        lowPriority: true,
      })
      signal.throwIfAborted()
      presence.proven(recordingId, sha256 === lying.film.sha256 && byteLength === lying.film.byteLength)
    } catch (error) {
      signal.throwIfAborted()
      unreadable.add(recordingId)
      log.warn({ recordingId, error: error instanceof Error ? error.name : 'unknown' }, 'film not read again')
    }
  }

  async function look(signal: AbortSignal): Promise<void> {
    await presence.lookAtAll(signal)
    await findMoved(signal)
    lookedAtMs = clock.monotonicMs()
    unreadable.clear()
  }

  function nextWork(): ((signal: AbortSignal) => Promise<void>) | null {
    if (lookedAtMs === null || clock.monotonicMs() - lookedAtMs >= limits.lookEveryMs) return look
    const before = new Date(clock.nowMs() - limits.provenEveryMs).toISOString()
    const recordingId = store.longestUnproven(before, [...unreadable])
    return recordingId === null ? null : signal => prove(recordingId, signal)
  }

  return {
    tick() {
      if (isReceptionOpen()) {
        working?.abort.abort()
        return
      }
      if (working || closed) return
      const work = nextWork()
      if (!work) return
      const abort = new AbortController()
      const ended = work(abort.signal)
        .catch((error: unknown) => {
          if (abort.signal.aborted) return
          // Not every second: a store that cannot be read is looked at again in an hour.
          lookedAtMs = clock.monotonicMs()
          log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'store of recordings not looked through')
        })
        .finally(() => {
          working = null
        })
      working = { abort, ended }
    },
    prove: recordingId => prove(recordingId, new AbortController().signal),
    settled: () => working?.ended ?? Promise.resolve(),
    async close() {
      closed = true
      working?.abort.abort()
      await working?.ended
    },
  }
}
