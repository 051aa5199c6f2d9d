import { describe, expect, test } from 'vitest'
import { makePanelWindows } from '../../../../../electron/desktop/panel-windows.ts'
import { hardenWebContents } from '../../../../../electron/desktop/security/harden.ts'
import type { Surface } from '../../../../../electron/desktop/security/navigation.ts'
import { makeSurfaces } from '../../../../../electron/desktop/security/surfaces.ts'
import { panelFrameName } from '../../../../../shared/desktop/bridge.ts'
import {
  attemptNavigation,
  attemptWebview,
  attemptWindowOpen,
  navigationEvents,
} from '../../../../fixtures/electron/attempts.ts'
import { FakeBrowserWindow } from '../../../../fixtures/electron/browser-window.ts'
import { makeFakeElectron } from '../../../../fixtures/electron/make-fake-electron.ts'
import { FakeWebContents } from '../../../../fixtures/electron/web-contents.ts'
import { FakeFrame } from '../../../../fixtures/electron/web-frame.ts'
import { hostileLinks } from '../../../../fixtures/hostile-links.ts'
import { keptLog } from '../../../../fixtures/kept-log.ts'
import { roomRules } from '../../../../fixtures/room-rules.ts'

const homes: Readonly<Record<Surface, string>> = {
  own: 'app://videopriem/',
  recorder: 'app://videopriem/recorder',
  room: 'https://telemost.yandex.ru/j/123456',
  signIn: 'https://passport.yandex.ru/auth',
}
const surfaceNames = Object.keys(homes) as Surface[]

function bench() {
  const { electron, fake } = makeFakeElectron()
  fake.app.becomeReady()
  const log = keptLog()
  const surfaces = makeSurfaces({ ownerOf: frame => electron.webContents.fromFrame(frame) })
  const opened: Electron.BrowserWindow[] = []
  const signInWindows = {
    looks: () => ({ title: 'Вход' }),
    opened: (window: Electron.BrowserWindow) => void opened.push(window),
  }
  const panelWindows = makePanelWindows({
    iconPath: '/icon.png',
    workArea: () => ({ x: 0, y: 0, width: 1920, height: 1040 }),
  })
  hardenWebContents({ app: electron.app, surfaces, rules: roomRules, signInWindows, panelWindows, log })
  const open = (surface: Surface | null, opener: FakeFrame | null = null) => {
    const contents = new FakeWebContents(fake.world, { partition: 'persist:telemost' }, opener)
    if (surface) {
      surfaces.name(contents.real, surface)
      contents.mainFrame.url = homes[surface]
    }
    return contents
  }
  return { fake, log, surfaces, open, opened }
}

describe.each(navigationEvents)('%s', event => {
  test.each(surfaceNames)('lets %s be where it lives', surface =>
    expect(attemptNavigation(bench().open(surface), homes[surface], { event }).isPrevented).toBe(false),
  )
  test('keeps every surface from every hostile address', () => {
    const { open } = bench()
    for (const surface of surfaceNames) {
      const contents = open(surface)
      for (const url of hostileLinks) expect(attemptNavigation(contents, url, { event }).isPrevented).toBe(true)
    }
  })
  test('keeps a page nobody named from everything', () => {
    const contents = bench().open(null)
    for (const url of Object.values(homes)) expect(attemptNavigation(contents, url, { event }).isPrevented).toBe(true)
  })
})

describe('frames inside a page', () => {
  const inside = (surface: Surface, url: string, event: 'will-redirect' | 'will-frame-navigate') => {
    const contents = bench().open(surface)
    const frame = new FakeFrame('about:blank', contents.mainFrame)
    return attemptNavigation(contents, url, { event, frame }).isPrevented
  }
  test.each(['will-redirect', 'will-frame-navigate'] as const)('our own pages have none: %s', event => {
    for (const surface of ['own', 'recorder'] as const)
      for (const url of [homes.own, homes.room, 'about:blank']) expect(inside(surface, url, event)).toBe(true)
  })
  test('the room may embed what its filter lets through', () =>
    expect(inside('room', 'https://yastatic.net/frame.html', 'will-frame-navigate')).toBe(false))
  test.each([
    'telemost://x',
    'javascript:1',
    'file:///etc/passwd',
    'app://videopriem/',
    'data:text/html,x',
    'http://a.example/',
  ])('and never %s', url => expect(inside('room', url, 'will-frame-navigate')).toBe(true))
})

describe('new windows', () => {
  test('the room signs in in a plain window of its own session', () => {
    const contents = bench().open('room')
    expect(attemptWindowOpen(contents, homes.signIn)).toEqual({
      action: 'allow',
      overrideBrowserWindowOptions: expect.objectContaining({
        title: 'Вход',
        webPreferences: {
          sandbox: true,
          contextIsolation: true,
          nodeIntegration: false,
          webviewTag: false,
          spellcheck: false,
          safeDialogs: true,
          devTools: false,
        },
      }),
    })
  })
  test('nobody opens anything else', () => {
    const { open } = bench()
    for (const surface of [...surfaceNames, null]) {
      const contents = open(surface)
      for (const url of [...hostileLinks, homes.own, homes.room])
        expect(attemptWindowOpen(contents, url)).toEqual({ action: 'deny' })
    }
  })
  test('a sign-in window opens nothing itself', () =>
    expect(attemptWindowOpen(bench().open('signIn'), homes.signIn)).toEqual({ action: 'deny' }))

  test('a pop-up is a sign-in from its first moment, before Electron tells of it', () => {
    const { open, surfaces, fake, opened } = bench()
    const room = open('room')
    const early = open(null, room.mainFrame)
    expect(surfaces.surfaceOf(early.real)).toBe('signIn')
    expect(attemptNavigation(early, homes.signIn).isPrevented).toBe(false)
    expect(attemptNavigation(early, 'https://evil.example/').isPrevented).toBe(true)
    const window = new FakeBrowserWindow(fake.world, {})
    room.emit('did-create-window', window, {})
    expect(surfaces.surfaceOf(window.webContents.real)).toBe('signIn')
    expect(window.calls).toEqual([['removeMenu']])
    expect(opened).toEqual([window])
  })
  test('the desk opens its panel: above all windows, without a bridge, nobody, and gone with the page that filled it', () => {
    for (const gone of [
      (desk: FakeWebContents) => desk.emit('render-process-gone', {}, { reason: 'killed' }),
      (desk: FakeWebContents) => desk.emit('did-navigate', {}, homes.own),
      (desk: FakeWebContents) => desk.close(),
    ]) {
      const { open, surfaces, fake, opened } = bench()
      const desk = open('own')
      const answer = attemptWindowOpen(desk, 'about:blank', 'new-window', panelFrameName)
      expect(answer).toMatchObject({
        action: 'allow',
        overrideBrowserWindowOptions: {
          ...{ title: 'Видеоприём: панель', alwaysOnTop: true, show: false, x: 1544, y: 774 },
          webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
        },
      })
      expect(JSON.stringify(answer)).not.toContain('preload')
      const window = new FakeBrowserWindow(fake.world, {}, desk.mainFrame)
      desk.emit('did-create-window', window, {})
      expect(surfaces.surfaceOf(window.webContents.real)).toBeNull()
      expect(attemptNavigation(window.webContents, homes.own).isPrevented).toBe(true)
      expect(attemptWindowOpen(window.webContents, 'about:blank', 'new-window', panelFrameName)).toEqual({
        action: 'deny',
      })
      expect(opened).toEqual([])
      gone(desk)
      expect(window.isDestroyed()).toBe(true)
    }
  })
  test('the panel is opened by the desk alone', () => {
    const { open } = bench()
    for (const surface of [...surfaceNames, null].filter(one => one !== 'own'))
      expect(attemptWindowOpen(open(surface), 'about:blank', 'new-window', panelFrameName)).toEqual({ action: 'deny' })
  })
  test('what one of our own pages opened is nobody', () => {
    const { open, surfaces } = bench()
    expect(surfaces.surfaceOf(open(null, open('own').mainFrame).real)).toBeNull()
  })
})

test('a webview is refused on every surface', () => {
  const { open } = bench()
  for (const surface of [...surfaceNames, null]) expect(attemptWebview(open(surface)).isPrevented).toBe(true)
})

test('refusals are told with surface and site, without the path', () => {
  const { open, log } = bench()
  const room = open('room')
  attemptNavigation(room, 'telemost://telemost.yandex.ru/j/123456')
  attemptWindowOpen(room, 'https://evil.example/ivanov?phone=1')
  attemptNavigation(open(null), 'https://evil.example/ivanov')
  expect(log.lines).toEqual([
    {
      message: 'navigation refused',
      facts: { reason: 'otherScheme', site: 'telemost://telemost.yandex.ru', surface: 'room' },
    },
    { message: 'window refused', facts: { reason: 'otherHost', site: 'https://evil.example', surface: 'room' } },
    { message: 'navigation refused', facts: { reason: 'unnamed', site: 'https://evil.example', surface: null } },
  ])
})
