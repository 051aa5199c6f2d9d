import { readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { unwrap } from '../../../shared/contract/reply.ts'
import { staff } from '../../fixtures/people.ts'
import { until } from '../../fixtures/until.ts'
import { type BackupWorkplace, openWorkplace } from './workplace.ts'

/** Keys and passwords that are gone, in real processes. */
let workplace: BackupWorkplace
afterEach(() => workplace.close())

const calls = () => workplace.client().calls
const keys = () => join(workplace.profileDirectory, 'keys')
const beside = () => join(workplace.profileDirectory, 'recovery.json')
const state = async () => (await unwrap(calls().recovery.state())) ?? { problem: null, hasRecoveryFile: null }
const opened = () =>
  until(
    'the workstation works on its database again',
    async () => {
      await workplace.reconnect()
      // The one that leaves may still have taken the connection.
      return state().catch(() => null)
    },
    now => now !== null && now.problem === null,
  )

test('the whole folder of keys lost: the recovery key opens the base by what lies beside it, and both places are whole again', async () => {
  workplace = await openWorkplace()
  const kept = await readFile(beside(), 'utf8')
  expect(await readFile(join(keys(), 'recovery.json'), 'utf8')).toBe(kept)
  await workplace.supervisor().stop()
  await rm(keys(), { recursive: true })
  await workplace.start()
  expect(await state()).toMatchObject({ problem: 'keyMissing', hasRecoveryFile: true })
  await unwrap(calls().recovery.unlock({ recoveryKey: workplace.recoveryKey() }))
  await opened()
  await workplace.signIn('specialist')
  expect(await readFile(join(keys(), 'recovery.json'), 'utf8')).toBe(kept)
  // A later start needs nothing typed.
  await workplace.supervisor().stop()
  await workplace.start()
  await workplace.signIn('specialist')
})

test('both wrapped keys lost: a copy carries one; without copies it is said that there is none; five wrong keys and a pause', async () => {
  workplace = await openWorkplace()
  await calls().accounts.signOut()
  await workplace.signIn('administrator')
  await unwrap(calls().backup.choose({ directory: workplace.backupDirectory, hour: 3 }))
  await until(
    'a copy is made',
    () => unwrap(calls().backup.list()),
    list => list.length > 0,
  )
  await workplace.supervisor().stop()
  await rm(keys(), { recursive: true })
  await rm(beside())
  await rename(workplace.backupDirectory, `${workplace.backupDirectory}-unplugged`)
  await workplace.start()
  expect(await state()).toMatchObject({ problem: 'keyMissing', hasRecoveryFile: false })
  const unlock = (recoveryKey: string) => calls().recovery.unlock({ recoveryKey })
  expect(await unlock(workplace.recoveryKey())).toMatchObject({
    fault: { code: 'badInput', hint: expect.stringContaining('recovery.json нет на месте') },
  })
  await rename(`${workplace.backupDirectory}-unplugged`, workplace.backupDirectory)
  expect(await state()).toMatchObject({ hasRecoveryFile: true })
  for (let tries = 0; tries < 4; tries += 1) {
    expect(await unlock('AAAA-BBBB')).toMatchObject({ fault: { code: 'badInput' } })
  }
  expect(await unlock(workplace.recoveryKey())).toMatchObject({ fault: { code: 'waitFirst' } })
  // The pause is this run's; nothing was changed by it.
  await workplace.supervisor().stop()
  await workplace.start()
  await unwrap(unlock(workplace.recoveryKey()))
  await opened()
  await workplace.signIn('specialist')
  expect(await readdir(keys())).toEqual(expect.arrayContaining(['database.key', 'recovery.json']))
  expect(await readFile(beside(), 'utf8')).toBe(await readFile(join(keys(), 'recovery.json'), 'utf8'))
})

test('the only administrator forgot the password: the recovery key sets another one, and the log tells of it', async () => {
  workplace = await openWorkplace()
  const { people } = await unwrap(calls().accounts.entry())
  const idOf = (shortName: string): string => people.find(person => person.shortName === shortName)?.id ?? ''
  const accountId = idOf(staff.administrator.shortName)
  const newPassword = 'семь-лодок-на-берегу'
  const reset = (recoveryKey: string) => calls().accounts.resetByRecoveryKey({ accountId, recoveryKey, newPassword })
  expect(await reset('AAAA')).toMatchObject({ fault: { fields: { recoveryKey: expect.any(String) } } })
  await unwrap(reset(workplace.recoveryKey().toLowerCase()))
  // Of a specialist at work nothing changes.
  expect((await unwrap(calls().accounts.session()))?.account.role).toBe('specialist')
  const recoveryKey = workplace.recoveryKey()
  const ofSpecialist = { accountId: idOf(staff.specialist.shortName), recoveryKey, newPassword }
  expect(await calls().accounts.resetByRecoveryKey(ofSpecialist)).toMatchObject({ fault: { code: 'refusedByRule' } })
  await calls().accounts.signOut()
  await unwrap(calls().accounts.signIn({ accountId, password: newPassword, newPassword: null }))
  const filter = { kind: 'passwordResetByKey', accountId }
  const { rows } = await unwrap(calls().eventLog.list({ viewId: crypto.randomUUID(), filter, offset: 0, limit: 10 }))
  expect(rows.map(({ shortName, result }) => [shortName, result])).toEqual([
    [staff.administrator.shortName, 'done'],
    [staff.administrator.shortName, 'refused'],
  ])
})
