import { chmodSync, chownSync, lstatSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { foldersWithCopies, storedCopies } from '../../../electron/backup/backup-place.ts'
import { ForeignEntry, openSharedFolder } from '../../../electron/disk/shared-folder.ts'
import { makeInbox } from '../../../electron/recording/import/inbox.ts'
import { createRecordingFolder } from '../../../electron/recording/live/recording-folder.ts'
import { unwrap } from '../../../shared/contract/reply.ts'
import type { RecordingSession } from '../../../shared/recording/part-log.ts'
import { until } from '../../fixtures/until.ts'
import { makeBackupBench } from '../../unit/electron/backup/backup-bench.ts'
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

describe('a folder of ours in one that others write to', () => {
  const recording = {
    ...{ recordingId: 'b8f0b5a1-2f59-4a2e-8c3b-3a5d3f8a9c22', startedAt: '2026-11-20T09:00:00+07:00' },
    workplaceId: '0d5f2c1e-6a3b-4c7d-9e8f-1a2b3c4d5e6f',
  } as RecordingSession
  const importId = '5b0a8b0c-55d0-4f5e-8a53-0f6f0c1d2e3f'
  /** What is made below it, and by whom. */
  const users: [string, readonly string[], () => Promise<unknown>][] = [
    [
      'recordings',
      [recording.workplaceId, `${recording.workplaceId}/2026`, `${recording.workplaceId}/2026/11`],
      () => createRecordingFolder(shared, recording),
    ],
    [
      'uploads',
      [recording.workplaceId, `${recording.workplaceId}/incoming`],
      () => {
        const inbox = makeInbox({ rootDirectory: shared, workplaceId: () => recording.workplaceId })
        return inbox.receive(importId, Readable.from([Buffer.from('film')]), 4)
      },
    ],
  ]
  const places = users.flatMap(([name, folders, use]) => folders.map(below => [name, below, use] as const))

  test.each(places)('%s: a link at %s is not followed', async (_, below, use) => {
    await mkdir(dirname(join(shared, below)), { recursive: true })
    await symlink(own, join(shared, below))
    await expect(use()).rejects.toBeInstanceOf(ForeignEntry)
    expect(await readdir(own)).toEqual(['diary.txt'])
  })
  test.skipIf(!canBeAStranger).each(places)(
    '%s: a folder of somebody else at %s is not used',
    async (_, below, use) => {
      await mkdir(join(shared, below), { recursive: true })
      chownSync(join(shared, below), 65_534, 65_534)
      await expect(use()).rejects.toBeInstanceOf(ForeignEntry)
      expect(await readdir(join(shared, below))).toEqual([])
    },
  )
  test.each(users)('%s: are made where nothing lies, and in what is ours already', async (_, folders, use) => {
    await mkdir(join(shared, folders[0] ?? ''))
    await use()
    for (const below of folders) expect(lstatSync(join(shared, below)).isDirectory()).toBe(true)
  })
})

describe('copies in a folder that others write to', () => {
  let bench: ReturnType<typeof makeBackupBench>
  beforeEach(() => {
    bench = makeBackupBench(1)
    chmodSync(bench.directory, 0o777)
  })
  afterEach(() => bench.close())

  test('a link in place of the folder of the workplace: no copy goes there, and nothing there is taken apart', async () => {
    await mkdir(join(own, '2026-11-20T02-00-00Z.unfinished'))
    await symlink(own, bench.copies)
    expect(() => bench.make()).toThrow(expect.objectContaining({ code: 'foreignFolder' }))
    expect((await readdir(own)).sort()).toEqual(['2026-11-20T02-00-00Z.unfinished', 'diary.txt'])
  })
  test.skipIf(!canBeAStranger)('a folder of somebody else in its place gets no copy', async () => {
    await mkdir(bench.copies)
    chownSync(bench.copies, 65_534, 65_534)
    expect(() => bench.make()).toThrow(expect.objectContaining({ code: 'foreignFolder' }))
    // One of whoever the whole belongs to does: a server gives everything one owner.
    chownSync(bench.directory, 65_534, 65_534)
    expect(bench.make().name).toBeTruthy()
  })
  test('links among the copies are none: neither a folder of copies nor a database', async () => {
    const { name } = bench.make()
    await symlink(join(bench.copies, name), join(bench.copies, '2026-11-19T03-00-00Z'))
    const half = join(bench.copies, '2026-11-18T03-00-00Z')
    await mkdir(half)
    await copyFile(join(bench.copies, name, 'backup.json'), join(half, 'backup.json'))
    await symlink(join(own, 'diary.txt'), join(half, 'workstation.db'))
    await symlink(own, join(bench.directory, 'videopriem-1'))
    await mkdir(join(own, '2026-11-17T03-00-00Z'))
    expect(storedCopies(bench.copies).map(copy => copy.name)).toEqual([name])
    expect(foldersWithCopies(bench.directory)).toEqual([bench.copies])
  })
})
