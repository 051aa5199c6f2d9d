import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { makeIcns, makeIco } from '../../../../build/icons/containers.mjs'

const folder = resolve(import.meta.dirname, '../../../../build/icons')
const sizeOf = (png: Buffer): number[] => [png.readUInt32BE(16), png.readUInt32BE(20)]
const committed = new Map(
  readdirSync(join(folder, 'linux'))
    .map(name => [Number.parseInt(name, 10), readFileSync(join(folder, 'linux', name))] as const)
    .sort(([a], [b]) => a - b),
)

test('every picture has the size its name promises', () => {
  expect([...committed.keys()]).toEqual([16, 32, 48, 64, 128, 256, 512])
  for (const [size, png] of committed) expect(sizeOf(png)).toEqual([size, size])
})

test('the committed containers hold the committed pictures', () => {
  expect(readFileSync(join(folder, 'icon.ico')).equals(makeIco(committed))).toBe(true)
  expect(readFileSync(join(folder, 'icon.icns')).equals(makeIcns(committed))).toBe(true)
})

test('the running program shows the same picture', () => {
  const shown = readFileSync(resolve(folder, '../../resources/icons/videopriem.png'))
  expect(shown.equals(committed.get(256) ?? Buffer.alloc(0))).toBe(true)
})

test('the Windows icon names each picture by size, length and place', () => {
  const ico = makeIco(committed)
  const count = ico.readUInt16LE(4)
  const found = Array.from({ length: count }, (_, index) => {
    const at = 6 + 16 * index
    const length = ico.readUInt32LE(at + 8)
    const offset = ico.readUInt32LE(at + 12)
    return [ico.readUInt8(at), ...sizeOf(ico.subarray(offset, offset + length))]
  })
  expect(found).toEqual([16, 32, 48, 64, 128, 256].map(size => [size % 256, size, size]))
})

test('the macOS icon is as long as it says', () => {
  const icns = makeIcns(committed)
  expect(icns.toString('latin1', 0, 4)).toBe('icns')
  expect(icns.readUInt32BE(4)).toBe(icns.length)
})
