import { describe, expect, test } from 'vitest'
import { configureOwnSession, ownPartition } from '../../../../electron/desktop/own-session.ts'
import { configureRoomSession, roomPartition } from '../../../../electron/desktop/room-session.ts'
import { ownSchemes } from '../../../../electron/desktop/scheme.ts'
import { makeSurfaces } from '../../../../electron/desktop/security/surfaces.ts'
import { makeEvent } from '../../../fixtures/electron/event.ts'
import { makeFakeElectron } from '../../../fixtures/electron/make-fake-electron.ts'
import type { FakeSession } from '../../../fixtures/electron/session.ts'
import {
  checkPermission,
  requestDisplayMedia,
  requestPermission,
} from '../../../fixtures/electron/session-questions.ts'
import { FakeWebContents } from '../../../fixtures/electron/web-contents.ts'
import { keptLog } from '../../../fixtures/kept-log.ts'
import { roomRules } from '../../../fixtures/room-rules.ts'

function bench() {
  const { electron, fake } = makeFakeElectron()
  fake.app.becomeReady()
  const log = keptLog()
  const surfaces = makeSurfaces({ ownerOf: frame => electron.webContents.fromFrame(frame) })
  const parts = { surfaces, rules: roomRules, log }
  const [ownSession, roomSession] = [fake.world.sessionOf(ownPartition), fake.world.sessionOf(roomPartition('1f'))]
  const room = new FakeWebContents(fake.world, { partition: roomPartition('1f') })
  room.mainFrame.url = 'https://telemost.yandex.ru/j/123456'
  surfaces.name(room.real, 'room')
  configureOwnSession({
    ...parts,
    session: ownSession.real,
    answer: async () => new Response('page'),
    roomFrame: () => room.mainFrame.real,
    filesFolder: () => '/home/somebody/Загрузки',
  })
  configureRoomSession({
    ...parts,
    session: roomSession.real,
    pick: async () => ({ id: 'window:12:0', name: 'Письмо' }),
    ourMediaSourceIds: () => [],
  })
  const recorder = new FakeWebContents(fake.world, { partition: ownPartition })
  recorder.mainFrame.url = 'app://videopriem/recorder'
  surfaces.name(recorder.real, 'recorder')
  return { fake, log, ownSession, roomSession, room, recorder }
}

const both = (run: (session: FakeSession) => void): void => {
  const { ownSession, roomSession } = bench()
  run(ownSession)
  run(roomSession)
}

describe('both sessions', () => {
  test('outlive a restart and never share anything', () => {
    const { ownSession, roomSession } = bench()
    expect([ownSession.partition, roomSession.partition]).toEqual(['persist:desk', 'persist:telemost-1f'])
    expect(ownSession).not.toBe(roomSession)
  })
  test('hold every handler: a missing one would grant', () =>
    both(session => {
      expect(session.permissionRequestHandler).not.toBeNull()
      expect(session.permissionCheckHandler).not.toBeNull()
      expect(session.devicePermissionHandler).not.toBeNull()
      expect(session.bluetoothPairingHandler).not.toBeNull()
      expect(session.displayMediaHandler).not.toBeNull()
      expect(session.webRequest.beforeRequest).not.toBeNull()
    }))
  test('fetch no dictionaries', () =>
    both(session => {
      expect(session.spellCheckerEnabled).toBe(false)
      expect(session.spellCheckerLanguages).toEqual([])
      expect(session.dictionaryUrl).toBe('https://dictionaries.invalid/')
    }))
  test('take nobody for trustworthy by a procedure of their own, and run no preload of theirs', () =>
    both(session => {
      expect(session.certificateVerifyProc).toBeNull()
      expect(session.preloads).toEqual([])
    }))
  test.each(['hid', 'serial', 'usb'] as const)('give no %s device', deviceType =>
    both(session => {
      const device = {} as Electron.SerialPort
      const details = { deviceType, origin: 'https://telemost.yandex.ru', device }
      expect(session.devicePermissionHandler?.(details)).toBe(false)
    }),
  )
  test('pair with nothing', () =>
    both(session => {
      let answer: unknown
      const details = { deviceId: 'x', pairingKind: 'confirm', frame: null } as const
      session.bluetoothPairingHandler?.(details, response => {
        answer = response
      })
      expect(answer).toEqual({ confirmed: false })
    }))
})

test('both handlers say the same', async () => {
  const { ownSession, roomSession, room, recorder } = bench()
  for (const [session, contents] of [
    [ownSession, recorder],
    [roomSession, room],
  ] as const) {
    const requestingOrigin = contents.getURL()
    for (const permission of ['media', 'display-capture', 'fullscreen', 'notifications', 'geolocation'] as const) {
      const asked = await requestPermission(session, contents, permission, { mediaTypes: ['audio'] })
      expect(checkPermission(session, contents, permission, { requestingOrigin, mediaType: 'audio' })).toBe(asked)
    }
  }
})

test('the recorder hears and never sees', async () => {
  const { ownSession, recorder } = bench()
  expect(await requestPermission(ownSession, recorder, 'media', { mediaTypes: ['audio'] })).toBe(true)
  expect(await requestPermission(ownSession, recorder, 'media', { mediaTypes: ['audio', 'video'] })).toBe(false)
  expect(await requestPermission(ownSession, recorder, 'media', {})).toBe(false)
})

test('a check nobody stands behind is refused', () => {
  const { roomSession } = bench()
  const requestingOrigin = 'https://telemost.yandex.ru/'
  expect(checkPermission(roomSession, null, 'media', { requestingOrigin })).toBe(false)
})

test('the room never learns what it runs in', () => {
  const { roomSession } = bench()
  expect(roomSession.getUserAgent()).not.toMatch(/electron|videopriem/i)
  expect(roomSession.getUserAgent()).toContain('Chrome/154.0.0.0')
  expect(roomSession.acceptLanguages).toBe('ru,en')
})

test('the recorder is given the room through its own session, the room our picker through its own', async () => {
  const { ownSession, roomSession, room, recorder } = bench()
  expect((await requestDisplayMedia(ownSession, recorder.mainFrame))?.video).toBe(room.mainFrame)
  expect(await requestDisplayMedia(roomSession, room.mainFrame)).toEqual({
    video: { id: 'window:12:0', name: 'Письмо' },
  })
  // Were a recorder to load in the room's session, there would be no room to record.
  expect(await requestDisplayMedia(roomSession, recorder.mainFrame)).toBeNull()
})

test('only the own session answers app:, and only it lets a file of our making be saved', async () => {
  const { ownSession, roomSession, room } = bench()
  expect(await (await ownSession.protocol.fetch(new Request('app://videopriem/'))).text()).toBe('page')
  expect(roomSession.protocol.handlers.size).toBe(0)
  const asked: Electron.SaveDialogOptions[] = []
  const itemOf = (url: string) => ({
    getURL: () => url,
    getFilename: () => 'Журнал приёмов.xlsx',
    setSaveDialogOptions: (options: Electron.SaveDialogOptions) => asked.push(options),
  })
  const download = (session: FakeSession, url: string) => {
    const event = makeEvent({})
    session.emit('will-download', event, itemOf(url), room, null)
    return event.defaultPrevented
  }
  expect(download(ownSession, 'blob:app://videopriem/1')).toBe(false)
  expect(download(ownSession, 'https://evil.example/x.exe')).toBe(true)
  expect(download(roomSession, 'blob:https://telemost.yandex.ru/1')).toBe(true)
  expect(download(roomSession, 'blob:app://videopriem/1')).toBe(true)
  expect(download(roomSession, 'https://telemost.yandex.ru/x.exe')).toBe(true)
  // Asked for once, in words of ours and by the name the page gave.
  expect(asked).toEqual([
    {
      title: 'Сохранить файл',
      buttonLabel: 'Сохранить',
      defaultPath: '/home/somebody/Загрузки/Журнал приёмов.xlsx',
      filters: [
        { name: 'Таблица Excel', extensions: ['xlsx'] },
        { name: 'Все файлы', extensions: ['*'] },
      ],
    },
  ])
})

test('our pages have no network, the room has its hosts', async () => {
  const { ownSession, roomSession } = bench()
  const url = 'https://telemost.yandex.ru/'
  expect(await ownSession.webRequest.ask({ url })).toEqual({ cancel: true })
  expect(await roomSession.webRequest.ask({ url })).toEqual({ cancel: false })
  expect(await ownSession.webRequest.ask({ url: 'app://videopriem/' })).toEqual({ cancel: false })
  expect(await roomSession.webRequest.ask({ url: 'app://videopriem/' })).toEqual({ cancel: true })
})

test('the scheme has the five privileges it needs and no other', () => {
  expect(ownSchemes).toEqual([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ])
})
