import { describe, expect, test } from 'vitest'
import { judgePackages, requiredPackages, stampFor } from '../../../build/set-up/node-packages.mjs'

const lockOf = (version: string) =>
  JSON.stringify({
    packages: {
      '': { name: 'videopriem' },
      'node_modules/a': { version },
      'node_modules/a/node_modules/b': { version: '1.0.0' },
      'node_modules/other-platform': { version: '1.0.0', optional: true },
      'node_modules/maybe': { version: '1.0.0', devOptional: true },
    },
  })
const machine = { platform: 'linux', arch: 'x64' }
const installed = {
  lockText: lockOf('1.0.0'),
  hiddenLockText: lockOf('1.0.0'),
  stampText: stampFor(lockOf('1.0.0'), machine),
  expectedStamp: stampFor(lockOf('1.0.0'), machine),
  exists: () => true,
}

test('packages of other platforms are not asked for', () =>
  expect([...requiredPackages(lockOf('1.0.0'))]).toEqual([
    ['node_modules/a', '1.0.0'],
    ['node_modules/a/node_modules/b', '1.0.0'],
  ]))

describe('node_modules', () => {
  test('as npm ci left it', () => expect(judgePackages(installed)).toEqual({ ready: true, stamped: true }))
  test('of a developer who ran npm install', () =>
    expect(judgePackages({ ...installed, stampText: null })).toEqual({ ready: true, stamped: false }))
  test.each([
    ['missing altogether', { hiddenLockText: null, stampText: null, exists: () => false }],
    ['broken off in npm ci', { hiddenLockText: null, stampText: null }],
    ['with one package gone', { exists: (path: string) => path !== 'node_modules/a/package.json' }],
    ['with a nested package gone', { exists: (path: string) => !path.includes('/b/') }],
    ['older than the lock', { hiddenLockText: lockOf('0.9.0'), stampText: 'old' }],
    ['with an unreadable record', { hiddenLockText: '{', stampText: null }],
    [
      'moved from another machine',
      { stampText: stampFor(lockOf('1.0.0'), { platform: 'darwin', arch: 'arm64' }), hiddenLockText: '{}' },
    ],
  ])('%s is installed anew', (_name, change) => {
    const state = judgePackages({ ...installed, ...change })
    expect(state.ready).toBe(false)
    expect(state).toHaveProperty('because', expect.stringMatching(/\S/))
  })
})
