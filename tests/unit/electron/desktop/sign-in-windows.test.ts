import { expect, test, vi } from 'vitest'
import { makeSignInWindows } from '../../../../electron/desktop/sign-in-windows.ts'
import { FakeBaseWindow } from '../../../fixtures/electron/base-window.ts'
import { FakeBrowserWindow } from '../../../fixtures/electron/browser-window.ts'
import { makeEvent } from '../../../fixtures/electron/event.ts'
import { makeFakeElectron } from '../../../fixtures/electron/make-fake-electron.ts'
import { keptLog } from '../../../fixtures/kept-log.ts'

const passport = 'https://passport.yandex.ru/auth?retpath=x'

function bench() {
  const { electron, fake } = makeFakeElectron()
  fake.app.becomeReady()
  const desk = new FakeBaseWindow(fake.world, {})
  const log = keptLog()
  const windows = makeSignInWindows({
    dialog: electron.dialog,
    parent: () => desk.real,
    iconPath: '/icon.png',
    mayOpen: address => address.startsWith('https://passport.yandex.ru/'),
    log,
  })
  const window = new FakeBrowserWindow(fake.world, windows.looks())
  windows.opened(window.real)
  const fail = (code: number, address = passport, isMainFrame = true) =>
    window.webContents.emit('did-fail-load', makeEvent({}), code, 'ERR', address, isMainFrame)
  const settle = () => new Promise(done => setImmediate(done))
  return { fake, desk, log, window, fail, settle }
}

test('it stands on the desk, with the icon and a title of ours', () => {
  const { window, desk } = bench()
  expect(window.options).toMatchObject({ parent: desk, icon: '/icon.png', title: 'Вход в Телемост' })
})

test('the title is the host the password is given to, never what the page calls itself', () => {
  const { window } = bench()
  window.webContents.emit('did-navigate', makeEvent({}), passport, 200, 'OK')
  expect(window.title).toBe('Вход в Телемост: passport.yandex.ru')
  const event = makeEvent({})
  window.emit('page-title-updated', event, 'Сбербанк', true)
  expect(event.defaultPrevented).toBe(true)
})

test('what did not load is said once, with the server, and tried again', async () => {
  const { fake, window, fail, settle, log } = bench()
  fail(-105)
  fail(-105)
  await settle()
  expect(fake.dialog.questions.map(({ message, buttons }) => [message, buttons])).toEqual([
    ['Страница входа не открылась', ['Повторить', 'Закрыть']],
  ])
  expect(fake.dialog.questions[0]?.detail).toContain('passport.yandex.ru')
  expect(JSON.stringify(log.lines)).not.toContain('retpath')
  expect(window.webContents.loaded).toEqual([passport])
})

test('an address it may not be at is never loaded anew', async () => {
  const { window, fail, settle } = bench()
  fail(-105, 'https://evil.example/')
  await settle()
  expect(window.webContents.loaded).toEqual([])
})

test('or closed; a crash is said alike', async () => {
  const { fake, window, settle } = bench()
  fake.dialog.response = 1
  const closed = vi.fn()
  window.on('closed', closed)
  window.webContents.emit('render-process-gone', makeEvent({}), { reason: 'crashed', exitCode: 1 })
  await settle()
  expect(fake.dialog.questions).toHaveLength(1)
  expect(closed).toHaveBeenCalled()
})

test('a load that another took the place of, and a frame, are no failure', async () => {
  const { fake, fail, settle } = bench()
  fail(-3)
  fail(-105, passport, false)
  await settle()
  expect(fake.dialog.questions).toEqual([])
})
