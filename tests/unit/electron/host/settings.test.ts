import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSettings } from '../../../../electron/host/settings.ts'

let profile: string
const file = (): string => join(profile, 'settings.json')
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'settings-'))
})
afterEach(() => rmSync(profile, { recursive: true }))

const nothingSet = {
  port: null,
  demonstrationRoomPort: null,
  recordingsDirectory: null,
  ffmpeg: null,
  browser: null,
  keyWarningShown: null,
}

test('a new profile has nothing set', () => expect(openSettings(profile).read()).toEqual(nothingSet))

test('what is written is there for the next start, and for the owner only', () => {
  openSettings(profile).write({ port: 47123 })
  openSettings(profile).write({ recordingsDirectory: '/data/recordings' })
  expect(openSettings(profile).read()).toEqual({ ...nothingSet, port: 47123, recordingsDirectory: '/data/recordings' })
  expect(statSync(file()).mode & 0o777).toBe(0o600)
})

test('what stands there already is not written again; what does not is', () => {
  const settings = openSettings(profile)
  settings.write({ port: 47123, ffmpeg: '/usr/bin/ffmpeg' })
  // Each writing puts another file in its place.
  const { ino } = statSync(file())
  settings.write({ port: 47123 })
  expect(statSync(file()).ino).toBe(ino)
  settings.write({ port: 47123, ffmpeg: null })
  expect(statSync(file()).ino).not.toBe(ino)
  expect(openSettings(profile).read()).toEqual({ ...nothingSet, port: 47123 })
})

test.each(['', '{', 'null', '{"port":"80"}', '{"port":80}', '{"port":1e9,"ffmpeg":7}', '[]'])(
  'a spoilt file does not stop the start: %s',
  text => {
    writeFileSync(file(), text)
    expect(openSettings(profile).read()).toEqual(nothingSet)
    openSettings(profile).write({ port: 5000 })
    expect(openSettings(profile).read().port).toBe(5000)
  },
)

test('a file that cannot be read is put aside, whole, and told; one that can is not', () => {
  writeFileSync(file(), '{"recordingsDirectory":"/mnt/videozapisi",')
  const { damagedCopy } = openSettings(profile)
  expect(damagedCopy).toMatch(/settings\.damaged-.+Z\.json$/)
  expect(readFileSync(damagedCopy ?? '', 'utf8')).toContain('/mnt/videozapisi')
  openSettings(profile).write({ port: 5000 })
  expect(openSettings(profile).damagedCopy).toBeNull()
})

test('settings of a later version survive', () => {
  writeFileSync(file(), '{"later":{"a":1}}')
  openSettings(profile).write({ port: 5000 })
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({ later: { a: 1 }, port: 5000 })
})
