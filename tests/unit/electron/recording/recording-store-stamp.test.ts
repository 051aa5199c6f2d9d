import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openRecordingPlace, wayInside } from '../../../../electron/recording/presence/recording-store-stamp.ts'

let root: string
let troubles: number
const open = (name: string) =>
  openRecordingPlace(join(root, name), () => {
    troubles += 1
  })
beforeEach(async () => {
  troubles = 0
  root = await mkdtemp(join(tmpdir(), 'videopriem-store-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

test('a folder of recordings keeps its id, also copied whole to another disk; another folder has another', async () => {
  const first = await open('a')
  expect(await open('a')).toEqual(first)
  await cp(join(root, 'a'), join(root, 'copy'), { recursive: true })
  expect((await open('copy')).storeId).toBe(first.storeId)
  expect((await open('b')).storeId).not.toBe(first.storeId)
})

test('a stamp that is none of ours, or a folder that cannot be made: no id, and the workstation goes on', async () => {
  await writeFile(join(root, 'store.json'), '{}')
  expect((await open('')).storeId).toBeNull()
  expect((await open('store.json/below')).storeId).toBeNull()
  expect(troubles).toBe(2)
})

test('the way inside the store, and no way out of it', () => {
  expect(wayInside('/store', '/store/2026/11/x')).toBe('2026/11/x')
  for (const outside of ['/store', '/other/2026', '/store/../keys'])
    expect(() => wayInside('/store', outside)).toThrow()
})
