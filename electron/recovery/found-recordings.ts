import { basename } from 'node:path'
import type pino from 'pino'
import type { FoundRecording } from '../../shared/contract/backup.ts'
import { done, type Reply, refused } from '../../shared/contract/reply.ts'
import { manifestFileName, RecordingSession, sessionFileName, slipFileName } from '../../shared/recording/part-log.ts'
import { Manifest, Slip } from '../../shared/recording/slip.ts'
import { countText, nouns } from '../../shared/text/plural.ts'
import { isFolderHeld } from '../recording/live/folder-lock.ts'
import { isUnderWay } from '../recording/live/ownership.ts'
import { recordingFolders } from '../recording/live/unsealed.ts'
import { readJsonFile } from '../recording/proof/recording-files.ts'
import type { SealedCheck, SealedFilm } from '../recording/proof/verify-sealed.ts'

/** A sealed recording whose reception is known and whose row is not. */
export interface LostRow {
  readonly directory: string
  readonly manifest: Manifest
  readonly slip: Slip
}

export interface FoundRecordingsDeps {
  readonly rootDirectory: string
  readonly knowsRecording: (recordingId: string) => boolean
  /** Number in the journal of the application a reception belongs to; null for an unknown reception. */
  readonly journalNumberOf: (receptionId: string) => number | null
  /** Puts the row back that the database does not have, with who decided it and why. */
  readonly addRow: (row: LostRow, decided: { accountId: string; reason: string }) => void
  readonly seal: (directory: string, signal: AbortSignal) => Promise<{ manifest: Manifest; slip: Slip }>
  readonly verify: (directory: string, film: SealedFilm) => Promise<SealedCheck>
  /** What was not ended in order and changed within this time may still go on. */
  readonly quietMs: number
  readonly onChange: () => void
  readonly log: pino.Logger
}

/**
 * Recordings that lie on the disk without a row in the database: what was recorded after the copy that was restored, or
 * what somebody put there. Nothing of them is sealed, moved or entered before a person decides.
 */
export interface FoundRecordings {
  /** Oldest first. */
  list(): readonly FoundRecording[]
  /** Looks through the folder once. */
  search(): Promise<void>
  /**
   * Takes one into the journal on a person's word: its raw parts are sealed, its film is read whole and must be the one
   * its papers tell of.
   */
  adopt(decided: { accountId: string; recordingId: string; reason: string }): Promise<Reply<null>>
  close(): Promise<void>
}

interface Lying {
  readonly directory: string
  readonly found: FoundRecording
}

const changedNothing = 'В журнал ничего не внесено, файлы не тронуты.'

export function makeFoundRecordings(deps: FoundRecordingsDeps): FoundRecordings {
  const { log } = deps
  const leaving = new AbortController()
  let lying: readonly Lying[] = []
  let searching: Promise<void> = Promise.resolve()

  async function search(): Promise<void> {
    const seen: Lying[] = []
    for (const directory of await recordingFolders(deps.rootDirectory)) {
      if (leaving.signal.aborted) return
      const recordingId = basename(directory)
      if (deps.knowsRecording(recordingId)) continue
      const papers = await readPapers(directory)
      // Papers that speak of another recording than the folder's own are nobody's word.
      if (papers?.recordingId !== recordingId) continue
      // Being recorded or sealed at this moment: nothing of it is known yet.
      if (await isFolderHeld(directory)) continue
      log.warn({ recordingId }, 'recording without a row in the database')
      seen.push({ directory, found: { ...papers, journalNumber: deps.journalNumberOf(papers.receptionId) } })
    }
    const before = JSON.stringify(lying)
    lying = seen.sort((one, other) => Date.parse(one.found.startedAt) - Date.parse(other.found.startedAt))
    if (JSON.stringify(lying) !== before) deps.onChange()
  }

  /** The papers of a sealed recording whose film is really the one they tell of; null where it is not. */
  async function provenPapers({ directory, found }: Lying): Promise<LostRow | null> {
    if (found.sha256 === null) await deps.seal(directory, leaving.signal)
    const manifest = Manifest.safeParse(await readJsonFile(directory, manifestFileName)).data
    const slip = Slip.safeParse(await readJsonFile(directory, slipFileName)).data
    if (!manifest || !slip || manifest.recordingId !== found.recordingId || slip.sha256 !== manifest.sha256) return null
    // Without any readable part there is no film, and the papers say so.
    if (manifest.byteLength === 0) return { directory, manifest, slip }
    return (await deps.verify(directory, manifest)).intact ? { directory, manifest, slip } : null
  }

  return {
    list: () => lying.map(({ found }) => found),
    search() {
      searching = search()
      return searching
    },
    async adopt({ recordingId, ...decided }) {
      const one = lying.find(({ found }) => found.recordingId === recordingId)
      if (!one || deps.knowsRecording(recordingId)) {
        return refused('stale', `Этой записи в списке найденных уже нет. ${changedNothing}`)
      }
      if (deps.journalNumberOf(one.found.receptionId) === null) {
        return refused('refusedByRule', `Приёма, к которому относится запись, в базе нет. ${changedNothing}`)
      }
      if (await isUnderWay(one.directory, deps.quietMs)) {
        const wait = countText(Math.round(deps.quietMs / 60_000), nouns.minute)
        const hint = `Запись ведётся или запечатывается другим рабочим местом, либо прервалась только что: её могут ещё продолжить. ${changedNothing} Повторите, когда файлы не меняются ${wait}.`
        return refused('refusedByRule', hint)
      }
      const row = await provenPapers(one).catch((error: unknown) => {
        log.error(
          { recordingId, error: error instanceof Error ? error.message : 'unknown' },
          'found recording not proven',
        )
        return null
      })
      if (!row) {
        const hint = `Файл записи не сошёлся со своим описанием или не прочитан. ${changedNothing} Сообщите техническому специалисту.`
        return refused('refusedByRule', hint)
      }
      deps.addRow(row, decided)
      lying = lying.filter(other => other !== one)
      log.warn({ recordingId }, 'found recording taken into the journal')
      deps.onChange()
      return done(null)
    },
    async close() {
      leaving.abort()
      await searching.catch(() => undefined)
    },
  }
}

/** What lies beside the recording says; null where nothing of it can be read. */
async function readPapers(directory: string): Promise<Omit<FoundRecording, 'journalNumber'> | null> {
  const manifest = Manifest.safeParse(await readJsonFile(directory, manifestFileName)).data
  if (manifest) {
    const { recordingId, receptionId, startedAt, stoppedAt, retainUntil, sha256, byteLength } = manifest
    return { recordingId, receptionId, startedAt, stoppedAt, retainUntil, sha256, byteLength }
  }
  const session = RecordingSession.safeParse(await readJsonFile(directory, sessionFileName)).data
  if (!session) return null
  const { recordingId, receptionId, startedAt, retainUntil } = session
  return { recordingId, receptionId, startedAt, retainUntil, stoppedAt: null, sha256: null, byteLength: null }
}
