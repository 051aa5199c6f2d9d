import { copyFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { storedCopies } from '../../../../electron/backup/backup-place.ts'
import { signatureOf } from '../../../../electron/backup/copy-signature.ts'
import { hashFileSync } from '../../../../electron/disk/hash-file-sync.ts'
import { makeLogBench } from './log-bench.ts'

vi.setConfig({ testTimeout: 60_000 })

let bench: ReturnType<typeof makeLogBench>
let yesterday: string
let today: string
beforeEach(() => {
  bench = makeLogBench()
  yesterday = bench.copyAt('2026-11-19T20:00:00Z').name
  bench.fill(3)
  today = bench.copyAt('2026-11-20T20:00:00Z').name
})
afterEach(() => bench.close())

/** What is said without and with reading the database. */
function said(name: string, keyHex: string | null = bench.folder.keyHex) {
  const copy = storedCopies(bench.copies).find(one => one.name === name)
  if (!copy) throw new Error('no such copy')
  return [
    signatureOf(copy, keyHex),
    signatureOf(copy, keyHex, hashFileSync(join(copy.folder, 'workstation.db'), 'sha256').digest.toString('hex')),
  ]
}

test('as it was made: signed, also moved to another disk', () => {
  expect(said(yesterday)).toEqual(['signed', 'signed'])
  expect(said(today)).toEqual(['signed', 'signed'])
})

test('yesterday’s under today’s name', () => {
  renameSync(bench.folderOf(today), bench.folderOf('2026-10-01T00-00-00Z'))
  renameSync(bench.folderOf(yesterday), bench.folderOf(today))
  expect(said(today)).toEqual(['renamed', 'renamed'])
})

test.each([
  ['the moment', { madeAt: '2026-11-20T20:00:00.000Z' }],
  ['the name in the list', { name: '2026-11-20T20-00-00Z' }],
  ['a count', { receptions: 2 }],
  ['what is said of the chain', { chainIntact: false }],
  ['the last line of the log', { logSequence: 7 }],
  ['the hash of the database', { databaseSha256: 'a'.repeat(64) }],
  ['the signature', { mac: '0'.repeat(64) }],
])('%s written anew', (_what, change) => {
  bench.changeList(yesterday, facts => ({ ...facts, ...change }))
  expect(said(yesterday)).toEqual(['altered', 'altered'])
})

test('the databases of two copies exchanged, also where their lengths are equal', () => {
  const kept = join(bench.folder.path, 'kept.db')
  copyFileSync(bench.copyPath(yesterday), kept)
  copyFileSync(bench.copyPath(today), bench.copyPath(yesterday))
  copyFileSync(kept, bench.copyPath(today))
  expect(said(yesterday)[1]).toBe('swapped')
  expect(said(today)[1]).toBe('swapped')
})

test('one without a signature is neither sound nor forged; without the key, or with another, nothing is said', () => {
  expect(said(today, null)).toEqual(['unreadable', 'unreadable'])
  expect(said(today, 'ab'.repeat(32))).toEqual(['unreadable', 'unreadable'])
  bench.changeList(yesterday, ({ name: _, databaseSha256, logSequence, logHash, logAt, mac, ...facts }) => ({
    ...facts,
    format: 1,
  }))
  expect(said(yesterday)).toEqual(['unsigned', 'unsigned'])
})

test('another file in the place of the database', () => {
  writeFileSync(bench.copyPath(today), 'something else')
  expect(said(today)).toEqual(['swapped', 'swapped'])
})
