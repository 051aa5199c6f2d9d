import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type AccountStore, makeAccounts } from '../../../../electron/accounts/account-store.ts'
import type { EventLog } from '../../../../electron/accounts/event-log.ts'
import { type ApplicationStore, makeApplicationStore } from '../../../../electron/applications/application-store.ts'
import { type Database, openDatabase } from '../../../../electron/database/connection.ts'
import { migrate } from '../../../../electron/database/migrate.ts'
import type { ApplicationFields } from '../../../../electron/demonstration/application-fields.ts'
import {
  makePlantedApplications,
  type PlantedApplications,
} from '../../../../electron/demonstration/planted-applications.ts'
import { type JournalProjection, makeJournalProjection } from '../../../../electron/journal/journal-projection.ts'
import { type JournalStore, makeJournalStore } from '../../../../electron/journal/journal-store.ts'
import { type LinkRule, makeLinkRule } from '../../../../electron/reception/link-rule.ts'
import { type MoveStore, makeMoveStore } from '../../../../electron/reception/move-store.ts'
import { makeReceptionStore, type ReceptionStore } from '../../../../electron/reception/reception-store.ts'
import { makeRecordingStore, type RecordingStore } from '../../../../electron/recording/recording-store.ts'
import type { Session } from '../../../../shared/contract/accounts.ts'

export interface TestClock {
  nowMs(): number
  monotonicMs(): number
  set(instant: string): void
}

export const makeTestClock = (instant: string): TestClock => {
  let nowMs = Date.parse(instant)
  return {
    nowMs: () => nowMs,
    monotonicMs: () => nowMs,
    set: next => {
      nowMs = Date.parse(next)
    },
  }
}

export interface TestStores {
  readonly database: Database
  readonly accounts: AccountStore
  readonly eventLog: EventLog
  readonly journalProjection: JournalProjection
  readonly applications: ApplicationStore & PlantedApplications
  readonly receptions: ReceptionStore
  readonly moves: MoveStore
  readonly links: LinkRule
  readonly recordings: RecordingStore
  readonly journal: JournalStore
  readonly clock: TestClock
}

/** The recordings of a test lie beside its database. */
export const placeOf = (database: Database) => ({
  rootDirectory: dirname(database.raw.name),
  storeId: '5a1c7f0e-3b52-4d0c-8a55-0c9b1f4f2a01',
})

/** Every store on one open database. */
export function storesOn(database: Database, clock: TestClock): TestStores {
  const { read, write } = database
  const { accounts, eventLog } = makeAccounts({ read, write, clock })
  const journalProjection = makeJournalProjection({ write })
  const common = { read, write, clock, eventLog, place: accounts.place, journal: journalProjection }
  const receptions = makeReceptionStore({ ...common, actor: () => accounts.session()?.account.id ?? null })
  return {
    database,
    accounts,
    eventLog,
    journalProjection,
    applications: { ...makeApplicationStore(common), ...makePlantedApplications(common) },
    receptions,
    moves: makeMoveStore({ ...common, receptions }),
    links: makeLinkRule(common),
    recordings: makeRecordingStore({ ...common, recordingPlace: placeOf(database) }),
    journal: makeJournalStore({ read, place: accounts.place, recordingExpected: ['held', 'heldGeneral'] }),
    clock,
  }
}

export interface TestFolder {
  readonly path: string
  readonly databasePath: string
  readonly keyHex: string
  remove(): void
}

export function makeTestFolder(): TestFolder {
  const path = mkdtempSync(join(tmpdir(), 'videopriem-database-'))
  return {
    path,
    databasePath: join(path, 'videopriem.sqlite'),
    keyHex: randomBytes(32).toString('hex'),
    remove: () => rmSync(path, { recursive: true, force: true }),
  }
}

const firstInstant = '2026-11-20T02:00:00Z'

let migrated: TestFolder | null = null

/** An empty database of the newest version, made once in a process: nineteen steps take ten times as long as a copy. */
function migratedOnce(): TestFolder {
  if (migrated) return migrated
  const folder = makeTestFolder()
  process.once('exit', folder.remove)
  const database = openDatabase({ path: folder.databasePath, keyHex: folder.keyHex })
  migrate({ database, keyHex: folder.keyHex, nowMs: Date.parse(firstInstant) })
  database.close()
  migrated = folder
  return folder
}

/** A migrated database in a folder of its own, with the first run done. */
export function openStores(): TestStores & { folder: TestFolder; session: Session; close(): void } {
  const { databasePath, keyHex } = migratedOnce()
  const folder = { ...makeTestFolder(), keyHex }
  copyFileSync(databasePath, folder.databasePath)
  const database = openDatabase({ path: folder.databasePath, keyHex })
  const clock = makeTestClock(firstInstant)
  const stores = storesOn(database, clock)
  const session = signedInAfter(stores.accounts)
  return {
    ...stores,
    folder,
    session,
    close() {
      database.close()
      folder.remove()
    },
  }
}

/** A body with one specialist, who is signed in. */
export function signedInAfter(accounts: AccountStore): Session {
  const [specialist] = accounts.firstRun(firstRun) ?? []
  if (!specialist) throw new Error('first run refused')
  accounts.signIn(specialist.id)
  const session = accounts.session()
  if (!session) throw new Error('no session after signing in')
  return session
}

export const firstRun = {
  bodyName: 'Управление социальной защиты населения города Кемерово',
  timeZone: 'Asia/Novokuznetsk',
  workplaceName: 'Рабочее место 3',
  people: [
    { fullName: 'Иванова Анна Петровна', position: 'главный специалист', role: 'specialist', passwordHash: null },
  ],
} as const

export const fields = (changes: Partial<ApplicationFields> = {}): ApplicationFields => ({
  familyName: 'Петров',
  givenName: 'Пётр',
  patronymic: 'Петрович',
  birthDate: '1961-03-04',
  identityDocument: {
    kind: 'Паспорт гражданина РФ',
    series: '32 05',
    number: '417763',
    issuedBy: 'ОВД Заводского района г. Кемерово',
    issuedOn: '2006-05-11',
  },
  address: 'г. Кемерово, ул. Весенняя, д. 7, кв. 12',
  addressKind: 'residence',
  consentPersonalData: true,
  consentVideo: true,
  topic: 'Субсидия на оплату ЖКУ',
  phone: '+7 913 555-01-02',
  email: null,
  channel: 'phone',
  receivedOn: '2026-11-18',
  ...changes,
})

/** An application with its reception, as `applications.create` plants it. */
export const registrationOf = (
  session: Session,
  changes: Partial<ApplicationFields> = {},
  appointedAt = '2026-11-20T09:00:00+07:00',
) => ({
  fields: fields(changes),
  appointedAt,
  link: { url: 'https://telemost.yandex.ru/j/12345678901234', meetingNumber: '12345678901234' },
  consideration: 'Личный прием назначен на 20.11.2026 09:00.',
  author: { id: session.account.id, fullName: session.account.fullName },
})
