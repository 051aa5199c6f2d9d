import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openCodeCache } from '../../../electron/host/code-cache.ts'
import { profilePaths } from '../../../electron/profile-paths.ts'
import { startSupervisor } from '../../fixtures/supervisor.ts'
import { canBeAStranger, strangerIdentity } from './stranger.ts'

/**
 * Compiled code is run as it lies: what is damaged is told by Node's checksums, what somebody else wrote or could have
 * written is removed unread, and the program starts without either.
 */

const filesBelow = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))

describe('a damaged cache', () => {
  let directory: string
  let profileDirectory: string
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'code-cache-'))
    profileDirectory = join(directory, 'profile')
  })
  afterAll(() => rmSync(directory, { recursive: true, force: true }))

  const damages = {
    'none: it is made by the first start': () => undefined,
    'a byte turned in each file': (file: string) => {
      const bytes = readFileSync(file)
      const at = Math.floor(bytes.length * 0.7)
      if (bytes.length > 0) bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at)
      writeFileSync(file, bytes)
    },
    'each file cut in half': (file: string) => truncateSync(file, Math.floor(statSync(file).size / 2)),
    'each file empty': (file: string) => truncateSync(file, 0),
    'the head of each file overwritten': (file: string) => {
      const bytes = readFileSync(file)
      // One that only a part loaded later reads may still be the empty one of before.
      writeFileSync(file, bytes.fill(0xab, 0, Math.min(16, bytes.length)))
    },
  }
  test.each(Object.entries(damages))('%s', async (_name, damage) => {
    const { codeCache } = profilePaths(profileDirectory)
    if (existsSync(codeCache)) filesBelow(codeCache).forEach(damage)
    const supervisor = await startSupervisor({ profileDirectory, ownCodeCache: true })
    try {
      expect((await fetch(supervisor.link, { redirect: 'manual' })).status).toBe(303)
    } finally {
      await supervisor.stop()
    }
    // Both processes left what they compiled.
    const kept = filesBelow(codeCache)
    expect(kept.length).toBeGreaterThan(3)
    expect(Math.max(...kept.map(file => statSync(file).size))).toBeGreaterThan(100_000)
  })
})

describe('a cache that is not ours alone', () => {
  let profile: string
  let cache: string
  let planted: string
  beforeEach(() => {
    profile = mkdtempSync(join(tmpdir(), 'code-cache-'))
    cache = join(profile, 'code-cache')
    mkdirSync(join(cache, 'v24'), { recursive: true, mode: 0o700 })
    planted = join(cache, 'v24', '0abc')
    writeFileSync(planted, 'compiled', { mode: 0o600 })
  })
  afterEach(() => rmSync(profile, { recursive: true, force: true }))

  test('ours is used as it is', () => {
    expect(openCodeCache(cache)).toBe(cache)
    expect(readFileSync(planted, 'utf8')).toBe('compiled')
  })

  const isFreshAndOurs = (): void => {
    expect(lstatSync(cache).isDirectory()).toBe(true)
    expect(statSync(cache).mode & 0o777).toBe(0o700)
    expect(readdirSync(cache)).toEqual([])
  }

  test.each([
    ['the folder writable for others', () => chmodSync(cache, 0o777)],
    ['a folder in it writable for the group', () => chmodSync(join(cache, 'v24'), 0o770)],
    ['a file in it writable for others', () => chmodSync(planted, 0o602)],
  ])('%s: begun anew', (_name, open) => {
    open()
    expect(openCodeCache(cache)).toBe(cache)
    isFreshAndOurs()
  })

  // Only root may give a file to somebody else.
  test.skipIf(!canBeAStranger).each([
    ['the folder', () => cache],
    ['a folder in it', () => join(cache, 'v24')],
    ['a file in it', () => planted],
  ])('%s of another user: begun anew', (_name, of) => {
    const { uid, gid } = strangerIdentity()
    chownSync(of(), uid, gid)
    expect(openCodeCache(cache)).toBe(cache)
    isFreshAndOurs()
  })

  test.each([
    ['in the place of the folder', () => cache],
    ['in the place of a folder in it', () => join(cache, 'v24')],
    ['in the place of a file in it', () => planted],
  ])('a link %s: begun anew, what it led to untouched', (_name, of) => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere-'))
    writeFileSync(join(elsewhere, 'kept'), 'kept')
    rmSync(of(), { recursive: true })
    symlinkSync(elsewhere, of())
    expect(openCodeCache(cache)).toBe(cache)
    isFreshAndOurs()
    expect(readFileSync(join(elsewhere, 'kept'), 'utf8')).toBe('kept')
    rmSync(elsewhere, { recursive: true })
  })

  test('a file in the place of the folder: begun anew', () => {
    rmSync(cache, { recursive: true })
    writeFileSync(cache, 'a file')
    expect(openCodeCache(cache)).toBe(cache)
    isFreshAndOurs()
  })

  test('grown over years of versions: begun anew', () => {
    truncateSync(planted, 65_000_000)
    expect(openCodeCache(cache)).toBe(cache)
    isFreshAndOurs()
  })

  test('no place for one: none', () => {
    expect(openCodeCache(join(profile, 'missing', 'code-cache'))).toBeNull()
  })
})
