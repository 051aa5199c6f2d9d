import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { probeFolder } from '../../../electron/accounts/folder-probe.ts'
import { makeRecoveryService, type RecoveryServiceDeps } from '../../../electron/recovery/recovery-service.ts'
import type { MailboxSettings } from '../../../shared/contract/mailroom.ts'
import { openContractClient } from '../../fixtures/contract-client.ts'
import { startSupervisor } from '../../fixtures/supervisor.ts'
import { openMailroomBench } from '../mailroom/mailroom-bench.ts'

/** A path to another computer, typed into a field: Windows would sign in there with the name of this person. */
const paths = ['\\\\evil\\share', '//evil/share', '\\\\?\\UNC\\evil\\share', '//?/UNC/evil/share', '\\\\.\\pipe\\x']
const words = expect.stringContaining('Сетевой путь')

test('nobody is signed in yet', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'network-paths-'))
  const supervisor = await startSupervisor({ profileDirectory: join(folder, 'profile') })
  const client = await openContractClient(supervisor.link)
  try {
    for (const directory of paths) {
      expect(await client.calls.accounts.checkFolder({ directory })).toMatchObject({
        fault: { fields: { directory: words } },
      })
    }
  } finally {
    client.close()
    await supervisor.stop()
    rmSync(folder, { recursive: true })
  }
})

test('the folder of letters and the file of an authority', async () => {
  const bench = openMailroomBench()
  try {
    const settings: MailboxSettings = {
      ...{ address: 'priem@example.ru', host: 'imap.invalid', port: 993, security: 'tls', userName: 'priem' },
      ...{ authentication: 'password', folder: 'INBOX', caFile: null, since: '2026-01-01' },
    }
    const { service } = bench.care
    for (const path of paths) {
      expect(await service.setFolder(bench.session, path)).toMatchObject({ fault: { fields: { directory: words } } })
      const chosen = { mailboxId: null, settings: { ...settings, caFile: path }, secret: 'x' }
      // A backslash begins no full path here, and is refused as such.
      const refused = path.startsWith('/') ? words : expect.any(String)
      expect(await service.probeMailbox(chosen)).toMatchObject({ fault: { fields: { caFile: refused } } })
    }
  } finally {
    await bench.close()
  }
})

test('what the policy names is looked at', async () => {
  expect(await probeFolder('//evil/share')).toMatchObject({ ok: false, hint: words })
  expect(await probeFolder('//tmp', { named: ['//tmp'] })).toMatchObject({ ok: true })
})

test('a folder of copies that are to be restored', async () => {
  const never = (): never => {
    throw new Error('nothing is restored')
  }
  const service = makeRecoveryService({
    ...{ judgement: { problem: 'damaged' }, restoreFailure: null, keyHex: null, backupDirectory: '//office/copies' },
    ...{
      paths: { database: '/nowhere', keys: '/nowhere' },
      version: '0',
      clock: { nowMs: () => 0, monotonicMs: () => 0 },
    },
    ...{ runner: { run: never }, restartWith: never },
  } as unknown as RecoveryServiceDeps)
  for (const directory of paths) {
    expect(service.look(directory)).toMatchObject({ fault: { fields: { directory: words } } })
    expect(await service.restore({ directory, name: 'a', recoveryKey: null, evenIfNotProven: true })).toMatchObject({
      fault: { fields: { directory: words } },
    })
  }
  // The one of the policy is looked for, and is not there.
  expect(service.look('//office/copies')).toMatchObject({ fault: { hint: expect.stringContaining('Такой папки нет') } })
})
