import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

/** The gates are only worth something if they report: each is shown a project with one thing wrong. */

// Whole tools are started here.
vi.setConfig({ testTimeout: 60_000 })

const root = resolve(import.meta.dirname, '../../..')
let project: string
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(project, path)), { recursive: true })
  writeFileSync(join(project, path), text)
}
const run = (tool: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules', tool), ...args], {
    cwd: project,
    encoding: 'utf8',
  })
  return { status, output: stdout + stderr }
}

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'gates-'))
  for (const file of ['biome.json', 'knip.jsonc', 'package.json', 'tsconfig.json', '.gitignore']) {
    cpSync(join(root, file), join(project, file))
  }
  // The rules of our own that biome.json names.
  cpSync(join(root, 'build/no-spread-extremes.grit'), join(project, 'build/no-spread-extremes.grit'))
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'))
})
afterAll(() => rmSync(project, { recursive: true }))

const againstTheArrow = [
  ['shared/a.ts', "import { x } from '../electron/x.ts'"],
  ['shared/deep/b.ts', "import type { x } from '../../renderer/x.ts'"],
  ['shared/c.ts', "import { join as x } from 'node:path'"],
  ['shared/d.ts', "import { WebSocket as x } from 'ws'"],
  ['shared/e.ts', "export { x } from '../electron/x.ts'\nconst x = 1"],
  ['renderer/f.ts', "import { x } from '../electron/x.ts'"],
  ['renderer/features/g.tsx', "const x = await import('../../electron/x.ts')"],
  ['renderer/h.ts', "import { readFileSync as x } from 'node:fs'"],
  ['electron/i.ts', "import { x } from '../renderer/x.ts'"],
  ['electron/reception/j.ts', "import { x } from '../../tests/x.ts'"],
  ['electron/k.ts', "import { useState as x } from 'react'"],
] as const

test('an import against the arrow of the layers is an error, whatever its form', () => {
  for (const [path, text] of againstTheArrow) write(path, `${text}\nconsole.log(x)\n`)
  write('electron/along.ts', "import { x } from '../shared/x.ts'\nconsole.log(x)\n")
  write('renderer/along.ts', "import { x } from '../shared/x.ts'\nconsole.log(x)\n")
  const { status, output } = run(
    '@biomejs/biome/bin/biome',
    'lint',
    '--reporter=github',
    '--only=style/noRestrictedImports',
  )
  const reported = new Set(
    Array.from(output.matchAll(/::error title=lint\/style\/noRestrictedImports,file=(\S+?),/g), match =>
      relative(project, match[1] ?? ''),
    ),
  )
  expect([...reported].sort()).toEqual(againstTheArrow.map(([path]) => path).sort())
  expect(status).not.toBe(0)
  for (const [path] of againstTheArrow) rmSync(join(project, path))
})

test('a circle of imports is an error', () => {
  write('shared/one.ts', "import { two } from './two.ts'\nexport const one = () => two\n")
  write('shared/two.ts', "import { one } from './one.ts'\nexport const two = () => one\n")
  const { status, output } = run('@biomejs/biome/bin/biome', 'lint', '--only=suspicious/noImportCycles', 'shared')
  expect(output).toContain('noImportCycles')
  expect(status).not.toBe(0)
})

test('a file and a dependency that nobody uses are errors', () => {
  const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  write(
    'package.json',
    JSON.stringify({ ...packageJson, dependencies: { ws: '8', send: '1' }, devDependencies: {}, scripts: {} }),
  )
  write('electron/serve.ts', "import 'ws'\n")
  write('electron/orphan.ts', 'export const orphan = 1\n')
  const { status, output } = run('knip/bin/knip.js', '--no-progress')
  expect(output).toContain('electron/orphan.ts')
  expect(output).toMatch(/Unused dependencies[\s\S]*send/)
  expect(output).not.toMatch(/\bws\b/)
  expect(status).not.toBe(0)
})

test('an extreme of a spread array is an error: a long recording has more chunks than a call takes arguments', () => {
  const text = (of: string) => `export const least = (all: readonly number[]) => ${of}\n`
  write('shared/media/spread.ts', text('Math.min(...all)'))
  write('electron/recording/spread.ts', text('Math.max(...all)'))
  write('shared/media/bounded.ts', text('all.reduce((one, other) => Math.min(one, other), 0)'))
  const { status, output } = run(
    '@biomejs/biome/bin/biome',
    'lint',
    '--reporter=github',
    'shared/media',
    'electron/recording',
  )
  expect(output).toMatch(/::error [^\n]*file=\S+shared\/media\/spread\.ts/)
  expect(output).toMatch(/::error [^\n]*file=\S+electron\/recording\/spread\.ts/)
  expect(output).not.toContain('bounded.ts')
  expect(status).not.toBe(0)
})
