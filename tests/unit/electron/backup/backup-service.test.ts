import { cpSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import pino from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backupName, workplaceFolder } from '../../../../electron/backup/backup-place.ts'
import { type BackupService, makeBackupService } from '../../../../electron/backup/backup-service.ts'
import type { BackupSettings } from '../../../../electron/backup/backup-settings.ts'
import { makeBackupStore } from '../../../../electron/backup/backup-store.ts'
import { makeBackupRunner } from '../../../../electron/backup/run-backup.ts'
import type { Session } from '../../../../shared/contract/accounts.ts'
import { until } from '../../../fixtures/until.ts'
import { makeBackupBench } from './backup-bench.ts'

let bench: ReturnType<typeof makeBackupBench>
let service: BackupService
let settings: BackupSettings
let isClockDoubted: boolean
let receptionOpen: boolean
let lockedDirectory: string | undefined
let administrator: Session

beforeEach(() => {
  bench = makeBackupBench()
  settings = { directory: bench.directory, hour: 3 }
  receptionOpen = false
  isClockDoubted = false
  lockedDirectory = undefined
  const { session, folder, clock } = bench
  administrator = { ...session, account: { ...session.account, role: 'administrator' } }
  service = makeBackupService({
    store: makeBackupStore({ ...bench.database, place: bench.accounts.place, eventLog: bench.eventLog }),
    runner: makeBackupRunner(),
    settings: {
      read: () => settings,
      write: chosen => {
        settings = chosen
      },
    },
    get lockedDirectory() {
      return lockedDirectory
    },
    databasePath: folder.databasePath,
    keysDirectory: bench.keysDirectory,
    keyHex: folder.keyHex,
    program: '0.2.0',
    isSetUp: () => true,
    place: bench.accounts.place,
    isReceptionOpen: () => receptionOpen,
    found: { list: () => [], adopt: () => Promise.reject(new Error('nothing is found here')) },
    restartWith: async () => undefined,
    trustedNow: () => (isClockDoubted ? null : clock.nowMs()),
    announce: () => undefined,
    clock,
    log: pino({ enabled: false }),
  })
})
afterEach(async () => {
  await service.close()
  bench.close()
})

const status = () => {
  const answer = service.status(administrator)
  if (!answer.ok || !answer.value.details) throw new Error('no details')
  return { ...answer.value, ...answer.value.details }
}
const settled = () => until('nothing runs', status, ({ running }) => running === null)
const lastEvents = (count: number) => bench.eventLog.list({ offset: 0, limit: count }).map(({ kind }) => kind)

test('due while a reception is open: it waits for the end, then makes one copy and no other that day', async () => {
  receptionOpen = true
  service.tick()
  expect(status()).toMatchObject({ running: null, waitsForReception: true, lastMadeAt: null })
  expect(await service.make(administrator)).toMatchObject({ ok: false, fault: { code: 'refusedByRule' } })
  receptionOpen = false
  service.tick()
  service.tick()
  expect(await settled()).toMatchObject({ health: 'good', lastMadeAt: '2026-11-20T02:00:00.000Z' })
  service.tick()
  expect(status()).toMatchObject({ running: null, nextAt: '2026-11-20T20:00:00.000Z' })
  expect(bench.names()).toHaveLength(1)
  expect(lastEvents(1)).toEqual(['backupMade'])
})

test('a folder that went away: said once, tried again after half an hour, well again when it is back', async () => {
  renameSync(bench.directory, `${bench.directory}-unplugged`)
  service.tick()
  const failure = { at: '2026-11-20T02:00:00.000Z', code: 'folderMissing' }
  expect(await settled()).toMatchObject({ health: 'failed', lastFailure: failure })
  expect(lastEvents(1)).toEqual(['backupFailed'])
  bench.clock.set('2026-11-20T02:29:59Z')
  service.tick()
  expect(status().running).toBeNull()
  mkdirSync(bench.directory)
  bench.clock.set('2026-11-20T02:30:00Z')
  service.tick()
  expect(await settled()).toMatchObject({ health: 'good', lastFailure: null })
  expect(lastEvents(2)).toEqual(['backupMade', 'backupFailed'])
})

test('no folder, no copy, and that is said; a day overdue is late', async () => {
  settings = { directory: null, hour: 3 }
  service.tick()
  expect(status()).toMatchObject({ health: 'notSet', running: null })
  settings = { directory: bench.directory, hour: 3 }
  service.tick()
  await settled()
  bench.clock.set('2026-11-21T20:00:00Z')
  expect(status().health).toBe('good')
  bench.clock.set('2026-11-21T20:00:01Z')
  expect(status().health).toBe('late')
})

test('a specialist learns whether all is well, and nothing else', () => {
  expect(service.status(bench.session)).toEqual({
    ok: true,
    value: { health: 'good', lastMadeAt: null, details: null },
  })
})

test('a folder of the policy cannot be chosen away, the hour can', () => {
  lockedDirectory = bench.directory
  expect(service.choose(administrator, { directory: null, hour: 5 })).toMatchObject({
    ok: false,
    fault: { code: 'refusedByRule', fields: { directory: expect.stringContaining('политика организации') } },
  })
  expect(settings.hour).toBe(3)
  expect(service.choose(administrator, { directory: bench.directory, hour: 5 })).toMatchObject({ ok: true })
  expect(settings.hour).toBe(5)
})

test.each(['\\\\server\\copies', '//server/copies', '\\\\?\\C:\\copies'])(
  '%s: a share only the policy names',
  directory => {
    expect(service.choose(administrator, { directory, hour: 5 })).toMatchObject({
      ok: false,
      fault: { code: 'badInput', fields: { directory: expect.stringContaining('Сетевой путь') } },
    })
    lockedDirectory = directory
    expect(service.choose(administrator, { directory, hour: 5 })).toMatchObject({
      fault: { fields: { directory: expect.not.stringContaining('Сетевой путь') } },
    })
  },
)

test('a clock that is doubted removes no copy; a believed one removes what is old', async () => {
  await service.make(administrator)
  const [name = ''] = bench.names()
  const folder = workplaceFolder(bench.directory, bench.accounts.place().workplaceId)
  // Four more of one day: the plan keeps the newest of a day.
  for (let hour = 0; hour < 4; hour += 1) {
    const earlier = backupName(Date.parse(`2026-11-18T0${hour}:00:00Z`))
    cpSync(join(folder, name), join(folder, earlier), { recursive: true })
  }
  isClockDoubted = true
  bench.clock.set('2028-11-20T02:00:00Z')
  expect(await service.make(administrator)).toMatchObject({ ok: true })
  expect(bench.names()).toHaveLength(6)
  isClockDoubted = false
  bench.clock.set('2028-11-20T02:01:00Z')
  expect(await service.make(administrator)).toMatchObject({ ok: true })
  expect(bench.names()).toEqual([
    '2026-11-18T03-00-00Z',
    '2026-11-20T02-00-00Z',
    '2028-11-20T02-00-00Z',
    '2028-11-20T02-01-00Z',
  ])
}, 120_000)
