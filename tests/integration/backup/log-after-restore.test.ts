import { copyFile, cp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { BackupCard } from '../../../shared/contract/backup.ts'
import type { LogCheck } from '../../../shared/contract/event-log.ts'
import { unwrap } from '../../../shared/contract/reply.ts'
import { until } from '../../fixtures/until.ts'
import { type BackupWorkplace, openWorkplace } from './workplace.ts'

/** The event log of a workplace that was lawfully put back, in real processes: told, never accused. */
let workplace: BackupWorkplace
afterEach(() => workplace.close())

const calls = () => workplace.client().calls

async function asAdministrator(): Promise<void> {
  if ((await unwrap(calls().accounts.session()))?.account.role === 'administrator') return
  await calls().accounts.signOut()
  await workplace.signIn('administrator')
}

/** A workplace with its nightly copy and one made on demand after more work. */
async function withTwoCopies(): Promise<readonly [BackupCard, BackupCard]> {
  workplace = await openWorkplace()
  await asAdministrator()
  await unwrap(calls().backup.choose({ directory: workplace.backupDirectory, hour: 3 }))
  const [first] = await until(
    'the first copy is made by itself',
    () => unwrap(calls().backup.list()),
    list => list.length > 0,
  )
  await calls().accounts.signOut()
  await asAdministrator()
  const second = await unwrap(calls().backup.make())
  if (!first) throw new Error('no copy')
  return [first, second]
}

const verify = async (): Promise<LogCheck> => {
  await asAdministrator()
  return unwrap(calls().eventLog.verify())
}

/** The workstation restarted, and works. */
async function untilItWorks(): Promise<void> {
  await until(
    'the workstation works, nobody signed in',
    async () => {
      await workplace.reconnect()
      return unwrap(calls().accounts.session()).catch(() => undefined)
    },
    session => session === null,
  )
}

test('untouched: as the last copy remembers it', async () => {
  const [, second] = await withTwoCopies()
  expect(second.signature).toBe('signed')
  expect(await unwrap(calls().backup.verify({ name: second.name }))).toMatchObject({
    intact: true,
    signature: 'signed',
  })
  expect(await verify()).toMatchObject({
    verdict: 'confirmed',
    confirmed: { source: { madeAt: second.madeAt }, line: second.eventLines - 1 },
    ...{ contradictions: [], gaps: [] },
  })
})

test('restored from the first copy: what the second remembers is told of, nobody is accused, and the next copies agree', async () => {
  const [first, second] = await withTwoCopies()
  await unwrap(calls().backup.restore({ name: first.name }))
  await untilItWorks()
  const check = await verify()
  expect(check).toMatchObject({
    verdict: 'confirmed',
    confirmed: { source: { madeAt: first.madeAt } },
    contradictions: [],
    gaps: [{ source: { madeAt: second.madeAt }, line: first.eventLines }],
  })
  expect(check.gaps[0]?.lines).toBe(second.eventLines - first.eventLines)
  await unwrap(calls().backup.make())
  expect(await verify()).toMatchObject({ verdict: 'confirmed', contradictions: [], gaps: [{ line: first.eventLines }] })
})

test('the last changes lost with the power: opened without them, said in the log, nobody accused', async () => {
  workplace = await openWorkplace()
  await asAdministrator()
  // As the disk holds it without the log of SQLite beside it.
  const older = `${workplace.databasePath}.older`
  await workplace.supervisor().stop()
  await copyFile(workplace.databasePath, older)
  await workplace.start()
  await asAdministrator()
  await unwrap(calls().backup.choose({ directory: workplace.backupDirectory, hour: 3 }))
  await until(
    'a copy of what will be lost',
    () => unwrap(calls().backup.list()),
    list => list.length > 0,
  )
  await workplace.supervisor().stop()
  await rename(older, workplace.databasePath)
  await writeFile(`${workplace.databasePath}-wal`, Buffer.alloc(9000, 0x5a))
  await workplace.start()
  expect(await unwrap(calls().recovery.state())).toMatchObject({ problem: 'walDamaged' })
  await unwrap(calls().recovery.goOn())
  await untilItWorks()
  expect(await verify()).toMatchObject({
    verdict: 'unconfirmed',
    contradictions: [],
    gaps: [{ lines: expect.any(Number) }],
  })
})

test('yesterday’s copy under today’s name and exchanged databases: told in the list and by the check, not restored', async () => {
  const [first, second] = await withTwoCopies()
  const [folder = ''] = await readdir(workplace.backupDirectory)
  const at = (name: string): string => join(workplace.backupDirectory, folder, name)
  const [kept, later] = [join(workplace.directory, 'kept'), '2027-01-01T00-00-00Z']
  await cp(at(second.name), kept, { recursive: true })
  await rm(at(second.name), { recursive: true })
  await cp(at(first.name), at(later), { recursive: true })
  const [newest] = await unwrap(calls().backup.list())
  expect(newest).toMatchObject({ name: later, madeAt: first.madeAt, signature: 'renamed' })
  expect(await unwrap(calls().backup.verify({ name: later }))).toMatchObject({ intact: true, signature: 'renamed' })

  await cp(kept, at(second.name), { recursive: true })
  await copyFile(join(at(first.name), 'workstation.db'), join(at(second.name), 'workstation.db'))
  expect(await unwrap(calls().backup.verify({ name: second.name }))).toMatchObject({
    intact: true,
    signature: 'swapped',
  })
  expect(await calls().backup.restore({ name: second.name })).toMatchObject({
    fault: { code: 'refusedByRule', hint: expect.stringContaining('не та, о которой говорит её список') },
  })
})

test('the base is torn and the only copy is another’s under its list: told, and taken only on a person’s word', async () => {
  const [first, second] = await withTwoCopies()
  const [folder = ''] = await readdir(workplace.backupDirectory)
  const at = (name: string): string => join(workplace.backupDirectory, folder, name)
  await copyFile(join(at(first.name), 'workstation.db'), join(at(second.name), 'workstation.db'))
  await rm(at(first.name), { recursive: true })
  await workplace.supervisor().stop()
  await writeFile(workplace.databasePath, Buffer.alloc(9000, 0x5a))
  await workplace.start()
  const restore = (evenIfNotProven: boolean) => {
    const { backupDirectory: directory } = workplace
    return calls().recovery.restore({ directory, name: second.name, recoveryKey: null, evenIfNotProven })
  }
  expect(await restore(false)).toMatchObject({
    fault: { code: 'refusedByRule', fields: { evenIfNotProven: expect.stringContaining('не та, о которой') } },
  })
  expect(await unwrap(calls().recovery.state())).toMatchObject({ problem: 'notReadable' })
  await unwrap(restore(true))
  await untilItWorks()
  expect(await verify()).toMatchObject({
    verdict: 'unconfirmed',
    contradictions: [],
    gaps: [{ line: first.eventLines }],
  })
})
