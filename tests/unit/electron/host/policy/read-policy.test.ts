import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { policyPath } from '../../../../../electron/host/policy/policy-place.ts'
import { type Ownership, readPolicy } from '../../../../../electron/host/policy/read-policy.ts'
import { StartFailure } from '../../../../../electron/host/workstation-keeper.ts'

let folder: string
let path: string
let writable: string[]
beforeEach(() => {
  writable = []
  folder = mkdtempSync(join(tmpdir(), 'policy-'))
  path = join(folder, 'policy.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** The folder and all above it. */
const foldersAbove = (at: string): string[] => (at === dirname(at) ? [at] : [at, ...foldersAbove(dirname(at))])

const roots: Ownership = { uid: 0, mode: 0o100644 }
const read = (platform: NodeJS.Platform = 'linux', ownershipOf: (path: string) => Ownership = () => roots) =>
  readPolicy({
    path,
    platform,
    ownershipOf,
    programDirectory: '/opt/videopriem',
    mayWrite: at => writable.includes(at),
  })
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
  ['linux', '/etc/videopriem/policy.json'],
  ['darwin', '/Library/Application Support/Videopriem/policy.json'],
  ['win32', 'C:\\ProgramData\\Videopriem\\policy.json'],
] as const)('%s: %s, whatever the environment says', (platform, expected) => {
  vi.stubEnv('ProgramData', 'C:\\Users\\me')
  vi.stubEnv('PROGRAMDATA', 'C:\\Users\\me')
  expect(policyPath({ platform, resourcesPath: folder })).toBe(expected)
  vi.unstubAllEnvs()
})

describe('the folder the installer named', () => {
  const note = (bytes: Buffer) => writeFileSync(join(folder, 'policy-folder.txt'), bytes)
  const ofWindows = () => policyPath({ platform: 'win32', resourcesPath: folder })
  test('is where the policy is looked for', () => {
    note(Buffer.from('\uFEFFD:\\Данные программ\r\n', 'utf16le'))
    expect(ofWindows()).toBe('D:\\Данные программ\\Videopriem\\policy.json')
  })
  test.each(['', '%ProgramData%', '\\\\server\\share', 'ProgramData', '\\\\?\\C:\\ProgramData'])(
    'cannot be «%s»',
    text => {
      note(Buffer.from(`\uFEFF${text}`, 'utf16le'))
      expect(ofWindows).toThrow(StartFailure)
    },
  )
  test('is asked of Windows and not of a variable', () => {
    const script = readFileSync(join(import.meta.dirname, '../../../../../build/windows/installer.nsh'), 'utf8')
    expect(script).not.toMatch(/ReadEnvStr|ExpandEnvStrings|%\w+%/i)
    expect(script).toMatch(/SetShellVarContext all\s+StrCpy \$0 "\$APPDATA"/)
    expect(script).toContain('FileOpen $2 "$INSTDIR\\resources\\policy-folder.txt" w')
  })
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
  for (const above of foldersAbove(folder)) {
    expect(refusal('linux', asked => (asked === above ? ownership : roots))).toContain(`${above} ${words}`)
  }
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
  expect(asked).toEqual([join(other, 'mine.json'), ...foldersAbove(other)])
  rmSync(other, { recursive: true })
})

describe('on Windows', () => {
  beforeEach(() => writeFileSync(path, '{"tray": false}'))
  test('modes say nothing: a policy that cannot be written to is taken', () => {
    expect(read('win32', () => ({ uid: 1000, mode: 0o100666 }))).toEqual({ tray: false })
  })
  test.each([
    ['the file', () => path],
    ['its folder', () => folder],
  ])('%s that we can write to is not the administrator’s', (_, which) => {
    writable = [which()]
    expect(refusal('win32')).toContain(`${which()} может изменить не только администратор`)
  })
  test('whoever may write to the program itself is an administrator, or its owner', () => {
    writable = [path, folder, '/opt/videopriem']
    expect(read('win32')).toEqual({ tray: false })
  })
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
