import { expect, test } from 'vitest'
import { isFetchFailure, packArguments, readDistArguments } from '../../../build/pack-arguments.mjs'

test.each([
  [[], { dir: false, publisher: null }],
  [['--dir'], { dir: true, publisher: null }],
  [['--publisher', 'CN=Centre, O=Centre'], { dir: false, publisher: 'CN=Centre, O=Centre' }],
  [['--publisher', 'CN=Centre', '--dir'], { dir: true, publisher: 'CN=Centre' }],
  [['--publisher'], null],
  [['--publisher', 'Centre'], null],
  [['--publisher', 'CN= '], null],
  [['--publisher', '--dir'], null],
  [['--publish'], null],
  [['--dir', 'x'], null],
])('%j', (args, expected) => {
  expect(readDistArguments(args)).toEqual(expected)
})

test.each([
  ['linux', false, null, ['--linux', '--publish', 'never']],
  ['win32', false, null, ['--win', '--publish', 'never']],
  ['darwin', true, null, ['--mac', 'dir', '--publish', 'never']],
  ['linux', true, '/opt/electron', ['--linux', 'dir', '--publish', 'never', '-c.electronDist=/opt/electron']],
] as const)('%s, dir %s, Electron %s', (platform, dir, electronDist, expected) => {
  expect(packArguments({ platform, dir, electronDist, publisher: null })).toEqual(expected)
})

test('whoever signs is named in the package, and what is not signed is no build', () => {
  const args = packArguments({ platform: 'win32', dir: false, electronDist: null, publisher: 'CN=Centre, O=Centre' })
  expect(args).toContain('-c.win.signtoolOptions.publisherName=CN=Centre, O=Centre')
  expect(args).toContain('-c.win.forceCodeSigning=true')
})

test.each([
  ['⨯ getaddrinfo ENOTFOUND github.com', true],
  ['⨯ cannot resolve https://github.com/electron/electron/releases/…: status code 403', true],
  ['HTTPError: Response code 404 (Not Found)', true],
  ['connect ETIMEDOUT 140.82.121.3:443', true],
  ['⨯ Invalid configuration object. electron-builder 26.17.0 has been initialized using a configuration object', false],
])('«%s» is a download that failed: %s', (output, expected) => {
  expect(isFetchFailure(output)).toBe(expected)
})
