import type { EventLog } from '../accounts/event-log.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import { utcText } from '../database/utc-text.ts'
import type { JournalProjection } from '../journal/journal-projection.ts'
import { type RecordingPlace, wayInside } from '../recording/presence/recording-store-stamp.ts'
import type { RecordingStore } from '../recording/recording-store.ts'
import type { LostRow } from './found-recordings.ts'

export interface LostRowStoreDeps {
  readonly read: ReadDb
  readonly write: WriteDb
  readonly journal: JournalProjection
  readonly eventLog: EventLog
  readonly recordings: Pick<RecordingStore, 'setSealed'>
  readonly clock: Clock
  readonly recordingPlace: RecordingPlace
}

/** What a restored database is asked about, and given back of, the recordings on the disk. */
export interface LostRowStore {
  knowsRecording(recordingId: string): boolean
  /** Number in the journal of the application a reception belongs to; null for an unknown reception. */
  journalNumberOf(receptionId: string): number | null
  /** The row as its manifest and slip tell it; its author is the specialist of the reception. */
  addRow(row: LostRow, decided: { accountId: string; reason: string }): void
}

export function makeLostRowStore({
  read,
  write,
  journal,
  eventLog,
  recordings,
  clock,
  recordingPlace,
}: LostRowStoreDeps): LostRowStore {
  const reception = (from: ReadDb, id: string) =>
    from.first(
      from.select.selectFrom('reception').select(['specialist_id', 'body_id', 'workplace_id']).where('id', '=', id),
    )

  return {
    knowsRecording: id =>
      read.first(read.select.selectFrom('recording').select('id').where('id', '=', id)) !== undefined,
    journalNumberOf: id =>
      read.first(
        read.select
          .selectFrom('reception')
          .innerJoin('application', 'application.id', 'reception.application_id')
          .select('application.journal_number')
          .where('reception.id', '=', id),
      )?.journal_number ?? null,
    addRow: ({ directory, manifest, slip }, { accountId, reason }) =>
      write.transaction(() => {
        const { recordingId, receptionId } = manifest
        const known = reception(write, receptionId)
        if (!known) throw new Error('no such reception')
        write.run(
          write.build.insertInto('recording').values({
            id: recordingId,
            body_id: known.body_id,
            workplace_id: known.workplace_id,
            reception_id: receptionId,
            author_id: known.specialist_id,
            store_id: recordingPlace.storeId,
            relative_path: wayInside(recordingPlace.rootDirectory, directory),
            state: 'sealing',
            started_at: utcText(manifest.startedAt),
            retain_until: manifest.retainUntil,
            program: manifest.program,
            regulation: manifest.regulation,
          }),
        )
        journal.updateByReception(receptionId, { recording_id: recordingId })
        write.run(
          write.build.insertInto('recording_adoption').values({
            recording_id: recordingId,
            body_id: known.body_id,
            workplace_id: known.workplace_id,
            reason,
            adopted_at: new Date(clock.nowMs()).toISOString(),
            adopted_by: accountId,
          }),
        )
        eventLog.append({ accountId, kind: 'recordingAdopted', objects: { recordingId, receptionId }, result: 'done' })
        recordings.setSealed(recordingId, { manifest, slip })
      }),
  }
}
