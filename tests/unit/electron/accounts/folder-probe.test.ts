import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeFolder, probeFolder } from '../../../../electron/accounts/folder-probe.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'videopriem-probe-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

test('a folder that is there is tried by writing, and nothing is left in it', async () => {
  const probed = await probeFolder(root)
  expect(probed).toEqual({ ok: true, freeBytes: expect.any(Number), nearest: root })
  expect(readdirSync(root)).toEqual([])
})

test('a folder that is missing is judged by the one above it, and is not made', async () => {
  const wanted = join(root, 'a', 'b', 'записи')
  expect(await probeFolder(wanted)).toMatchObject({ ok: true, nearest: root })
  expect(readdirSync(root)).toEqual([])
  expect(await makeFolder(wanted)).toBeNull()
  expect(statSync(wanted).mode & 0o777).toBe(0o700)
  expect(await probeFolder(wanted)).toMatchObject({ ok: true, nearest: wanted })
})

test('what cannot be a folder is told in words for its field', async () => {
  const file = join(root, 'файл')
  writeFileSync(file, '')
  mkdirSync(join(root, 'x'))
  expect(await probeFolder('записи')).toMatchObject({ ok: false, hint: expect.stringContaining('полный путь') })
  expect(await probeFolder(file)).toEqual({ ok: false, hint: 'По этому пути лежит файл, а не папка' })
  expect(await probeFolder(join(file, 'внутри'))).toEqual({ ok: false, hint: 'По этому пути лежит файл, а не папка' })
  expect(await makeFolder(join(file, 'внутри'))).toBe('По этому пути лежит файл, а не папка')
  // A file system nobody may make folders in, root neither.
  const refused = await probeFolder('/proc/videopriem')
  expect(refused).toMatchObject({ ok: false })
})
