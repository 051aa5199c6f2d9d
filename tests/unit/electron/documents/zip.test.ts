import { expect, test } from 'vitest'
import { zipPieces, zipTexts } from '../../../../electron/documents/zip.ts'
import { readZip } from './read-zip.ts'

test('what went in comes out, Cyrillic too; the same content gives the same bytes', () => {
  const entries = [
    { name: 'a.json', text: '{"микрофон":"Jabra"}' },
    { name: 'folder/b.txt', text: '' },
  ]
  const bytes = zipTexts(entries)
  expect([...readZip(bytes)]).toEqual(entries.map(({ name, text }) => [name, text]))
  expect(zipTexts(entries).equals(bytes)).toBe(true)
})

test.each(['../up', '/root', 'имя.txt', ''])('a name that is not plain is refused: %s', name => {
  expect(() => zipTexts([{ name, text: '' }])).toThrow(/plain name/)
})

test('piece by piece the same comes out, from texts made meanwhile', async () => {
  async function* later(): AsyncGenerator<string, void> {
    for (let index = 0; index < 5_000; index += 1) yield `строка ${index} ${Math.sin(index)}\n`
  }
  const pieces: Buffer[] = []
  for await (const piece of zipPieces([
    { name: 'a.txt', texts: later() },
    { name: 'b.txt', texts: [] },
  ])) {
    pieces.push(piece)
  }
  const files = readZip(Buffer.concat(pieces))
  expect(files.get('a.txt')?.split('\n')).toHaveLength(5_001)
  expect(files.get('b.txt')).toBe('')
})
