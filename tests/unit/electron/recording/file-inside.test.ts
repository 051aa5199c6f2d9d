import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fileInside } from '../../../../electron/recording/file-inside.ts'

let root: string
let folder: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'videopriem-inside-'))
  folder = join(root, 'recording')
  await mkdir(folder)
  await writeFile(join(root, 'database.key'), 'key')
})
afterEach(() => rm(root, { recursive: true, force: true }))

test('a plain file is there, with its length', async () => {
  await writeFile(join(folder, 'film.mkv'), 'film')
  expect(fileInside(folder, 'film.mkv')).toEqual({ kind: 'here', path: join(folder, 'film.mkv'), byteLength: 4 })
})

test('the folder itself may be reached by a link: a disk may be mounted so', async () => {
  await writeFile(join(folder, 'film.mkv'), 'film')
  await symlink(folder, join(root, 'store'))
  expect(fileInside(join(root, 'store'), 'film.mkv')).toMatchObject({ kind: 'here' })
})

test.each([
  ['nothing', async () => undefined, 'missing'],
  ['a folder', () => mkdir(join(folder, 'film.mkv')), 'foreign'],
  ['a link out of the folder', () => symlink(join(root, 'database.key'), join(folder, 'film.mkv')), 'foreign'],
  ['a relative link out of it', () => symlink('../database.key', join(folder, 'film.mkv')), 'foreign'],
  ['a link to nothing', () => symlink(join(root, 'gone'), join(folder, 'film.mkv')), 'foreign'],
  [
    'a link within the folder',
    async () => {
      await writeFile(join(folder, 'other.mkv'), 'other')
      await symlink('other.mkv', join(folder, 'film.mkv'))
    },
    'foreign',
  ],
])('%s in its place: %s', async (_name, put, kind) => {
  await put()
  expect(fileInside(folder, 'film.mkv').kind).toBe(kind)
})

test.each(['../database.key', 'sub/../../database.key'])('a name with a path leads nowhere: %s', name => {
  expect(fileInside(folder, name).kind).not.toBe('here')
})
