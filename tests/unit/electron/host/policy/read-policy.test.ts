import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { policyPath } from '../../../../../electron/host/policy/policy-place.ts'
import { type Ownership, readPolicy } from '../../../../../electron/host/policy/read-policy.ts'
import { StartFailure } from '../../../../../electron/host/workstation-keeper.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-'))
  path = join(folder, 'policy.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

const roots: Ownership = { uid: 0, mode: 0o100644 }
const read = (platform: NodeJS.Platform = 'linux', ownershipOf: (path: string) => Ownership = () => roots) =>
  readPolicy({ path, platform, ownershipOf })
const refusal = (...args: Parameters<typeof read>): string => {
  try {
    read(...args)
  } catch (error) {
    if (error instanceof StartFailure) return error.message
    throw error
  }
  throw new Error('it was taken')
}

test.each([
  ['linux', {}, '/etc/videopriem/policy.json'],
  ['darwin', {}, '/Library/Application Support/Videopriem/policy.json'],
  ['win32', { ProgramData: 'D:\\Data' }, 'D:\\Data\\Videopriem\\policy.json'],
  ['win32', {}, 'C:\\ProgramData\\Videopriem\\policy.json'],
] as const)('%s %j: %s', (platform, environment, expected) => {
  expect(policyPath({ platform, environment })).toBe(expected)
})

test('no file is no policy', () => {
  expect(read()).toEqual({})
  path = join(folder, 'missing', 'policy.json')
  expect(read()).toEqual({})
})

test('a file of the administrator is taken', () => {
  writeFileSync(path, '{"idleLockMinutes": 15}')
  expect(read()).toEqual({ idleLockMinutes: 15 })
})

test.each<[string, Ownership, string]>([
  ['of somebody else', { uid: 1000, mode: 0o100644 }, 'принадлежит не root'],
  ['writable by its group', { uid: 0, mode: 0o100664 }, 'может изменить не только root'],
  ['writable by everybody', { uid: 0, mode: 0o100646 }, 'может изменить не только root'],
])('a file %s is refused, and so is such a folder', (_what, ownership, words) => {
  writeFileSync(path, '{"idleLockMinutes": 240}')
  expect(refusal('linux', () => ownership)).toContain(words)
  expect(refusal('linux', asked => (asked === folder ? ownership : roots))).toContain(words)
  expect(refusal('darwin', () => ownership)).toContain(words)
})

test('a link leads to the file whose owner counts', () => {
  const other = mkdtempSync(join(tmpdir(), 'policy-other-'))
  writeFileSync(join(other, 'mine.json'), '{}')
  symlinkSync(join(other, 'mine.json'), path)
  const asked: string[] = []
  read('linux', file => {
    asked.push(file)
    return roots
  })
  expect(asked).toEqual([join(other, 'mine.json'), dirname(join(other, 'mine.json'))])
  rmSync(other, { recursive: true })
})

test('on Windows the access list of the folder decides, which Node cannot see', () => {
  writeFileSync(path, '{"tray": false}')
  expect(read('win32', () => ({ uid: 1000, mode: 0o100666 }))).toEqual({ tray: false })
})

test('a policy with a mistake stops the start and names the file and every key', () => {
  writeFileSync(path, '{"idleLockMinutes": 15, "trey": false, "pauseMinutes": 0}')
  const message = refusal()
  expect(message).toContain(path)
  expect(message).toContain('неизвестный ключ «trey»')
  expect(message).toContain('«pauseMinutes»: Не меньше минуты')
})

test('a policy that cannot be read stops the start', () => {
  rmSync(path, { force: true })
  path = folder
  expect(refusal()).toContain('не читается')
})
