import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeBundle } from '../../../build/bundle.mjs'

let root: string
let printed: ReturnType<typeof vi.spyOn>
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'videopriem-bundle-'))
  mkdirSync(join(root, 'sources'))
  writeFileSync(join(root, 'sources/one.ts'), 'export const one = 1')
  writeFileSync(join(root, 'product.js'), '')
  printed = vi.spyOn(console, 'log').mockImplementation(() => undefined)
})
afterEach(() => {
  printed.mockRestore()
  rmSync(root, { recursive: true })
})

/** Whether it was built anew; nothing runs in these builds but the stamp. */
async function isBuiltAnew(): Promise<boolean> {
  printed.mockClear()
  const { build } = makeBundle({
    what: 'пробы',
    stamp: join(root, 'stamp'),
    product: join(root, 'product.js'),
    folders: [join(root, 'sources')],
    files: [],
    runs: [],
  })
  await build(process.execPath)
  return printed.mock.calls.length > 0
}
const source = (name: string) => join(root, 'sources', name)

test('built once, and not again', async () => {
  expect(await isBuiltAnew()).toBe(true)
  expect(await isBuiltAnew()).toBe(false)
})

test.each<[string, () => void]>([
  ['another text', () => writeFileSync(source('one.ts'), 'export const one = 1000')],
  [
    'another text of the same length, its time put back',
    () => {
      writeFileSync(source('one.ts'), 'export const one = 2')
      utimesSync(source('one.ts'), 0, 0)
    },
  ],
  ['one file more', () => writeFileSync(source('two.ts'), '')],
  ['one file less', () => rmSync(source('one.ts'))],
  ['the product is gone', () => rmSync(join(root, 'product.js'))],
  ['the stamp is gone', () => rmSync(join(root, 'stamp'))],
  ['a stamp of an earlier program, of other sources', () => writeFileSync(join(root, 'stamp'), 'a'.repeat(64))],
])('built again: %s', async (_, changes) => {
  utimesSync(source('one.ts'), 0, 0)
  await isBuiltAnew()
  changes()
  expect(await isBuiltAnew()).toBe(true)
})

test('the same text written again is not built, and not read a third time', async () => {
  await isBuiltAnew()
  const before = readFileSync(join(root, 'stamp'), 'utf8')
  writeFileSync(source('two.ts'), '')
  rmSync(source('two.ts'))
  writeFileSync(source('one.ts'), 'export const one = 1')
  expect(await isBuiltAnew()).toBe(false)
  const after = readFileSync(join(root, 'stamp'), 'utf8')
  expect(after.split('\n')[0]).toBe(before.split('\n')[0])
  expect(after).not.toBe(before)
})
