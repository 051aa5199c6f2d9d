import { expect, test } from 'vitest'
import { browserArguments, browserPreferences } from '../../../../electron/browser/browser-arguments.ts'

const request = { link: 'file:///p/b/open-desk.html', browserProfile: '/p/b', firstOpening: false, rootOnLinux: false }

test('an application window of a profile of its own', () => {
  const args = browserArguments(request)
  expect(args).toContain('--app=file:///p/b/open-desk.html')
  expect(args).toContain('--user-data-dir=/p/b')
  expect(args).toContain('--disable-background-networking')
})

test('only a new profile is given a size', () => {
  expect(browserArguments(request).join(' ')).not.toContain('--window-size')
  expect(browserArguments({ ...request, firstOpening: true })).toContain('--window-size=1366,768')
})

test('the sandbox goes only where Chromium would not start with it', () => {
  expect(browserArguments(request)).not.toContain('--no-sandbox')
  expect(browserArguments({ ...request, rootOnLinux: true })).toContain('--no-sandbox')
})

test('no argument weakens the pages', () => {
  for (const rootOnLinux of [true, false]) {
    const args = browserArguments({ ...request, rootOnLinux }).join(' ')
    expect(args).not.toMatch(/disable-web-security|remote-debugging|allow-running-insecure|ignore-certificate|use-fake/)
  }
})

test('the browser remembers nothing that is typed', () => {
  expect(browserPreferences.autofill.profile_enabled).toBe(false)
  expect(browserPreferences.credentials_enable_service).toBe(false)
  expect(browserPreferences.browser.enable_spellchecking).toBe(false)
})
