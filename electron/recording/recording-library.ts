import type pino from 'pino'
import type { Session } from '../../shared/contract/accounts.ts'
import type { JournalReception } from '../../shared/contract/journal.ts'
import type { ReceptionDetail } from '../../shared/contract/receptions.ts'
import { done, type Reply } from '../../shared/contract/reply.ts'
import type { Settings } from '../../shared/contract/settings.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import type { RecordingSession } from '../../shared/recording/part-log.ts'
import type { SlipThresholds } from '../../shared/recording/slip.ts'
import type { RecordingStory } from '../../shared/recording/story.ts'
import type { Regulation } from '../../shared/regulation/regulation.ts'
import type { EventLog } from '../accounts/event-log.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import { onFilmThread } from './film-thread.ts'
import { type HoldService, makeHoldService } from './holds/hold-service.ts'
import { makeHoldStore } from './holds/hold-store.ts'
import { type ImportService, makeImportService } from './import/import-service.ts'
import { makeImportStore } from './import/import-store.ts'
import { makeInbox } from './import/inbox.ts'
import { makeMovedFilms } from './presence/moved-films.ts'
import { makeRecordingPresence } from './presence/presence.ts'
import { makePresenceStore } from './presence/presence-store.ts'
import type { RecordingPlace } from './presence/recording-store-stamp.ts'
import { makeScrub, type Scrub } from './presence/scrub.ts'
import type { StoreLimits } from './presence/store-limits.ts'
import { makeReceptionHolder } from './reception-holder.ts'
import { recordedReception } from './recorded-reception.ts'
import { makeRecorderNotes, type RecorderNotes } from './recorder-notes.ts'
import { makeRecordingArchive, type RecordingArchive } from './recording-archive.ts'
import { makeRecordingEvents } from './recording-events.ts'
import type { RecordingProof } from './recording-proof.ts'
import { type RecordingIdentity, recordingSession } from './recording-session.ts'
import type { RecordingStore } from './recording-store.ts'
import { makeRecordingStory } from './recording-story.ts'
import { recordingTale } from './recording-tales.ts'

export interface RecordingLibraryDeps {
  readonly read: ReadDb
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
  readonly store: RecordingStore
  readonly session: () => Session | null
  readonly sessionLife: () => AbortSignal
  readonly receptionDetail: (who: Session, receptionId: string) => Reply<ReceptionDetail>
  readonly verify: RecordingProof['verify']
  readonly ffmpegPath: string
  readonly thresholds: SlipThresholds
  readonly rootDirectory: string
  readonly recordingPlace: RecordingPlace
  readonly storeLimits: StoreLimits
  readonly directoryOf: (session: RecordingSession) => string
  readonly identity: RecordingIdentity
  /** Bytes on the disk of the recordings beyond what the next reception needs. */
  readonly spareBytes: () => Promise<number>
  readonly regulation: Regulation
  readonly settings: () => Settings
  readonly isReceptionOpen: () => boolean
  readonly announce: (announcement: Announcement) => void
  readonly log: pino.Logger
}

/** Everything around the recordings that are there: looked at, held, taken over from elsewhere, explained. */
export interface RecordingLibrary {
  readonly archive: RecordingArchive
  readonly scrub: Pick<Scrub, 'tick' | 'prove' | 'close'>
  readonly holds: HoldService
  readonly imports: ImportService
  readonly notes: RecorderNotes
  story(who: Session, receptionId: string): Reply<RecordingStory>
  /** As the journal shows them, oldest first. */
  ofReception(receptionId: string): JournalReception['recordings']
}

export function makeRecordingLibrary(deps: RecordingLibraryDeps): RecordingLibrary {
  const { store, announce, clock } = deps
  const holds = makeHoldStore(deps)
  const imports = makeImportStore(deps)
  const events = makeRecordingEvents(deps)
  const notes = makeRecorderNotes({ ...deps, shownTo: () => deps.session()?.account.id ?? null })
  const oldestFirst = (receptionId: string) => store.byReception(receptionId).toReversed()
  const receptionOf = (who: Session, receptionId: string) => {
    const detail = deps.receptionDetail(who, receptionId)
    return detail.ok ? done(recordedReception(detail.value)) : detail
  }
  const presenceStore = makePresenceStore(deps)
  const presence = makeRecordingPresence({ ...deps, store: presenceStore, byId: store.byId })
  return {
    scrub: makeScrub({
      ...{ ...deps, store: presenceStore, presence, byId: store.byId, limits: deps.storeLimits },
      findMoved: makeMovedFilms({ ...deps, store: presenceStore, byId: store.byId, limits: deps.storeLimits }),
    }),
    archive: makeRecordingArchive({ ...deps, presence, holds, imports, events, holderOf: makeReceptionHolder(deps) }),
    holds: makeHoldService({
      holds,
      stateOf: recordingId => store.byId(recordingId)?.state ?? null,
      announce,
    }),
    imports: makeImportService({
      inbox: makeInbox({ rootDirectory: deps.rootDirectory, workplaceId: () => deps.place().workplaceId }),
      readFile: (file, signal) =>
        onFilmThread('readForeign', { ffmpegPath: deps.ffmpegPath, file, thresholds: deps.thresholds }, signal),
      store,
      imports,
      write: deps.write,
      receptionOf,
      sessionFor: (who, recordingId, { receptionId, connectedAt, appointedAt }) =>
        recordingSession(who, { recordingId, receptionId, startedAt: connectedAt ?? appointedAt }, deps.identity),
      directoryOf: deps.directoryOf,
      spareBytes: deps.spareBytes,
      sessionLife: deps.sessionLife,
      thresholds: deps.thresholds,
      announce,
      clock,
      log: deps.log,
    }),
    notes,
    story: makeRecordingStory({
      receptionOf,
      talesOf: receptionId => oldestFirst(receptionId).map(found => recordingTale(found, { holds, imports, events })),
      notes,
      regulation: deps.regulation,
    }),
    ofReception: receptionId =>
      oldestFirst(receptionId).map(({ session, state, verdict, presence, slip }) => ({
        id: session.recordingId,
        startedAt: session.startedAt,
        state,
        verdict,
        presence,
        slip,
        imported: imports.ofRecording(session.recordingId),
        held: holds.isHeld(session.recordingId),
      })),
  }
}
