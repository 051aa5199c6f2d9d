import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readPageFile } from '../../../../electron/desktop/page-files.ts'
import { hostileOwnPaths } from '../../../fixtures/hostile-links.ts'

const base = mkdtempSync(join(tmpdir(), 'pages-'))
afterAll(() => rmSync(base, { recursive: true }))
const pages = join(base, 'renderer')
mkdirSync(join(pages, 'assets', 'folder.js'), { recursive: true })
mkdirSync(join(base, 'renderer-other'))
writeFileSync(join(base, 'secret.js'), 'secret')
writeFileSync(join(base, 'package.json'), '{}')
writeFileSync(join(base, 'renderer-other', 'x.js'), 'secret')
writeFileSync(join(pages, 'index.html'), '<!doctype html>')
for (const name of ['a.js', 'a.css', 'a.svg', 'a.woff2', 'a.exe', 'a.js.map', 'noextension'])
  writeFileSync(join(pages, 'assets', name), name)
symlinkSync(join(base, 'secret.js'), join(pages, 'assets', 'out.js'))
symlinkSync(base, join(pages, 'up'))
symlinkSync(join(base, 'renderer-other', 'x.js'), join(pages, 'beside.js'))
symlinkSync(join(pages, 'assets', 'a.js'), join(pages, 'inside.js'))

test.each([
  ['/index.html', 'text/html; charset=utf-8'],
  ['/assets/a.js', 'text/javascript; charset=utf-8'],
  ['/assets/a.css', 'text/css; charset=utf-8'],
  ['/assets/a.svg', 'image/svg+xml'],
  ['/assets/a.woff2', 'font/woff2'],
  ['/inside.js', 'text/javascript; charset=utf-8'],
])('%s is %s', async (path, mimeType) => expect((await readPageFile(pages, path))?.mimeType).toBe(mimeType))

test.each([
  // The guard refuses it; it leads to no other file.
  ...hostileOwnPaths.filter(path => path !== '/./index.html'),
  '/assets/out.js',
  '/up/secret.js',
  '/up/package.json',
  '/up/renderer-other/x.js',
  '/beside.js',
  '/../renderer-other/x.js',
  '/assets/folder.js',
  '/assets/a.exe',
  '/assets/a.js.map',
  '/assets/noextension',
  '/assets/missing.js',
  '/',
  '',
])('%j is not served', async path => expect(await readPageFile(pages, path)).toBeNull())

test('a folder of pages that is itself behind a link is served', async () => {
  symlinkSync(pages, join(base, 'current'))
  expect((await readPageFile(join(base, 'current'), '/assets/a.js'))?.bytes.toString()).toBe('a.js')
})
