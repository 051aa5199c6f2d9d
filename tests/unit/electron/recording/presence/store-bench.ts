import { createHash, randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pino } from 'pino'
import { makeMovedFilms } from '../../../../../electron/recording/presence/moved-films.ts'
import { makeRecordingPresence } from '../../../../../electron/recording/presence/presence.ts'
import { makePresenceStore } from '../../../../../electron/recording/presence/presence-store.ts'
import { makeScrub } from '../../../../../electron/recording/presence/scrub.ts'
import { sealedFileName } from '../../../../../shared/recording/part-log.ts'
import { openStores, registrationOf } from '../../database/fixture.ts'

export const dayMs = 24 * 60 * 60_000
export const limits = { provenEveryMs: 30 * dayMs, lookEveryMs: 60 * 60_000, searchDepth: 8, searchEntries: 1000 }

/** A database and a folder of recordings beside it, looked after as in the workstation. */
export function makeStoreBench(changes: Partial<typeof limits> = {}) {
  const stores = openStores()
  const { read, write, raw } = stores.database
  const root = join(stores.folder.path, 'recordings')
  const recordingPlace = { rootDirectory: stores.folder.path, storeId: '5a1c7f0e-3b52-4d0c-8a55-0c9b1f4f2a01' }
  const log = pino({ level: 'silent' })
  const { byId } = stores.recordings
  const announced: string[] = []
  const announce = ({ kind }: { kind: string }) => announced.push(kind)
  const store = makePresenceStore({ ...stores, read, write, place: stores.accounts.place, recordingPlace })
  const presence = makeRecordingPresence({ store, byId, recordingPlace, announce, log })
  const allLimits = { ...limits, ...changes }
  const findMoved = makeMovedFilms({ store, byId, recordingPlace, limits: allLimits, announce, log })
  const { receptionId } = stores.applications.create(registrationOf(stores.session))
  const day = { receptionOpen: false }
  const scrub = makeScrub({
    ...{ store, presence, byId, findMoved, limits: allLimits, clock: stores.clock, log },
    isReceptionOpen: () => day.receptionOpen,
  })
  return {
    ...stores,
    root,
    announced,
    presence,
    day,
    scrub,
    /** A sealed recording with its film in its place. */
    async sealed(bytes: string | Buffer = 'film') {
      const recordingId = randomUUID()
      const directory = join(root, '2026/11', recordingId)
      const file = join(directory, sealedFileName(recordingId))
      await mkdir(directory, { recursive: true })
      await writeFile(file, bytes)
      stores.recordings.insert({
        session: {
          ...{ recordingId, receptionId, bodyId: stores.session.body.id, workplaceId: stores.session.workplace.id },
          ...{ startedAt: '2026-11-20T02:02:00Z', retainUntil: '2028-11-20', program: 'p', regulation: 'r' },
        },
        directory,
        author: stores.session,
      })
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      raw
        .prepare(`update recording set state = 'sealed', sha256 = ?, byte_length = ?, duration_ms = 4 where id = ?`)
        .run(sha256, Buffer.byteLength(bytes), recordingId)
      return { recordingId, directory, file, name: sealedFileName(recordingId) }
    },
    rowOf: (recordingId: string) =>
      raw.prepare('select presence, proven_at from recording where id = ?').get(recordingId),
    placeOf: (recordingId: string) => byId(recordingId)?.directory,
    /** What the event log says of where films are, newest first. */
    lines: () => stores.eventLog.list({ kind: 'recordingPresence', offset: 0, limit: 20 }).map(({ result }) => result),
    /** One tick and what it began. */
    async turn() {
      scrub.tick()
      await scrub.settled()
    },
    async end() {
      await scrub.close()
      stores.close()
    },
  }
}

export type StoreBench = ReturnType<typeof makeStoreBench>
