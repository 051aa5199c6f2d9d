import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { makeErasure } from '../../../electron/rights/erasure.ts'
import { storeLetter } from '../../fixtures/store-letter.ts'
import { openStores, registrationOf } from '../../unit/electron/database/fixture.ts'

/** Long enough to reach pages of its own; no id and no hash can hold either by chance. */
const letterCanary = 'КАНАРЕЙКА-ПИСЬМО'
const documentCanary = 'КАНАРЕЙКА-990017'
const day = 24 * 60 * 60_000

/**
 * The bytes of the database file as they are under the encryption: a copy is decrypted in place, page by page, free
 * pages and the rest of pages included.
 */
function plainBytes(databasePath: string, keyHex: string, copy: string): Buffer {
  copyFileSync(databasePath, copy)
  if (existsSync(`${databasePath}-wal`)) copyFileSync(`${databasePath}-wal`, `${copy}-wal`)
  const connection = new SqliteDatabase(copy)
  connection.pragma("cipher = 'sqlcipher'")
  connection.pragma('legacy = 4')
  connection.pragma(`key = "x'${keyHex}'"`)
  connection.pragma('journal_mode = DELETE')
  connection.pragma("rekey = ''")
  connection.close()
  return readFileSync(copy)
}

test('what was erased is not in the file any more, nor in its log', () => {
  const stores = openStores()
  try {
    const { database, accounts, eventLog, clock, folder, session } = stores
    const { write, raw } = database
    const { applicationId } = stores.applications.create(
      registrationOf(session, {
        identityDocument: { kind: 'паспорт', series: '00 00', number: documentCanary, issuedBy: null, issuedOn: null },
      }),
    )
    storeLetter(database, accounts.place(), {
      ...{ raw: Buffer.from(`${letterCanary} `.repeat(4000)), kind: 'autoReply' },
      receivedAt: '2026-11-20T02:00:00.000Z',
    })
    raw.prepare("update reception set step = 'cancelled'").run()
    raw
      .prepare(
        `insert into reception_event select id, 0, body_id, workplace_id, ?, ?, specialist_id, 'hand', '{}' from reception`,
      )
      .run('2026-11-20T02:00:00.000Z', '2026-11-20T02:00:00.000Z')
    raw.pragma('wal_checkpoint(TRUNCATE)')

    const before = plainBytes(folder.databasePath, folder.keyHex, join(folder.path, 'before'))
    expect([before.includes(letterCanary), before.includes(documentCanary)]).toEqual([true, true])

    clock.set(new Date(clock.nowMs() + 91 * day).toISOString())
    const erasure = makeErasure({ write, place: accounts.place, eventLog, clock })
    expect(erasure.run({ rawLetterDays: 30, documentDays: 90 }, clock.nowMs())).toBe(2)
    raw.pragma('wal_checkpoint(TRUNCATE)')
    expect(readFileSync(`${folder.databasePath}-wal`)).toHaveLength(0)
    const after = plainBytes(folder.databasePath, folder.keyHex, join(folder.path, 'after'))
    expect([after.includes(letterCanary), after.includes(documentCanary)]).toEqual([false, false])
    expect(after.includes(applicationId)).toBe(true)
    expect(eventLog.verifyChain()).toMatchObject({ intact: true })
  } finally {
    stores.close()
  }
})
