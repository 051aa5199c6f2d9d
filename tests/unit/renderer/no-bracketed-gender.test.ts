import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** «Позвонил(а)» is no Russian office style, and half of those who read it are women. */
const root = join(import.meta.dirname, '../../..')
const bracketed = /[а-яё]\((?:а|ла|на|ась|ён|ена|ся|ой|ая)\)/iu

function* textsOf(folder: string): Generator<readonly [path: string, text: string]> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.(?:tsx?|html|md|json)$/u.test(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    yield [path, readFileSync(path, 'utf8')]
  }
}

test.each(['renderer', 'docs/ru', 'resources/regulations', 'resources/notices', 'resources/documents'])(
  'no form of both genders in brackets is written in %s',
  folder => {
    const found = [...textsOf(join(root, folder))].flatMap(([path, text]) =>
      text.split('\n').flatMap((line, index) => (bracketed.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
    )
    expect(found).toEqual([])
  },
)

test('the pattern finds what it is for', () => {
  for (const text of ['Позвонил(а)', 'Внёс(ла)', 'Согласен(на)']) expect(bracketed.test(text)).toBe(true)
  for (const text of ['(п. 2.4)', 'приём (без записи)']) expect(bracketed.test(text)).toBe(false)
})
