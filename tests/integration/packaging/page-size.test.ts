import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

/**
 * What a page loads before its first picture: its script and what that imports, as the built page names it. A screen or a
 * dialog that is not the first thing seen belongs behind `lazyPart`; the figures stand in docs/figures.md.
 */
const out = resolve(import.meta.dirname, '../../../out/renderer')

function firstLoadOf(page: string): readonly Buffer[] {
  const html = readFileSync(resolve(out, page), 'utf8')
  const scripts = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, path = '']) => path)
  expect(scripts.length, page).toBeGreaterThan(0)
  return scripts.map(path => readFileSync(resolve(out, path)))
}

test.each([
  ['index.html', 235_000],
  ['recorder.html', 40_000],
])('%s first loads no more than %d bytes of script, packed', (page, mostBytes) => {
  const bytes = firstLoadOf(page).reduce((sum, script) => sum + gzipSync(script).length, 0)
  expect(bytes).toBeLessThanOrEqual(mostBytes)
})

test('the recorder loads nothing of the interface', () => {
  for (const script of firstLoadOf('recorder.html')) expect(script.toString()).not.toMatch(/mantine|react-dom/i)
})
