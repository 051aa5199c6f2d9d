import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makePrivateDirectory, type ProfilePlace, usualProfileDirectory } from '../../../../electron/host/profile.ts'

const place = (change: Partial<ProfilePlace>): ProfilePlace => ({
  platform: 'linux',
  environment: {},
  home: '/home/ivanova',
  demonstration: false,
  ...change,
})

test.each([
  [place({}), '/home/ivanova/.local/share/videopriem'],
  [place({ demonstration: true }), '/home/ivanova/.local/share/videopriem-demo'],
  [place({ environment: { XDG_DATA_HOME: '/data' } }), '/data/videopriem'],
  [place({ environment: { XDG_DATA_HOME: 'relative' } }), '/home/ivanova/.local/share/videopriem'],
  [place({ environment: { XDG_DATA_HOME: '' } }), '/home/ivanova/.local/share/videopriem'],
  [place({ platform: 'darwin', home: '/Users/i' }), '/Users/i/Library/Application Support/videopriem'],
  [
    place({ platform: 'win32', home: 'C:\\Users\\i', environment: { LOCALAPPDATA: 'D:\\Local' } }),
    'D:\\Local\\videopriem',
  ],
  [
    place({ platform: 'win32', home: 'C:\\Users\\i', demonstration: true }),
    'C:\\Users\\i\\AppData\\Local\\videopriem-demo',
  ],
])('%o', (given, expected) => expect(usualProfileDirectory(given)).toBe(expected))

test('a profile that stood open is closed to others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'profile-'))
  try {
    mkdirSync(join(folder, 'a'), { mode: 0o755 })
    makePrivateDirectory(join(folder, 'a'))
    makePrivateDirectory(join(folder, 'b', 'c'))
    expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'b', 'c')).mode & 0o777).toBe(0o700)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
