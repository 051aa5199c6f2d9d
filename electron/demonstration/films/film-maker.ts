import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type pino from 'pino'
import type { Session } from '../../../shared/contract/accounts.ts'
import type { ReceptionEvent } from '../../../shared/reception/event.ts'
import { initialState } from '../../../shared/reception/initial-state.ts'
import { receptionLimits } from '../../../shared/regulation/limits.ts'
import type { Regulation } from '../../../shared/regulation/regulation.ts'
import type { ReceptionRow } from '../../reception/reception-rows.ts'
import type { ImportService } from '../../recording/import/import-service.ts'
import { filmOf } from '../../recording/presence/presence.ts'
import type { StoredRecording } from '../../recording/recording-row.ts'
import type { PromisedFilm } from './film-kind.ts'
import { type FilmOutline, outlineOf } from './film-outline.ts'
import { alterOneByte } from './spoil-film.ts'
import { takeOverFilm } from './take-over-film.ts'
import { writeFilm } from './write-film.ts'

export interface FilmMakerDeps {
  readonly promised: readonly PromisedFilm[]
  readonly ffmpegPath: string
  readonly rootDirectory: string
  readonly regulation: Regulation
  readonly timeZone: () => string
  readonly reception: (receptionId: string) => ReceptionRow | null
  readonly eventsOf: (receptionId: string) => readonly ReceptionEvent[]
  readonly recording: (recordingId: string) => StoredRecording | null
  /** The reception has a recording of another program. */
  readonly isImported: (receptionId: string) => boolean
  readonly imports: Pick<ImportService, 'begin' | 'receive' | 'check' | 'accept'>
  /** Puts a recording that lies whole on the disk into the seal's queue; nothing for one that is in it. */
  readonly seal: (recordingId: string, directory: string) => void
  /** Reads a sealed film again and notes what it finds. */
  readonly prove: (recordingId: string) => Promise<void>
  readonly session: () => Session | null
  readonly isReceptionOpen: () => boolean
  readonly onProgress: () => void
  readonly log: pino.Logger
}

/** How many recordings of the demonstration are there of those it promised. */
export interface FilmProgress {
  readonly ready: number
  readonly total: number
}

/**
 * Makes the recordings of the demonstration behind the screen, one at a time: drawn, written as the recorder writes,
 * sealed by the seal. What was cut off is seen by what is there, and done at the next start.
 */
export interface FilmMaker {
  /** null: nothing was promised here. */
  progress(): FilmProgress | null
  /** Once a second: goes on with what is due; stops when a reception begins, and goes on after it. */
  tick(): void
  close(): Promise<void>
}

/** What the recorder itself never leaves so: it is tried again, but not every second. */
const restTicks = 60

export function makeFilmMaker(deps: FilmMakerDeps): FilmMaker {
  const { promised, log } = deps
  let working: { readonly abort: AbortController; readonly ended: Promise<void> } | null = null
  let closed = false
  let restingTicks = 0
  let told = -1
  /** Today's first. What is there once is not asked again: what a person does to it afterwards is theirs. */
  let left = promised.toReversed()

  function isReady({ kind, receptionId, recordingId }: PromisedFilm): boolean {
    if (recordingId === null) return deps.isImported(receptionId)
    const found = deps.recording(recordingId)
    if (found?.state !== 'sealed') return found === null || found.state === 'destroyed'
    return (kind !== 'altered' && kind !== 'missing') || found.presence === kind
  }

  function outline({ receptionId }: PromisedFilm): FilmOutline {
    const row = deps.reception(receptionId)
    if (row === null) throw new Error('a film of no reception')
    const limits = receptionLimits(deps.regulation, deps.timeZone())
    return outlineOf(initialState(row), deps.eventsOf(receptionId), limits)
  }

  /** The next step of one film; null while somebody else has it in hand. */
  function stepOf(film: PromisedFilm): ((signal: AbortSignal) => Promise<void>) | null {
    const { kind, receptionId, recordingId } = film
    if (recordingId === null) {
      const who = deps.session()
      return who && (signal => takeOverFilm({ ...deps, who, receptionId, outline: outline(film), signal }))
    }
    const found = deps.recording(recordingId)
    if (!found) return null
    if (found.state === 'sealed') return () => spoil(found, kind)
    if (!existsSync(found.directory)) return signal => write(film, found, signal)
    return found.state === 'sealing' ? () => Promise.resolve(deps.seal(recordingId, found.directory)) : null
  }

  async function write(film: PromisedFilm, { session }: StoredRecording, signal: AbortSignal): Promise<void> {
    const isCitizenHeard = film.kind !== 'citizenSilent'
    const directory = await writeFilm({ ...deps, session, outline: outline(film), isCitizenHeard, signal })
    deps.seal(session.recordingId, directory)
  }

  /** Only what is whole is spoiled, and the program is to find it by reading. */
  async function spoil(found: StoredRecording, kind: PromisedFilm['kind']): Promise<void> {
    const { recordingId } = found.session
    await deps.prove(recordingId)
    if (deps.recording(recordingId)?.presence !== 'here') return
    const film = filmOf(found)
    if (film === null) return
    const path = join(found.directory, film.file)
    if (kind === 'altered') await alterOneByte(path)
    else await rm(path, { force: true })
    await deps.prove(recordingId)
  }

  function work() {
    left = left.filter(film => !isReady(film))
    const ready = promised.length - left.length
    if (ready !== told) {
      told = ready
      deps.onProgress()
    }
    for (const film of left) {
      const step = stepOf(film)
      if (step) return { film, step }
    }
    return null
  }

  return {
    progress: () => (promised.length === 0 ? null : { ready: promised.length - left.length, total: promised.length }),
    tick() {
      if (deps.isReceptionOpen()) {
        working?.abort.abort()
        return
      }
      if (working || closed || left.length === 0) return
      if (restingTicks > 0) {
        restingTicks -= 1
        return
      }
      const next = work()
      if (!next) return
      const abort = new AbortController()
      const ended = next
        .step(abort.signal)
        .catch((error: unknown) => {
          if (abort.signal.aborted) return
          // The others first: what one lacks they need not lack.
          left = [...left.filter(film => film !== next.film), next.film]
          restingTicks = restTicks
          log.warn(
            { error: error instanceof Error ? error.message : 'unknown' },
            'a recording of the demonstration was not made',
          )
        })
        .finally(() => {
          working = null
        })
      working = { abort, ended }
    },
    async close() {
      closed = true
      working?.abort.abort()
      await working?.ended
    },
  }
}
