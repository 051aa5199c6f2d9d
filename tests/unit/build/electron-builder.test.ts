import { readFileSync } from 'node:fs'
import { matchesGlob, resolve } from 'node:path'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { architectures, neededNatives } from '../../../build/natives.mjs'

const root = resolve(import.meta.dirname, '../../..')

interface System {
  readonly files: readonly string[]
}
const config = load(readFileSync(resolve(root, 'electron-builder.yml'), 'utf8')) as {
  readonly files: readonly string[]
  readonly asarUnpack: readonly string[]
  readonly publish: { readonly provider: string; readonly url: string }
  readonly nsis: Readonly<Record<string, unknown>>
} & Readonly<Record<'win' | 'linux' | 'mac', System>>

/** As electron-builder judges a file of node_modules: the last pattern that speaks of it decides. */
function isPacked(path: string, system: 'win' | 'linux' | 'mac', arch: string): boolean {
  const exclusions = [...config.files, ...config[system].files].filter(pattern => pattern.startsWith('!'))
  return !exclusions.some(pattern => matchesGlob(path, pattern.slice(1).replaceAll(/\$\{arch\}/g, arch)))
}

const targets = ['linux-x64', 'linux-arm64', 'linuxmusl-x64', 'linuxmusl-arm64', 'darwin-x64', 'darwin-arm64']
const prebuilds = [...targets, 'win32-x64', 'win32-arm64'].map(
  target => `node_modules/better-sqlite3/prebuilds/${target}.node`,
)
const argon2 = [
  ...['linux-x64-gnu', 'linux-x64-musl', 'linux-arm64-gnu', 'linux-arm64-musl', 'linux-arm-gnueabihf'],
  ...['win32-x64-msvc', 'win32-arm64-msvc', 'win32-ia32-msvc', 'darwin-x64', 'darwin-arm64'],
  ...['android-arm64', 'android-arm-eabi', 'freebsd-x64', 'wasm32-wasi'],
].map(target => `node_modules/@node-rs/argon2-${target}/argon2.${target}.node`)

test.each([
  ['win', 'win32', 'x64'],
  ['win', 'win32', 'arm64'],
  ['linux', 'linux', 'x64'],
  ['linux', 'linux', 'arm64'],
  ['mac', 'darwin', 'x64'],
  ['mac', 'darwin', 'arm64'],
] as const)('%s: of all machine code only that of %s %s', (system, platform, arch) => {
  const packed = [...prebuilds, ...argon2].filter(path => isPacked(path, system, arch))
  expect(packed).toEqual(neededNatives(platform, arch))
})

describe.each(['win', 'linux', 'mac'] as const)('%s', system => {
  test('the list begins with a file to take, or the whole repository would be packed', () => {
    expect(config[system].files[0]).toBe('package.json')
  })

  test.each([
    ['node_modules/better-sqlite3/lib/index.js', true],
    ['node_modules/@node-rs/argon2/index.js', true],
    ['node_modules/kysely/dist/index.js', true],
    ['node_modules/zod/v4/locales/ru.js', true],
    ['node_modules/better-sqlite3/deps/sqlite3/sqlite3.c', false],
    ['node_modules/better-sqlite3/src/better_sqlite3.cpp', false],
    ['node_modules/better-sqlite3/build/Makefile', false],
    ['node_modules/zod/src/index.ts', false],
    ['node_modules/pino/test/basic.test.js', false],
    ['node_modules/pino/docs/api.md', false],
    ['node_modules/kysely/readme.md', false],
    ['node_modules/ws/lib/websocket.js.map', false],
  ])('%s: %s', (path, packed) => {
    expect(isPacked(path, system, 'x64')).toBe(packed)
  })
})

test.each([
  ['node_modules/better-sqlite3/prebuilds/linux-x64.node', true],
  ['node_modules/ffmpeg-static/ffmpeg', true],
  ['node_modules/ffmpeg-static/ffmpeg.exe', true],
  ['node_modules/ffmpeg-static/index.js', false],
  ['out/desktop/main.js', false],
])('%s outside of the archive: %s', (path, expected) => {
  expect(config.asarUnpack.some(pattern => matchesGlob(path, pattern))).toBe(expected)
})

test('the names of architectures are those of electron-builder', async () => {
  const { Arch } = await import('electron-builder')
  expect(architectures.map((_, index) => Arch[index])).toEqual(architectures)
})

test('the installer works without questions and never starts the program then', () => {
  expect(config.nsis).toMatchObject({
    oneClick: false,
    perMachine: true,
    language: '1049',
    deleteAppDataOnUninstall: false,
  })
})

test('nobody is asked for updates at the address of the package', () => {
  expect(config.publish).toMatchObject({
    provider: 'generic',
    url: expect.stringMatching(/^https:\/\/[a-z]+\.invalid\//),
  })
})
