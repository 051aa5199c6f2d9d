import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { copyDatabase } from '../../../electron/database/copy.ts'
import { makeKeyFile } from '../../../electron/database/keys.ts'
import { createRecoveryKey } from '../../../electron/database/recovery-files.ts'
import { openStores, registrationOf } from '../../unit/electron/database/fixture.ts'

const canaries = ['Канарейкин', 'канарейкин', '7741889900', 'канарейкина@', 'Улица Канареечная', 'Выплата канарейке']

/** Every file below a folder with its bytes. */
const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => ({ name: entry.name, bytes: readFileSync(join(entry.parentPath, entry.name)) }))

test('a citizen leaves no readable trace in the profile: database, WAL, copy, keys', () => {
  const stores = openStores()
  const { database, folder, session } = stores
  makeKeyFile(join(folder.path, 'keys')).save(folder.keyHex)
  createRecoveryKey({ keys: join(folder.path, 'keys'), database: folder.databasePath }, folder.keyHex)
  const { receptionId, applicationId } = stores.applications.create(
    registrationOf(session, {
      familyName: 'Канарейкин',
      identityDocument: { kind: 'Паспорт', series: '3205', number: '7741889900', issuedBy: null, issuedOn: null },
      email: 'канарейкина@почта.рф',
      address: 'Улица Канареечная, 1',
      topic: 'Выплата канарейке',
    }),
  )
  stores.receptions.saveNote(
    receptionId,
    { note: 'Канарейкин просил перезвонить', over: '' },
    stores.session.account.id,
  )
  stores.applications.revealDocument(applicationId, { accountId: session.account.id, purpose: 'control' })
  copyDatabase({ raw: database.raw, keyHex: folder.keyHex, target: join(folder.path, 'copy') })

  const files = filesOf(folder.path)
  expect(files.map(({ name }) => name).sort()).toEqual([
    'copy',
    'database.key',
    'recovery.json',
    // In keys/ and beside the database.
    'recovery.json',
    'videopriem.sqlite',
    'videopriem.sqlite-shm',
    'videopriem.sqlite-wal',
  ])
  for (const { name, bytes } of files) {
    for (const canary of canaries) {
      expect(bytes.includes(Buffer.from(canary)), `${canary} in ${name}`).toBe(false)
      expect(bytes.includes(Buffer.from(canary, 'utf16le')), `${canary} in ${name}`).toBe(false)
    }
  }
  // And it is there for who has the key.
  expect(stores.applications.card(applicationId)?.fullName).toContain('Канарейкин')

  const log = JSON.stringify(stores.eventLog.list({ offset: 0, limit: 100 }))
  for (const canary of canaries) expect(log.includes(canary)).toBe(false)
  stores.close()
})
