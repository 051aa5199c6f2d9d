import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { makeRunPlaces } from '../../../../electron/host/run-places.ts'

test.each(['run', join('long'.repeat(30), 'run')])(
  'sockets fit the system and lie where only the owner gets: %s',
  name => {
    const folder = mkdtempSync(join(tmpdir(), 'run-'))
    const places = makeRunPlaces(join(folder, name))
    try {
      for (const path of [places.supervisor, places.workstation]) {
        expect(Buffer.byteLength(path)).toBeLessThanOrEqual(103)
        expect(statSync(dirname(path)).mode & 0o777).toBe(0o700)
      }
      expect(makeRunPlaces(join(folder, name))).toEqual(places)
      expect(makeRunPlaces(join(folder, `${name}2`))).not.toEqual(places)
    } finally {
      rmSync(dirname(places.supervisor), { recursive: true })
      rmSync(dirname(makeRunPlaces(join(folder, `${name}2`)).supervisor), { recursive: true })
      rmSync(folder, { recursive: true, force: true })
    }
  },
)

test('pipes of Windows: the same for one profile, and nothing another user can work out', () => {
  const folder = mkdtempSync(join(tmpdir(), 'run-'))
  try {
    const run = join(folder, 'run')
    const places = makeRunPlaces(run, 'win32')
    expect(places.workstation).toMatch(/^\\\\\.\\pipe\\videopriem-[0-9a-f]{16}-workstation$/)
    expect(makeRunPlaces(run, 'win32')).toEqual(places)
    expect(statSync(join(run, 'pipes.key')).mode & 0o777).toBe(0o600)
    // The same path of another installation has another name.
    rmSync(run, { recursive: true })
    expect(makeRunPlaces(run, 'win32')).not.toEqual(places)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
