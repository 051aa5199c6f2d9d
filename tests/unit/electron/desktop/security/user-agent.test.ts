import { expect, test } from 'vitest'
import { plainUserAgent } from '../../../../../electron/desktop/security/user-agent.ts'

const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/154.0.0.0 Safari/537.36'

test.each([
  chrome,
  chrome.replace('Chrome/', 'videopriem/0.1.0 Chrome/'),
  chrome.replace(' Safari', ' Electron/45.4.1 Safari'),
  chrome.replace('Chrome/', 'videopriem/0.1.0-beta.1+7 Chrome/').replace(' Safari', ' Electron/45.4.1 Safari'),
  chrome.replace('Chrome/', 'Видеоприём/0.1.0 Chrome/').replace(' Safari', ' Electron/45.4.1 Safari'),
  chrome.replace('Chrome/', 'Видео приём/0.1.0 Chrome/'),
  `${chrome} electron/45.4.1 Node/24.1`,
])('%s becomes a plain Chrome', userAgent => expect(plainUserAgent(userAgent)).toBe(chrome))

test('the system stays as it was', () =>
  expect(plainUserAgent('Mozilla/5.0 (Windows NT 10.0; Win64; x64) X/1 Chrome/154.0.0.0')).toBe(
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/154.0.0.0',
  ))
