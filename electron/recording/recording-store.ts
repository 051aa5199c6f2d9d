import type { Session } from '../../shared/contract/accounts.ts'
import type { RecordingState } from '../../shared/contract/recording-state.ts'
import type { RecordingCard } from '../../shared/contract/recordings.ts'
import type { RecordingSession } from '../../shared/recording/part-log.ts'
import type { Manifest, Slip } from '../../shared/recording/slip.ts'
import { localDate } from '../../shared/text/date-time.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import { utcText } from '../database/utc-text.ts'
import type { JournalProjection } from '../journal/journal-projection.ts'
import { type RecordingPlace, wayInside } from './presence/recording-store-stamp.ts'
import { manifestSha256 } from './proof/recording-files.ts'
import { asCard, asStored, type StoredRecording, selectRecordings } from './recording-row.ts'
import type { RecordingRows } from './recording-service.ts'

/** Recordings and what their files really hold; the files themselves are not touched here. */
export interface RecordingStore extends RecordingRows {
  /** A recording row and its place in the journal; the author is put into the event log. */
  insert(row: { session: RecordingSession; directory: string; author: Session }): void
  /**
   * A file made elsewhere and proven here: the row is sealed from the start. The journal shows it where the reception
   * has no recording of its own that can be watched. Joins the running transaction.
   */
  insertForeign(row: {
    session: RecordingSession
    directory: string
    author: Session
    sealed: { manifest: Manifest; slip: Slip }
  }): void
  setState(recordingId: string, state: 'sealing' | 'sealFailed', trouble: string | null): void
  setSealed(recordingId: string, sealed: { manifest: Manifest; slip: Slip }): void
  /** Newest first; `viewerId` is the account whose «смотрел(а)» the cards carry. */
  list(page: { offset: number; limit: number }, viewerId?: string): { total: number; rows: RecordingCard[] }
  card(recordingId: string, viewerId?: string): RecordingCard | null
  byId(recordingId: string): StoredRecording | null
  /** Newest first: a reopened reception may have several. */
  byReception(receptionId: string): readonly StoredRecording[]
  /** Bits per second over the last 20 sealed recordings; null before the first. */
  averageBitrate(): number | null
}

export interface RecordingStoreDeps {
  readonly read: ReadDb
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
  readonly journal: JournalProjection
  readonly recordingPlace: RecordingPlace
}

const recordingsForBitrate = 20
const bitsPerByte = 8
const msPerSecond = 1000

export function makeRecordingStore(deps: RecordingStoreDeps): RecordingStore {
  const { read, write, place, clock, eventLog, journal } = deps
  const { rootDirectory } = deps.recordingPlace
  const today = () => localDate(new Date(clock.nowMs()).toISOString(), place().timeZone)

  function byId(from: ReadDb, recordingId: string): StoredRecording | null {
    const row = from.first(from.select.selectFrom('recording').selectAll().where('id', '=', recordingId))
    return row ? asStored(row, rootDirectory) : null
  }

  function update(recordingId: string, set: { state: RecordingState } & Record<string, string | number | null>): void {
    const changed = write.run(write.build.updateTable('recording').set(set).where('id', '=', recordingId))
    if (changed.changes !== 1) throw new Error('no such recording')
  }

  const newRow = (session: RecordingSession, directory: string, author: Session) => ({
    id: session.recordingId,
    body_id: session.bodyId,
    workplace_id: session.workplaceId,
    reception_id: session.receptionId,
    author_id: author.account.id,
    store_id: deps.recordingPlace.storeId,
    relative_path: wayInside(rootDirectory, directory),
    started_at: utcText(session.startedAt),
    retain_until: session.retainUntil,
    program: session.program,
    regulation: session.regulation,
  })

  /** Read back whole by the seal a moment ago. */
  const sealedColumns = ({ manifest, slip }: { manifest: Manifest; slip: Slip }) => ({
    state: 'sealed' as const,
    trouble: null,
    presence: 'here' as const,
    presence_at: new Date(clock.nowMs()).toISOString(),
    proven_at: new Date(clock.nowMs()).toISOString(),
    duration_ms: slip.durationMs,
    verdict: slip.verdict,
    slip: JSON.stringify(slip),
    manifest: JSON.stringify(manifest),
    sha256: manifest.sha256,
    byte_length: manifest.byteLength,
  })

  return {
    noteBegun: ({ recordingId, receptionId, bodyId, workplaceId }) => {
      const row = { recording_id: recordingId, reception_id: receptionId, body_id: bodyId, workplace_id: workplaceId }
      const begunAt = new Date(clock.nowMs()).toISOString()
      write.run(write.build.insertInto('recording_begun').values({ ...row, begun_at: begunAt }))
    },

    standingOf({ session: { recordingId, receptionId }, directory }) {
      const row = byId(read, recordingId)
      if (row) return row.directory === directory ? 'known' : 'found'
      const begun = read.first(
        read.select.selectFrom('recording_begun').select('reception_id').where('recording_id', '=', recordingId),
      )
      return begun?.reception_id === receptionId ? 'begun' : 'found'
    },

    insert: ({ session, directory, author }) =>
      write.transaction(() => {
        const row = { ...newRow(session, directory, author), state: 'recording' as const }
        write.run(write.build.insertInto('recording').values(row))
        journal.updateByReception(session.receptionId, { recording_id: session.recordingId })
        const objects = { recordingId: session.recordingId, receptionId: session.receptionId }
        eventLog.append({ accountId: author.account.id, kind: 'recordingStarted', objects, result: 'done' })
      }),

    insertForeign: ({ session, directory, author, sealed }) =>
      write.transaction(() => {
        const { recordingId, receptionId } = session
        const row = { ...newRow(session, directory, author), ...sealedColumns(sealed) }
        write.run(write.build.insertInto('recording').values(row))
        const shown = write.first(
          write.select
            .selectFrom('journal_row')
            .leftJoin('recording', 'recording.id', 'journal_row.recording_id')
            .select(['journal_row.recording_id', 'recording.state', 'recording.duration_ms'])
            .where('journal_row.reception_id', '=', receptionId),
        )
        const isWatchable = shown?.recording_id && shown.state !== 'sealFailed' && shown.duration_ms !== 0
        if (!isWatchable) journal.updateByReception(receptionId, { recording_id: recordingId })
        const objects = { recordingId, receptionId, manifestSha256: manifestSha256(sealed.manifest) }
        eventLog.append({
          accountId: author.account.id,
          kind: 'recordingImported',
          objects,
          result: sealed.slip.verdict,
        })
      }),

    live() {
      const row = read.first(
        read.select
          .selectFrom('recording')
          .selectAll()
          .where('workplace_id', '=', place().workplaceId)
          .where('state', '=', 'recording')
          .orderBy('started_at', 'desc')
          .limit(1),
      )
      return row ? asStored(row, rootDirectory) : null
    },

    known: recordingId => byId(read, recordingId) !== null,

    setState: (recordingId, state, trouble) =>
      write.transaction(() => {
        update(recordingId, { state, trouble })
        if (state === 'sealing') return
        eventLog.append({ accountId: null, kind: 'recordingSealFailed', objects: { recordingId }, result: 'refused' })
      }),

    setSealed: (recordingId, sealed) =>
      write.transaction(() => {
        const before = byId(write, recordingId)?.sealed ?? null
        if (before) {
          // Sealed long ago: the papers beside the film may have been written by anybody since.
          const isSame = before.sha256 === sealed.manifest.sha256
          update(recordingId, { state: 'sealed', trouble: null, ...(isSame ? {} : { presence: 'altered' }) })
          if (isSame) return
          eventLog.append({ accountId: null, kind: 'recordingVerified', objects: { recordingId }, result: 'notIntact' })
          return
        }
        update(recordingId, sealedColumns(sealed))
        const result = sealed.slip.verdict
        const objects = { recordingId, manifestSha256: manifestSha256(sealed.manifest) }
        eventLog.append({ accountId: null, kind: 'recordingSealed', objects, result })
      }),

    list({ offset, limit }, viewerId) {
      const { bodyId } = place()
      const counted = read.first(
        read.select
          .selectFrom('recording')
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .where('body_id', '=', bodyId),
      )
      const rows = read.all(
        selectRecordings(read, viewerId ?? null)
          .where('recording.body_id', '=', bodyId)
          .orderBy('recording.started_at', 'desc')
          .limit(limit)
          .offset(offset),
      )
      const on = today()
      return { total: counted?.n ?? 0, rows: rows.map(row => asCard(row, on)) }
    },

    card(recordingId, viewerId) {
      const row = read.first(selectRecordings(read, viewerId ?? null).where('recording.id', '=', recordingId))
      return row ? asCard(row, today()) : null
    },

    byId: recordingId => byId(read, recordingId),

    byReception: receptionId =>
      read
        .all(
          read.select
            .selectFrom('recording')
            .selectAll()
            .where('reception_id', '=', receptionId)
            .orderBy('started_at', 'desc'),
        )
        .map(row => asStored(row, rootDirectory)),

    averageBitrate() {
      const rows = read.all(
        read.select
          .selectFrom('recording')
          .select(['byte_length', 'duration_ms'])
          .where('body_id', '=', place().bodyId)
          .where('byte_length', 'is not', null)
          .where('duration_ms', '>', 0)
          // What another program wrote says nothing of our encoder.
          .where('id', 'not in', read.select.selectFrom('recording_import').select('recording_id'))
          .orderBy('started_at', 'desc')
          .limit(recordingsForBitrate),
      )
      const bytes = rows.reduce((sum, row) => sum + (row.byte_length ?? 0), 0)
      const durationMs = rows.reduce((sum, row) => sum + (row.duration_ms ?? 0), 0)
      return durationMs > 0 ? (bytes * bitsPerByte * msPerSecond) / durationMs : null
    },
  }
}
