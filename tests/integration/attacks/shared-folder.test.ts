import { chmodSync, chownSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ForeignEntry, openSharedFolder } from '../../../electron/disk/shared-folder.ts'
import { unwrap } from '../../../shared/contract/reply.ts'
import { until } from '../../fixtures/until.ts'
import { type MailroomBench, openMailroomBench } from '../mailroom/mailroom-bench.ts'
import { asStranger, canBeAStranger } from './stranger.ts'

/** A folder that others may write to leads nobody to a file of the person who looks into it. */

let shared: string
let own: string
beforeEach(async () => {
  shared = await mkdtemp(join(tmpdir(), 'shared-'))
  chmodSync(shared, 0o777)
  own = await mkdtemp(join(tmpdir(), 'own-'))
  await writeFile(join(own, 'diary.txt'), 'mine')
})
afterEach(() => Promise.all([shared, own].map(folder => rm(folder, { recursive: true }))))

const diary = () => readFile(join(own, 'diary.txt'), 'utf8')

const plant = `
import { mkdirSync, symlinkSync, writeFileSync, chmodSync } from 'node:fs'
const [folder, target] = process.argv.slice(1)
mkdirSync(folder + '/непрочитанные')
chmodSync(folder + '/непрочитанные', 0o777)
symlinkSync(target, folder + '/непрочитанные/пустое.eml.причина.txt')
writeFileSync(folder + '/пустое.eml', '')
`

test.skipIf(!canBeAStranger)(
  'the watched folder of letters: a link laid by another user overwrites nothing',
  async () => {
    const bench: MailroomBench = openMailroomBench()
    try {
      await asStranger(plant, shared, join(own, 'diary.txt'))
      await unwrap(bench.care.service.setFolder(bench.session, shared))
      const trouble = () => unwrap(bench.care.service.folder()).then(folder => folder.trouble)
      await until('the trap is said', trouble, found => found === 'unreadable')
      expect(await diary()).toBe('mine')
    } finally {
      await bench.close()
    }
  },
)

describe('a file in its place', () => {
  test.each<[string, (path: string) => Promise<unknown>]>([
    ['a link', path => symlink(join(own, 'diary.txt'), path)],
    ['a folder', path => mkdir(path)],
  ])('%s is neither read nor moved', async (_, plantAt) => {
    await plantAt(join(shared, 'a.eml'))
    const folder = openSharedFolder(shared)
    expect(await folder.look('a.eml')).toBeNull()
    await expect(folder.read('a.eml', 1_000)).rejects.toBeInstanceOf(ForeignEntry)
    await expect(folder.moveInto('taken', 'a.eml')).rejects.toBeInstanceOf(ForeignEntry)
  })
  test('that is plain is read up to a bound and moved, whatever stood there before is kept', async () => {
    const folder = openSharedFolder(shared)
    await mkdir(join(shared, 'taken'))
    await writeFile(join(shared, 'taken/a.eml'), 'former')
    await symlink(join(own, 'diary.txt'), join(shared, 'taken/a (2).eml'))
    await writeFile(join(shared, 'a.eml'), 'letter')
    expect(await folder.read('a.eml', 5)).toBeNull()
    expect(String(await folder.read('a.eml', 6))).toBe('letter')
    expect(await folder.moveInto('taken', 'a.eml')).toBe('a (3).eml')
    expect(await readFile(join(shared, 'taken/a (3).eml'), 'utf8')).toBe('letter')
    expect(await readFile(join(shared, 'taken/a.eml'), 'utf8')).toBe('former')
    expect(await readdir(shared)).toEqual(['taken'])
    expect(await diary()).toBe('mine')
  })
})

describe('a folder below', () => {
  test.skipIf(process.platform === 'win32')('that leads elsewhere is not entered', async () => {
    await symlink(own, join(shared, 'taken'))
    await writeFile(join(shared, 'a.eml'), 'letter')
    const folder = openSharedFolder(shared)
    await expect(folder.moveInto('taken', 'a.eml')).rejects.toBeInstanceOf(ForeignEntry)
    await expect(folder.create('taken', 'b.txt', 'x')).rejects.toBeInstanceOf(ForeignEntry)
    expect(await readdir(own)).toEqual(['diary.txt'])
  })
  test.skipIf(!canBeAStranger)('of somebody else is not entered; one of whoever shares the whole is', async () => {
    await mkdir(join(shared, 'taken'))
    chownSync(join(shared, 'taken'), 65_534, 65_534)
    const folder = openSharedFolder(shared)
    await expect(folder.create('taken', 'b.txt', 'x')).rejects.toBeInstanceOf(ForeignEntry)
    chownSync(shared, 65_534, 65_534)
    await folder.create('taken', 'b.txt', 'x')
    expect(await readFile(join(shared, 'taken/b.txt'), 'utf8')).toBe('x')
  })
  test('keeps what is there: nothing is created over it, through a link neither', async () => {
    const folder = openSharedFolder(shared)
    await folder.create('taken', 'b.txt', 'first')
    await expect(folder.create('taken', 'b.txt', 'second')).rejects.toMatchObject({ code: 'EEXIST' })
    await rename(join(shared, 'taken/b.txt'), join(shared, 'taken/c.txt'))
    await symlink(join(own, 'diary.txt'), join(shared, 'taken/b.txt'))
    await expect(folder.create('taken', 'b.txt', 'third')).rejects.toMatchObject({ code: 'EEXIST' })
    expect(await diary()).toBe('mine')
  })
})
