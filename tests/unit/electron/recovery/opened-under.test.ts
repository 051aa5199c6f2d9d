import { copyFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ComputerFacts, openedUnderFile } from '../../../../electron/recovery/opened-under.ts'

const firstRun = '25097a99-ad3d-4260-ae72-f9d6009e1399'
const nextRun = '0f0c3c9e-52a8-4a37-9d5c-6a52f7fb7f10'

let folder: string
let database: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'videopriem-opened-'))
  database = join(folder, 'workstation.db')
  writeFileSync(database, 'pages')
})
afterEach(() => rmSync(folder, { recursive: true }))

const computer = (bootId: string | null, isFixed = true): ComputerFacts => ({
  bootId: () => bootId,
  liesOnFixedDisk: () => isFixed,
})
const noted = (): string => join(folder, 'workstation.db.opened.json')
const knows = (facts: ComputerFacts): boolean => openedUnderFile(database, facts).hadPowerSince()

test('the same run of the computer: nothing can have torn it', () => {
  openedUnderFile(database, computer(firstRun)).note()
  expect(knows(computer(firstRun))).toBe(true)
})

test.each<[string, () => void, ComputerFacts]>([
  ['the computer was started since', () => undefined, computer(nextRun)],
  ['the run cannot be read', () => undefined, computer(null)],
  ['the run has no form', () => undefined, computer('')],
  ['a share, a stick, a disk nobody knows', () => undefined, computer(firstRun, false)],
  ['nothing was noted', () => rmSync(noted()), computer(firstRun)],
  ['the note is torn', () => writeFileSync(noted(), '{"bootId":"2509'), computer(firstRun)],
  ['the note is empty', () => writeFileSync(noted(), ''), computer(firstRun)],
  [
    'another file lies in its place',
    () => {
      copyFileSync(database, `${database}.copy`)
      renameSync(`${database}.copy`, database)
    },
    computer(firstRun),
  ],
  ['it was found damaged', () => openedUnderFile(database, computer(firstRun)).forget(), computer(firstRun)],
  ['the database is gone', () => rmSync(database), computer(firstRun)],
])('not known: %s', (_, happens, facts) => {
  openedUnderFile(database, computer(firstRun)).note()
  happens()
  expect(knows(facts)).toBe(false)
})

test('the run that cannot be read is not noted, and takes nothing for itself', () => {
  openedUnderFile(database, computer(null)).note()
  expect(existsSync(noted())).toBe(false)
  expect(knows(computer(null))).toBe(false)
})

test('an earlier run is replaced, and not written again within one', () => {
  openedUnderFile(database, computer(firstRun)).note()
  openedUnderFile(database, computer(nextRun)).note()
  expect(knows(computer(firstRun))).toBe(false)
  expect(knows(computer(nextRun))).toBe(true)
  const before = readFileSync(noted(), 'utf8')
  writeFileSync(noted(), `${before} `)
  openedUnderFile(database, computer(nextRun)).note()
  expect(readFileSync(noted(), 'utf8')).toBe(`${before} `)
})

test('Linux tells the run of this computer', ctx => {
  if (process.platform !== 'linux') ctx.skip('only Linux draws a number at each start')
  openedUnderFile(database).note()
  const { bootId } = JSON.parse(readFileSync(noted(), 'utf8'))
  expect(bootId).toBe(readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim())
})
