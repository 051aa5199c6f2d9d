import { afterEach } from 'vitest'
import { type Database, openDatabase } from '../../../../../electron/database/connection.ts'
import { migrate } from '../../../../../electron/database/migrate.ts'
import { allMigrations } from '../../../../../electron/database/migrations/all.ts'
import { makeTestFolder } from '../fixture.ts'

export interface MigrationBench {
  readonly database: Database
  /** Brings the schema to this version. */
  upTo(version: number): void
  /** Runs SQL on the writer. */
  exec(sql: string): void
  all(sql: string): unknown[]
}

const opened: (() => void)[] = []
afterEach(() => {
  for (const close of opened.splice(0)) close()
})

/** An empty encrypted database, to be brought to the version before the step under test. */
export function makeMigrationBench(): MigrationBench {
  const folder = makeTestFolder()
  const database = openDatabase({ path: folder.databasePath, keyHex: folder.keyHex })
  opened.push(() => {
    database.close()
    folder.remove()
  })
  return {
    database,
    upTo: version => {
      const migrations = allMigrations.slice(0, version)
      migrate({ database, keyHex: folder.keyHex, nowMs: 0, migrations })
    },
    exec: sql => {
      database.raw.exec(sql)
    },
    all: sql => database.raw.prepare(sql).all(),
  }
}

/** A body, a workplace and an account of version 1. */
export const people = `
  insert into body values ('b', 'Орган', 'Asia/Novokuznetsk', '2026-01-01T00:00:00.000Z');
  insert into workplace (id, body_id, name, active_account_id, created_at) values ('w', 'b', 'Место 1', null, '2026-01-01T00:00:00.000Z');
  insert into account (id, body_id, workplace_id, full_name, position, role, created_at) values ('a', 'b', 'w', 'Иванова Анна Петровна', 'специалист', 'specialist', '2026-01-01T00:00:00.000Z');
`
/** An application, its journal row and a reception, for versions 3 and 4. */
export const application = `
  insert into application (id, body_id, workplace_id, journal_year, journal_number, family_name, given_name, birth_date,
    address, address_kind, consent_personal_data, consent_video, topic, phone, channel, received_on, registered_at, registrar_id)
  values ('p', 'b', 'w', 2026, 1, 'Ким', 'Алла', '1970-01-01', 'адрес', 'stay', 1, 1, 'тема', '+7', 'phone', '2026-11-18',
    '2026-11-18T02:00:00.000Z', 'a');
`
export const reception = `
  insert into reception values ('r', 'b', 'w', 'p', 'a', '2026-11-20T02:00:00.000Z', '2026-11-20', null, null, '', 'scheduled',
    '2026-11-18T02:00:00.000Z');
`

/** Version 4 with people, an application and its receptions, each entered as its own version knew it. */
export function makeReceptionBench(receptions: readonly string[] = [reception]): MigrationBench {
  const bench = makeMigrationBench()
  bench.upTo(1)
  bench.exec(people)
  bench.upTo(3)
  bench.exec(application)
  bench.upTo(4)
  for (const row of receptions) bench.exec(row)
  return bench
}
