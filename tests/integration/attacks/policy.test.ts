import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { policyOfStart } from '../../../electron/host/policy/policy-of-start.ts'
import { readPolicy } from '../../../electron/host/policy/read-policy.ts'
import { StartFailure } from '../../../electron/host/workstation-keeper.ts'
import { asOurselves, asStranger, canBeAStranger, strangerIdentity } from './stranger.ts'

/** Somebody who works here wants his own policy to count: his folder of recordings, his feed of updates. */

let folder: string
let path: string
beforeEach(() => {
  // Below a folder that is root's alone; /tmp is everybody's.
  folder = mkdtempSync('/var/lib/videopriem-policy-')
  chmodSync(folder, 0o755)
  path = join(folder, 'policy.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

const read = () => readPolicy({ path, platform: 'linux', programDirectory: '/' })
const { uid, gid } = strangerIdentity()

describe.skipIf(!canBeAStranger)('a policy on Linux', () => {
  test('of root in folders of root is taken, also where root laid a link', () => {
    writeFileSync(join(folder, 'of-the-office.json'), '{"tray": false}')
    symlinkSync(join(folder, 'of-the-office.json'), path)
    expect(read()).toEqual({ tray: false })
  })
  test.each<[string, () => void]>([
    [
      'his own file',
      () => {
        writeFileSync(path, '{}')
        chownSync(path, uid, gid)
      },
    ],
    [
      'a file everybody may write to',
      () => {
        writeFileSync(path, '{}')
        chmodSync(path, 0o666)
      },
    ],
    [
      'a file of root in a folder of his',
      () => {
        writeFileSync(path, '{}')
        chownSync(folder, uid, gid)
      },
    ],
    [
      'a file of root, two folders below one of his',
      () => {
        chownSync(folder, uid, gid)
        mkdirSync(join(folder, 'a/b'), { recursive: true })
        path = join(folder, 'a/b/policy.json')
        writeFileSync(path, '{}')
      },
    ],
    [
      'a link to a file of his',
      () => {
        const own = mkdtempSync(join(tmpdir(), 'own-'))
        writeFileSync(join(own, 'mine.json'), '{}')
        symlinkSync(join(own, 'mine.json'), path)
      },
    ],
    [
      'a second name for a file of his',
      () => {
        writeFileSync(join(folder, 'mine.json'), '{}')
        chownSync(join(folder, 'mine.json'), uid, gid)
        symlinkSync('mine.json', path)
      },
    ],
  ])('%s is refused in words', (_, plant) => {
    plant()
    const logsDirectory = join(folder, 'logs')
    expect(() =>
      policyOfStart({ path, platform: 'linux', programDirectory: '/', demonstration: false, logsDirectory }),
    ).toThrow(StartFailure)
    expect(readFileSync(join(logsDirectory, 'supervisor.log'), 'utf8')).toMatch(/root.*"policy refused"/)
    expect(read).toThrow(/Политика организации не принята.*\n.*(принадлежит не root|может изменить не только root)/)
  })
})

const tryToWrite = `
const [module, ...paths] = process.argv.slice(1)
const { canWrite } = await import(module)
console.log(JSON.stringify(paths.map(canWrite)))
`

test.skipIf(!canBeAStranger)('what can be written to is found by trying, and nothing is left behind', async () => {
  writeFileSync(path, '{}')
  const open = join(folder, 'open')
  mkdirSync(open)
  chmodSync(open, 0o777)
  writeFileSync(join(open, 'a.json'), '{}')
  chmodSync(join(open, 'a.json'), 0o666)
  const module = pathToFileURL(join(import.meta.dirname, '../../../electron/host/policy/read-policy.ts')).href
  const asked = [module, path, folder, join(open, 'a.json'), open, join(folder, 'missing')]
  expect(JSON.parse(await asStranger(tryToWrite, ...asked))).toEqual([false, false, true, true, false])
  expect(JSON.parse(await asOurselves(tryToWrite, ...asked))).toEqual([true, true, true, true, false])
  expect([readdirSync(folder), readdirSync(open)]).toEqual([['open', 'policy.json'], ['a.json']])
})
