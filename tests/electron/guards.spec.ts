import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { SessionPage } from '../e2e/pages/session-page.ts'
import { until } from '../fixtures/until.ts'
import type { ElectronProgram } from './electron-program.ts'
import { openRoom } from './open-room.ts'
import { withElectron } from './with-electron.ts'

/**
 * What a hostile page could try, tried in a real Electron by the pages themselves: the room as if Telemost were not
 * Telemost, and our own pages as if somebody had put a script into them.
 */
const electron = withElectron({ keepsRunning: true })
type Where = 'desk' | 'room' | 'recorder'
let program: ElectronProgram
let pages: Record<Where, Page>

beforeAll(async () => {
  if (electron.isAbsent) return
  program = await electron.start(await electron.profile())
  const { desk, app } = program
  const { room } = await openRoom(program)
  const isRecorder = (page: Page) => page.url().startsWith('app://videopriem/recorder')
  const recorder = await until(
    'the recorder',
    () => app.windows().find(isRecorder) ?? null,
    page => page !== null,
  )
  pages = { desk, room, recorder: recorder as Page }
})

const state = () =>
  program.app.evaluate(({ webContents, BaseWindow }) => ({
    addresses: webContents
      .getAllWebContents()
      .map(page => page.getURL().replace(/\?.*/, ''))
      .sort(),
    windows: BaseWindow.getAllWindows().length,
  }))

/** Ends with a word; a refused capture or permission is the name of its error. */
const attempts: readonly (readonly [Where, string, string, unknown])[] = [
  [
    'room',
    'the bridge and Node',
    `[typeof videopriemDesktop, typeof require, typeof process].join()`,
    'undefined,undefined,undefined',
  ],
  ['room', 'another page in its place', `location.href = 'https://example.com/'; 'tried'`, 'tried'],
  ['room', 'a page of the program', `location.href = 'app://videopriem/'; 'tried'`, 'tried'],
  ['room', 'a file', `location.href = 'file:///etc/passwd'; 'tried'`, 'tried'],
  ['room', 'a program of the system', `location.href = 'telemost://join/1'; 'tried'`, 'tried'],
  ['room', 'a window', `String(window.open('https://example.com/'))`, 'null'],
  ['room', 'a window for a program', `String(window.open('telemost://join'))`, 'null'],
  [
    'room',
    'an answer of the program',
    `fetch('app://videopriem/', { mode: 'no-cors' }).then(() => 'ANSWERED', () => 'refused')`,
    'refused',
  ],
  [
    'room',
    'where the computer stands',
    `new Promise(done => navigator.geolocation.getCurrentPosition(() => done('GRANTED'), ({ code }) => done(code)))`,
    1,
  ],
  ['room', 'notifications', `Notification.requestPermission()`, 'denied'],
  ['room', 'the clipboard', `navigator.clipboard.readText().then(() => 'READ', ({ name }) => name)`, 'NotAllowedError'],
  [
    'room',
    'a file on the disk',
    `(() => { const a = document.createElement('a'); a.href = URL.createObjectURL(new Blob(['x'])); a.download = 'x.exe'; a.click(); return 'tried' })()`,
    'tried',
  ],
  [
    'room',
    'a frame of the program',
    `new Promise(done => { const f = document.createElement('iframe'); f.src = 'app://videopriem/'; document.body.append(f); setTimeout(() => { let inside = 'closed'; try { inside = String(f.contentDocument?.body?.childElementCount ?? 'closed') } catch {} f.remove(); done(inside) }, 500) })`,
    'closed',
  ],
  ['desk', 'another page in its place', `location.href = 'https://example.com/'; 'tried'`, 'tried'],
  ['desk', 'the recorder in its place', `location.href = 'app://videopriem/recorder'; 'tried'`, 'tried'],
  ['desk', 'a window', `String(window.open('https://passport.yandex.ru/'))`, 'null'],
  ['desk', 'a foreign server', `fetch('https://example.com/').then(() => 'ANSWERED', () => 'refused')`, 'refused'],
  [
    'desk',
    'a script of words',
    `new Promise(done => setTimeout(() => { try { done(eval('1 + 1')) } catch (error) { done(error.name) } }))`,
    'EvalError',
  ],
  [
    'desk',
    'the picture of the room',
    `navigator.mediaDevices.getDisplayMedia({ video: true, audio: true }).then(() => 'GRANTED', ({ name }) => name)`,
    'NotAllowedError',
  ],
  [
    'desk',
    'a file above the pages',
    `fetch('app://videopriem/%2e%2e/%2e%2e/package.json').then(({ status }) => status, () => 'refused')`,
    404,
  ],
  [
    'recorder',
    'a camera',
    `navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'GRANTED', ({ name }) => name)`,
    'NotAllowedError',
  ],
]

test('a room that closes itself is told to the specialist and opened again by one press', async () => {
  const { desk, app } = program
  await pages.room.evaluate('setTimeout(() => window.close(), 50)')
  const card = desk.getByRole('alert').filter({ hasText: 'Комната закрылась' })
  await card.waitFor()
  await card.getByRole('button', { name: 'Открыть ещё раз' }).click()
  const reopened = await until(
    'the room again',
    () => app.windows().find(page => page !== pages.room && page.url().startsWith('http://127.0.0.1:')) ?? null,
    page => page !== null,
  )
  pages.room = reopened as Page
  await pages.room.getByRole('button', { name: 'Войти со звуком' }).click()
  await card.waitFor({ state: 'hidden' })
  // And the recorder gets the new one.
  await new SessionPage(desk).citizenConnected.and(desk.locator(':enabled')).waitFor()
})

// After the others: a navigation that was refused leaves the driver waiting for its end.
test.each(attempts)('the %s asks for %s', async (where, _what, script, expected) => {
  const before = await state()
  expect(await pages[where].evaluate(script)).toBe(expected)
  // A navigation that was let through shows itself a moment later; the frame that would go is asked once more.
  await pages[where].evaluate('new Promise(done => setTimeout(done, 150))')
  expect(await state()).toEqual(before)
})
