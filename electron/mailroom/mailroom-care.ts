import type pino from 'pino'
import type { AttentionItem } from '../../shared/contract/day.ts'
import type { Announcement } from '../../shared/contract/workplace.ts'
import type { LetterReading } from '../../shared/letters/letter-reading.ts'
import type { EventLog } from '../accounts/event-log.ts'
import { probeFolder } from '../accounts/folder-probe.ts'
import type { Place } from '../accounts/place.ts'
import type { Clock } from '../clock.ts'
import type { ReadDb, WriteDb } from '../database/handles.ts'
import type { IncomingMail } from '../day/closing-lines.ts'
import { makeFileImports } from './file-imports.ts'
import { makeFolderStore } from './folder-store.ts'
import { makeIntake } from './intake.ts'
import { makeKeptReadings } from './kept-readings.ts'
import { makeLetterIndex } from './letter-index.ts'
import type { LetterReader } from './letter-reader.ts'
import { type LetterStore, makeLetterStore } from './letter-store.ts'
import { type MailboxDesk, makeMailboxDesk } from './mailbox-desk.ts'
import { type MailPace, usualPace } from './mailbox-session.ts'
import { makeMailboxStore } from './mailbox-store.ts'
import { type MailroomService, type MailroomServiceDeps, makeMailroomService } from './mailroom-service.ts'
import { makePostmen } from './postmen.ts'
import { makeProfileDesk, type ProfileDesk } from './profile-desk.ts'
import { makeProfileStore } from './profile-store.ts'
import type { FolderPace } from './watched-folder.ts'

export type MailroomCalls = MailroomService & MailboxDesk & ProfileDesk

/** Everything that has to do with letters coming in. */
export interface MailroomCare {
  readonly service: MailroomCalls
  readonly letters: LetterStore
  /** Resolves when every letter can be found by its words. */
  indexLetters(): Promise<void>
  /** «Сделать сегодня»: new letters, and a mailbox that has been silent for long. */
  attention(): readonly AttentionItem[]
  /** Whether what came is known: every mailbox looked through and connected, the folder read. */
  incoming(): IncomingMail
  /** Letters taken in that are no application: on a first day, all of them. */
  taken(): number
  /** Once the body is known; again after the first run. */
  start(): void
  close(): Promise<void>
}

export interface MailroomCareDeps {
  readonly read: ReadDb
  readonly write: WriteDb
  readonly place: () => Place
  readonly clock: Clock
  readonly eventLog: EventLog
  readonly announce: (announcement: Announcement) => void
  readonly log: pino.Logger
  readonly readLetter: LetterReader
  /** Told of every new letter, whatever its kind, inside the transaction that keeps it. */
  readonly onNewLetter?: (letterId: string, reading: LetterReading) => void
  readonly answerOf?: MailroomServiceDeps['answerOf']
  readonly pace?: MailPace
  readonly folderPace?: FolderPace
}

export function makeMailroomCare(deps: MailroomCareDeps): MailroomCare {
  const { read, write, place, clock, eventLog, announce, log, readLetter } = deps
  const shared = { read, write, place, clock, eventLog }
  const letters = makeLetterStore({ ...shared, ...(deps.onNewLetter ? { onNew: deps.onNewLetter } : {}) })
  const mailboxes = makeMailboxStore(shared)
  const folders = makeFolderStore(shared)
  const profiles = makeProfileStore(shared)
  const onChange = () => announce({ kind: 'mailroomChanged' })
  const readings = makeKeptReadings({ store: letters, read: readLetter, write, clock })
  const intake = makeIntake({
    clock,
    ...{ store: letters, read: readLetter, profiles: profiles.list, onTaken: onChange, log },
    keep: readings.keep,
  })
  const postmen = makePostmen({
    ...{ mailboxes, folders, store: letters, intake, clock, log, onChange },
    ...{ timeZone: () => place().timeZone, pace: deps.pace ?? usualPace },
    ...(deps.folderPace ? { folderPace: deps.folderPace } : {}),
  })
  const imports = makeFileImports({ intake, eventLog })
  let started = false
  return {
    letters,
    indexLetters: makeLetterIndex({ write, readings, profiles: profiles.list }),
    service: {
      ...makeMailroomService({
        ...{ store: letters, imports, readings, profiles: profiles.list, announce },
        ...(deps.answerOf ? { answerOf: deps.answerOf } : {}),
      }),
      ...makeMailboxDesk({ store: mailboxes, folders, postmen, probeFolder }),
      ...makeProfileDesk({ store: profiles, read: readLetter, announce }),
    },
    attention() {
      const count = letters.count('waiting')
      return [
        ...(count > 0 ? [{ ...ofWorkplace('newLetters'), count }] : []),
        ...(postmen.isSilent() ? [ofWorkplace('mailboxSilent')] : []),
      ]
    },
    incoming() {
      const kept = mailboxes.list()
      if (kept.length === 0 && folders.directory() === null) return 'none'
      const states = kept.map(({ id }) => postmen.stateOf(id))
      const isRead = states.every(state => state.kind === 'connected' && state.look !== null)
      return isRead && postmen.folderTrouble() === null ? 'read' : 'down'
    },
    taken: () => letters.count('waiting') + letters.count('machine') + letters.count('setAside'),
    start() {
      if (started) return
      started = true
      postmen.follow().catch(error => log.error({ error: String(error) }, 'letters cannot be fetched'))
    },
    close: () => postmen.close(),
  }
}

const ofWorkplace = (kind: 'newLetters' | 'mailboxSilent'): AttentionItem => ({
  ...{ kind, subjectId: null, receptionId: null, recordingId: null, applicationId: null },
  ...{ day: null, journalNumber: null, shortName: null, term: null, holdsDay: false },
})
