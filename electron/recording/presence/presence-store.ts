import type { Presence } from '../../../shared/recording/presence.ts'
import type { EventLog } from '../../accounts/event-log.ts'
import type { Place } from '../../accounts/place.ts'
import type { Clock } from '../../clock.ts'
import type { ReadDb, WriteDb } from '../../database/handles.ts'
import { type RecordingPlace, wayInside } from './recording-store-stamp.ts'

/** The state of where each film is; lists, journal and «Сделать сегодня» read nothing else. */
export interface PresenceStore {
  /** Writes what was seen, with a line in the event log where it is news. Answers whether the state changed. */
  note(recordingId: string, presence: Presence, all?: 'allOfItWasRead'): boolean
  /** Ids of all sealed recordings of the body, newest first. */
  sealed(): readonly string[]
  /** The one nobody has read whole since this instant (UTC) for the longest; what is not in its place waits. */
  longestUnproven(beforeAt: string, except: readonly string[]): string | null
  /** Ids of those that were looked for in their place and not found there. */
  notInPlace(): readonly string[]
  /** Writes the folder of the store a film was found in, its length and hash read and compared; one line in the event log. */
  foundIn(recordingId: string, directory: string): void
}

export interface PresenceStoreDeps {
  readonly read: ReadDb
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
  readonly recordingPlace: RecordingPlace
}

export function makePresenceStore({
  read,
  write,
  place,
  clock,
  eventLog,
  recordingPlace,
}: PresenceStoreDeps): PresenceStore {
  const { rootDirectory, storeId } = recordingPlace
  const sealed = () =>
    read.select.selectFrom('recording').select('id').where('body_id', '=', place().bodyId).where('state', '=', 'sealed')
  const now = () => new Date(clock.nowMs()).toISOString()
  const tell = (recordingId: string, result: Presence) =>
    eventLog.append({ accountId: null, kind: 'recordingPresence', objects: { recordingId }, result })

  return {
    note: (recordingId, presence, all) =>
      write.transaction(() => {
        const row = write.first(write.select.selectFrom('recording').select('presence').where('id', '=', recordingId))
        if (!row) return false
        const presenceAt = now()
        const isBack = presence === 'here' && (row.presence === 'missing' || row.presence === 'elsewhere')
        write.run(
          write.build
            .updateTable('recording')
            .set({
              ...{ presence, presence_at: presenceAt },
              // Who knows what was brought back: of the length alone it is read again before all others.
              ...(all ? { proven_at: presenceAt } : isBack ? { proven_at: null } : {}),
              // Found by its id and proven: from now on it belongs here, whatever the disk was called.
              ...(all && presence === 'here' ? { store_id: storeId } : {}),
            })
            .where('id', '=', recordingId),
        )
        const isNews = row.presence !== presence
        // The first look that finds it in its place says nothing that the seal has not said.
        if (isNews && !(row.presence === null && presence === 'here')) tell(recordingId, presence)
        return isNews
      }),
    sealed: () => read.all(sealed().orderBy('started_at', 'desc')).map(({ id }) => id),
    longestUnproven: (beforeAt, except) =>
      read.first(
        sealed()
          .where('byte_length', '>', 0)
          .where(({ or, eb }) => or([eb('proven_at', 'is', null), eb('proven_at', '<', beforeAt)]))
          .where(({ or, eb }) => or([eb('presence', 'is', null), eb('presence', 'not in', notInPlace)]))
          .where('id', 'not in', [...except])
          .orderBy('proven_at')
          .limit(1),
      )?.id ?? null,
    notInPlace: () => read.all(sealed().where('presence', 'in', notInPlace)).map(({ id }) => id),
    foundIn: (recordingId, directory) =>
      write.transaction(() => {
        const at = now()
        write.run(
          write.build
            .updateTable('recording')
            .set({
              // At the root lies what somebody put there by hand.
              relative_path: directory === rootDirectory ? '' : wayInside(rootDirectory, directory),
              ...{ store_id: storeId, presence: 'here', presence_at: at, proven_at: at },
            })
            .where('id', '=', recordingId),
        )
        tell(recordingId, 'here')
      }),
  }
}

const notInPlace: Presence[] = ['missing', 'elsewhere']
