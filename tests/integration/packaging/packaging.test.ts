import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { extractAll, listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { FuseState } from '@electron/fuses/dist/constants.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fuses } from '../../../build/fuses.ts'
import { buildMainSide } from '../../../build/main-side.mjs'
import { neededNatives } from '../../../build/natives.mjs'
import { packArguments } from '../../../build/pack-arguments.mjs'
import { buildPages } from '../../../build/pages.mjs'
import { nodeEnvironment, runQuietly } from '../../../build/run.mjs'
import { mainEntries } from '../../../vite.desktop.config.ts'
import { askPackedBackupWorker, bootPackedWorkstation } from './packed-workstation.ts'
import { makeStandInElectron, wireLength } from './stand-in-electron.ts'

/**
 * The real electron-builder packs the real program around a stand-in for Electron's binary, which cannot be had
 * everywhere: everything but the binary is proven, and the packed workstation is started on Node.
 */

const root = resolve(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'packaging-'))
const packed = join(folder, 'release/linux-unpacked')
const resources = join(packed, 'resources')
const opened = { program: join(folder, 'opened'), resources: join(resources, 'resources') }
const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
let listed: string[]

beforeAll(async () => {
  await buildPages(process.execPath)
  await buildMainSide(process.execPath)
  const electronDist = join(folder, 'electron')
  makeStandInElectron(electronDist, devDependencies.electron)
  const ending = await runQuietly(
    process.execPath,
    [
      join(root, 'node_modules/electron-builder/cli.js'),
      ...packArguments({ platform: 'linux', dir: true, electronDist, publisher: null }),
      `-c.directories.output=${join(folder, 'release')}`,
    ],
    { env: nodeEnvironment(process.execPath), cwd: root },
  )
  expect(ending.output).not.toContain('Invalid configuration')
  expect({ code: ending.code, output: ending.code === 0 ? '' : ending.output }).toEqual({ code: 0, output: '' })
  listed = listPackage(join(resources, 'app.asar'), { isPack: false }).map(path => path.replaceAll('\\', '/'))
  extractAll(join(resources, 'app.asar'), opened.program)
}, 180_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const inModules = (name: string) => listed.includes(`/node_modules/${name}/package.json`)

test('the executable has its plain name and the two locales of the program', () => {
  expect(statSync(join(packed, 'videopriem')).mode & 0o111).not.toBe(0)
  expect(readdirSync(join(packed, 'locales')).sort()).toEqual(['en-US.pak', 'ru.pak'])
})

test('the archive holds the bundle, the pages and the production modules, and nothing else', () => {
  expect(new Set(listed.map(path => path.split('/')[1]))).toEqual(new Set(['node_modules', 'out', 'package.json']))
  expect(new Set(listed.filter(path => path.startsWith('/out/')).map(path => path.split('/')[2]))).toEqual(
    new Set(['desktop', 'renderer']),
  )
  const bundle = listed.filter(path => path.startsWith('/out/desktop/')).map(path => path.split('/')[3])
  const named = bundle.filter(name => !name?.startsWith('shared-'))
  expect(named.sort()).toEqual(['preload.cjs', ...Object.keys(mainEntries).map(name => `${name}.js`)].sort())
  expect(listed).toContain('/out/renderer/index.html')
  expect(listed).toContain('/out/renderer/recorder.html')
})

test('no sources, maps, tests or documents', () => {
  const unwanted = /\.(ts|tsx|mts|cts|map|md|c|cc|cpp|h|gyp)$|\/(tests?|__tests__|docs|examples?)\/|\.stamp$/
  expect(listed.filter(path => unwanted.test(path))).toEqual([])
})

test('every production module is there, none of development', () => {
  expect(Object.keys(dependencies).filter(name => !inModules(name))).toEqual([])
  // What a module of production uses too.
  const shared = new Set(['conf', 'js-yaml', 'pino'])
  expect(Object.keys(devDependencies).filter(name => inModules(name) && !shared.has(name))).toEqual([])
})

test('the bundle imports what is packed, Electron and Node; the preload nothing but Electron', () => {
  const folder = join(opened.program, 'out/desktop')
  const imported = (name: string): string[] =>
    Array.from(
      readFileSync(join(folder, name), 'utf8').matchAll(
        // Behind a backtick it is a text: of programs that ajv could write.
        /(?:^import .*?from |^import |\bimport\(|(?<!`)\b(?:__)?require(?:\$\d+)?\()"([^".][^"]*)"/gm,
      ),
      match => match[1] ?? '',
    )
  const known = (specifier: string): boolean => {
    const [scope = '', name = ''] = specifier.split('/')
    return (
      isBuiltin(specifier) ||
      specifier === 'electron' ||
      (scope.startsWith('@') ? `${scope}/${name}` : scope) in dependencies
    )
  }
  const modules = readdirSync(folder).filter(name => name.endsWith('.js'))
  const all = modules.flatMap(imported)
  expect(all).toEqual(expect.arrayContaining(['electron', 'better-sqlite3', 'electron-updater', 'nodemailer']))
  expect(all.filter(specifier => !known(specifier))).toEqual([])
  expect(new Set(imported('preload.cjs'))).toEqual(new Set(['electron']))
})

test('modules with machine code: those of this target only, outside of the archive', () => {
  const natives = listed.filter(path => path.endsWith('.node')).sort()
  expect(natives).toEqual(
    neededNatives('linux', process.arch)
      .map(path => `/${path}`)
      .sort(),
  )
  for (const path of natives) expect(existsSync(join(resources, 'app.asar.unpacked', path))).toBe(true)
})

test('the law and the texts lie beside the archive', () => {
  for (const file of [
    'regulations/kuzbass-121.json',
    'calendars/2027.json',
    'help-cards.json',
    'phrases.json',
    'recording-thresholds.json',
  ]) {
    expect(readFileSync(join(opened.resources, file))).toEqual(readFileSync(join(root, 'resources', file)))
  }
})

test('the fuses of the executable are those of the map', async () => {
  const wire = await getCurrentFuseWire(join(packed, 'videopriem'))
  const found = Object.fromEntries(
    (Object.keys(fuses) as (keyof typeof FuseV1Options)[]).map(name => [
      name,
      (wire as unknown as Record<number, FuseState>)[FuseV1Options[name]] === FuseState.ENABLE,
    ]),
  )
  expect(found).toEqual(Object.fromEntries(Object.entries(fuses).map(([name, { on }]) => [name, on])))
  expect(Object.keys(fuses).length).toBeLessThan(wireLength)
})

test('the updater finds its file, which names an address that is nobody’s', () => {
  const text = readFileSync(join(resources, 'app-update.yml'), 'utf8')
  expect(text).toContain('provider: generic')
  expect(text).toContain('https://updates.invalid/')
})

test('package.json names the entry and carries no scripts', () => {
  const { main, scripts, devDependencies: dev } = JSON.parse(readFileSync(join(opened.program, 'package.json'), 'utf8'))
  expect({ main, scripts, dev }).toEqual({ main: 'out/desktop/main.js', scripts: undefined, dev: undefined })
})

test('the packed workstation gets ready on Node and leaves in order', async () => {
  const profile = join(folder, 'profile')
  mkdirSync(profile)
  const { first, code, output } = await bootPackedWorkstation(opened, profile)
  expect({ first, code, output }).toEqual({ first: { kind: 'ready', mode: 'work' }, code: 0, output: '' })
  expect(existsSync(join(profile, 'workstation.db'))).toBe(true)
})

test('the packed thread of copies starts beside it', async () => {
  expect(await askPackedBackupWorker(opened)).toMatchObject({ kind: 'failed', code: expect.any(String) })
})
