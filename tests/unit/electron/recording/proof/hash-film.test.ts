import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { getPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashFilm } from '../../../../../electron/recording/proof/hash-film.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'videopriem-hash-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

const mebibyte = 1024 * 1024

async function film(byteLength: number) {
  const bytes = Buffer.alloc(byteLength)
  for (let at = 0; at < byteLength; at += 4096) bytes.writeUInt32LE(at, Math.min(at, byteLength - 4))
  const file = join(root, 'film.mkv')
  await writeFile(file, bytes)
  return { file, sha256: createHash('sha256').update(bytes).digest('hex') }
}

test.each([4, 5 * mebibyte, 8 * mebibyte + 4, 10 * mebibyte + 12])('%i bytes: hash and length', async byteLength => {
  const { file, sha256 } = await film(byteLength)
  const before = getPriority()
  expect(await hashFilm(file, { lowPriority: true })).toEqual({ sha256, byteLength })
  // The thread went down, the workstation did not.
  expect(getPriority()).toBe(before)
})

test('nothing there: the system error', async () => {
  await expect(hashFilm(join(root, 'none.mkv'))).rejects.toMatchObject({ code: 'ENOENT' })
})

test('a folder in its place: an error, not a hash', async () => {
  await expect(hashFilm(root)).rejects.toThrow()
})

test.each([5 * mebibyte, 32 * mebibyte])('stopped in the middle of %i bytes: the reason, no hash', async byteLength => {
  const { file } = await film(byteLength)
  const abort = new AbortController()
  const hashing = hashFilm(file, { signal: abort.signal })
  abort.abort()
  await expect(hashing).rejects.toMatchObject({ name: 'AbortError' })
  await expect(hashFilm(file, { signal: abort.signal })).rejects.toMatchObject({ name: 'AbortError' })
})

test('a large film leaves the thread of the workstation free', async () => {
  const { file } = await film(64 * mebibyte)
  const before = performance.eventLoopUtilization()
  await hashFilm(file)
  expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5)
})
