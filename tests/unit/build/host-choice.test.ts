import { expect, test } from 'vitest'
import { chooseHost, findElectron, whyBrowser } from '../../../build/host-choice.mjs'

const display = { DISPLAY: ':0' }
const installed = 'node_modules/electron/dist/electron'
const choose = (more: Partial<Parameters<typeof chooseHost>[0]>, files: string[] = [installed]) =>
  chooseHost({
    args: [],
    platform: 'linux',
    environment: display,
    isRoot: false,
    exists: path => files.includes(path),
    ...more,
  })

test('Electron is preferred where its binary is there', () => {
  expect(choose({ args: ['--demo'] })).toEqual({
    host: 'electron',
    binary: installed,
    args: ['--ozone-platform=x11', '--demo'],
  })
})

test('on X11 where there is one, unless somebody chose another', () => {
  expect(choose({ environment: { ...display, WAYLAND_DISPLAY: 'wayland-0' } }).args).toEqual(['--ozone-platform=x11'])
  expect(choose({ environment: { WAYLAND_DISPLAY: 'wayland-0' } }).args).toEqual([])
  expect(choose({ args: ['--ozone-platform=wayland'] }).args).toEqual(['--ozone-platform=wayland'])
  expect(choose({ platform: 'win32' }, ['node_modules\\electron\\dist\\electron.exe']).args).toEqual([])
})

test.each([
  ['no binary', {}, [], 'noBinary'],
  ['the browser was asked for', { args: ['--browser'] }, [installed], 'asked'],
  ['a link was asked for', { args: ['--no-window'] }, [installed], 'asked'],
  ['no display', { environment: {} }, [installed], 'noDisplay'],
  ['root', { isRoot: true }, [installed], 'root'],
  [
    'a folder was named and is not there',
    { environment: { ...display, ELECTRON_OVERRIDE_DIST_PATH: '/opt/electron' } },
    [installed],
    'noBinary',
  ],
] as const)('%s: the browser host', (_what, more, files, because) => {
  expect(choose(more, [...files])).toMatchObject({ host: 'browser', because })
})

test('the choice itself is not handed on, everything else is', () => {
  expect(choose({ args: ['--browser', '--demo', '--profile', '/p'] }).args).toEqual(['--demo', '--profile', '/p'])
  expect(choose({ args: ['--no-window'] }).args).toEqual(['--no-window'])
})

test.each([
  ['linux', { ELECTRON_OVERRIDE_DIST_PATH: '/opt/electron' }, '/opt/electron/electron'],
  ['win32', {}, 'node_modules\\electron\\dist\\electron.exe'],
  ['darwin', {}, 'node_modules/electron/dist/Electron.app/Contents/MacOS/Electron'],
  ['linux', { ELECTRON_OVERRIDE_DIST_PATH: '' }, 'node_modules/electron/dist/electron'],
])('%s %j: %s', (platform, environment, binary) => {
  expect(findElectron({ platform, environment, exists: path => path === binary })?.binary).toBe(binary)
})

test('Wayland is a display, and Windows needs none', () => {
  expect(choose({ environment: { WAYLAND_DISPLAY: 'wayland-0' } }).host).toBe('electron')
  const windows = 'node_modules\\electron\\dist\\electron.exe'
  expect(choose({ platform: 'win32', environment: {} }, [windows]).host).toBe('electron')
})

test('every reason that was not a wish is said', () => {
  expect(Object.entries(whyBrowser).filter(([, words]) => words === null)).toEqual([['asked', null]])
})
