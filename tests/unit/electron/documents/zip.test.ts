import { expect, test } from 'vitest'
import { zipTexts } from '../../../../electron/documents/zip.ts'
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
