import { basename } from 'node:path'
import type pino from 'pino'
import type { FoundRecording } from '../../shared/contract/backup.ts'
import { manifestFileName, RecordingSession, sessionFileName, slipFileName } from '../../shared/recording/part-log.ts'
import { Manifest, Slip } from '../../shared/recording/slip.ts'
import { recordingFolders } from '../recording/live/unsealed.ts'
import { readJsonFile } from '../recording/proof/recording-files.ts'

/** A sealed recording whose reception is known and whose row is not. */
export interface LostRow {
  readonly directory: string
  readonly manifest: Manifest
  readonly slip: Slip
}

export interface FoundRecordingsDeps {
  readonly rootDirectory: string
  readonly knowsRecording: (recordingId: string) => boolean
  readonly knowsReception: (receptionId: string) => boolean
  /** Puts the row back that the restored database does not have. */
  readonly addRow: (row: LostRow) => void
  readonly isSealFinished: (directory: string) => Promise<boolean>
  readonly seal: (directory: string, signal: AbortSignal) => Promise<{ manifest: Manifest; slip: Slip }>
  readonly onChange: () => void
  readonly log: pino.Logger
}

/**
 * Recordings that lie on the disk without a row in the database: what was recorded after the copy that was restored.
 * Files are only read; raw parts are sealed as always.
 */
export interface FoundRecordings {
  /** Recordings whose reception is unknown, too, oldest first. */
  list(): readonly FoundRecording[]
  /** Looks through the folder once and puts back what can be. */
  search(): Promise<void>
  close(): Promise<void>
}

export function makeFoundRecordings(deps: FoundRecordingsDeps): FoundRecordings {
  const { log } = deps
  const leaving = new AbortController()
  let found: readonly FoundRecording[] = []
  let searching: Promise<void> = Promise.resolve()

  async function search(): Promise<void> {
    const unsealed: string[] = []
    const seen: FoundRecording[] = []
    for (const directory of await recordingFolders(deps.rootDirectory)) {
      if (leaving.signal.aborted) return
      if (deps.knowsRecording(basename(directory))) continue
      const papers = await readPapers(directory)
      if (!papers || deps.knowsRecording(papers.found.recordingId)) continue
      const sealed = await deps.isSealFinished(directory)
      if (deps.knowsReception(papers.found.receptionId)) {
        // One that is not sealed yet is taken up with its reception.
        if (sealed && papers.manifest && papers.slip)
          putBack({ directory, manifest: papers.manifest, slip: papers.slip })
        continue
      }
      log.warn({ recordingId: papers.found.recordingId }, 'recording without a row in the database')
      seen.push(papers.found)
      if (!sealed) unsealed.push(directory)
    }
    found = seen.sort((one, other) => Date.parse(one.startedAt) - Date.parse(other.startedAt))
    if (found.length > 0) deps.onChange()
    for (const directory of unsealed) await seal(directory)
  }

  function putBack(row: LostRow): void {
    const { recordingId } = row.manifest
    try {
      deps.addRow(row)
      log.warn({ recordingId }, 'row of a recording put back from its manifest')
    } catch (error) {
      log.error({ recordingId, error: error instanceof Error ? error.message : 'unknown' }, 'row not put back')
    }
  }

  async function seal(directory: string): Promise<void> {
    try {
      const { manifest } = await deps.seal(directory, leaving.signal)
      found = found.map(one => (one.recordingId === manifest.recordingId ? ofManifest(manifest) : one))
      deps.onChange()
    } catch (error) {
      log.error({ error: error instanceof Error ? error.message : 'unknown' }, 'found recording not sealed')
    }
  }

  return {
    list: () => found,
    search() {
      searching = search()
      return searching
    },
    async close() {
      leaving.abort()
      await searching.catch(() => undefined)
    },
  }
}

interface Papers {
  readonly found: FoundRecording
  readonly manifest: Manifest | null
  readonly slip: Slip | null
}

/** What lies beside the recording; null where nothing of it can be read. */
async function readPapers(directory: string): Promise<Papers | null> {
  const manifest = Manifest.safeParse(await readJsonFile(directory, manifestFileName)).data ?? null
  const slip = Slip.safeParse(await readJsonFile(directory, slipFileName)).data ?? null
  if (manifest) return { found: ofManifest(manifest), manifest, slip }
  const session = RecordingSession.safeParse(await readJsonFile(directory, sessionFileName)).data
  if (!session) return null
  const { recordingId, receptionId, startedAt, retainUntil } = session
  const found = { recordingId, receptionId, startedAt, retainUntil, stoppedAt: null, sha256: null, byteLength: null }
  return { found, manifest: null, slip: null }
}

const ofManifest = (manifest: Manifest): FoundRecording => ({
  recordingId: manifest.recordingId,
  receptionId: manifest.receptionId,
  startedAt: manifest.startedAt,
  stoppedAt: manifest.stoppedAt,
  retainUntil: manifest.retainUntil,
  sha256: manifest.sha256,
  byteLength: manifest.byteLength,
})
