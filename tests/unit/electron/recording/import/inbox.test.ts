import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Inbox, makeInbox } from '../../../../../electron/recording/import/inbox.ts'

let root: string
let inbox: Inbox
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'videopriem-inbox-'))
  inbox = makeInbox({ rootDirectory: root })
})
afterEach(() => rm(root, { recursive: true, force: true }))

const importId = '5b0b1a1e-2f1c-4d9a-9b1e-0c8c1c1c1c1c'
const bytes = Buffer.from('film')
const receive = (byteLength = bytes.length) => inbox.receive(importId, Readable.from([bytes]), byteLength)
const directory = () => join(root, '2026/11', importId)
const accept = (commit: () => void) =>
  inbox.accept(importId, { directory: directory(), fileName: 'a.webm', papers: { 'slip.json': { a: 1 } }, commit })
const inside = () => readdir(join(root, 'incoming'))

test('the bytes arrive whole, hashed, for us alone', async () => {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  expect(await receive()).toEqual({ byteLength: 4, sha256 })
  expect(await readFile(inbox.uploadOf(importId))).toEqual(bytes)
  if (process.platform !== 'win32') expect((await stat(inbox.uploadOf(importId))).mode & 0o077).toBe(0)
})

test.each([3, 5])('%s announced bytes of four are refused', async byteLength => {
  await expect(receive(byteLength)).rejects.toThrow(/bytes than announced/)
})

test('accepted: one folder with file and papers, nothing left in the inbox', async () => {
  await receive()
  let seen = false
  await accept(() => {
    seen = existsSync(join(directory(), 'a.webm'))
  })
  expect(seen).toBe(true)
  expect((await readdir(directory())).sort()).toEqual(['a.webm', 'slip.json'])
  expect(await inside()).toEqual([])
})

test('a commit that fails leaves nothing', async () => {
  await receive()
  await expect(
    accept(() => {
      throw new Error('the database refused')
    }),
  ).rejects.toThrow('the database refused')
  expect(existsSync(directory())).toBe(false)
  expect(await inside()).toEqual([])
})

test.each([
  ['killed before the commit: the moved folder goes', false],
  ['killed after the commit: the recording stays', true],
])('%s', async (_name, known) => {
  await mkdir(directory(), { recursive: true })
  await mkdir(join(root, 'incoming'))
  await writeFile(join(root, 'incoming', `${importId}.accepting`), JSON.stringify({ directory: directory() }))
  await inbox.tidy(() => known)
  expect(existsSync(directory())).toBe(known)
  expect(await inside()).toEqual([])
})

test('killed while uploading or checking: the inbox is emptied', async () => {
  await receive()
  await inbox.tidy(() => false)
  expect(await inside()).toEqual([])
})

test('an intent never removes anything outside of the recordings', async () => {
  const outside = await mkdtemp(join(tmpdir(), 'videopriem-outside-'))
  await mkdir(join(root, 'incoming'))
  await writeFile(join(root, 'incoming', `${importId}.accepting`), JSON.stringify({ directory: outside }))
  await inbox.tidy(() => false)
  expect(existsSync(outside)).toBe(true)
  await rm(outside, { recursive: true })
})
