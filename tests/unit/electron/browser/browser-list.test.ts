import { describe, expect, test } from 'vitest'
import { browserCandidates, browserHint, findBrowser } from '../../../../electron/browser/browser-list.ts'

const linux = { platform: 'linux', environment: { PATH: '/usr/bin:relative:/opt/bin' } } as const
const windows = {
  platform: 'win32',
  environment: { ProgramFiles: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\i\\AppData\\Local' },
} as const
const mac = { platform: 'darwin', environment: { HOME: '/Users/i' } } as const

describe.each([
  [
    'Linux',
    linux,
    ['/usr/bin/chromium', '/opt/bin/google-chrome', '/opt/yandex/browser/yandex-browser', '/usr/bin/chromium-gost'],
  ],
  [
    'Windows',
    windows,
    [
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Users\\i\\AppData\\Local\\Yandex\\YandexBrowser\\Application\\browser.exe',
    ],
  ],
  [
    'macOS',
    mac,
    [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Users/i/Applications/Yandex.app/Contents/MacOS/Yandex',
    ],
  ],
])('%s', (_name, machine, installed) => {
  test.each(installed)('%s is found', path => {
    expect(findBrowser({ ...machine, exists: candidate => candidate === path })).toBe(path)
  })
  test('every candidate is an absolute path, named once', () => {
    const candidates = browserCandidates(machine)
    expect(new Set(candidates).size).toBe(candidates.length)
    for (const candidate of candidates) expect(candidate).toMatch(/^(\/|[A-Z]:\\)/)
  })
  test('nothing installed: null, and a hint', () => {
    expect(findBrowser({ ...machine, exists: () => false })).toBeNull()
    expect(browserHint(machine.platform)).toContain('Chrome')
  })
})

test('Chromium comes before Chrome, wherever it lies', () => {
  const installed = new Set(['/usr/bin/google-chrome', '/opt/bin/chromium'])
  expect(findBrowser({ ...linux, exists: path => installed.has(path) })).toBe('/opt/bin/chromium')
})
