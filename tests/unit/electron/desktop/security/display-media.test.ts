import { describe, expect, test } from 'vitest'
import {
  guardDisplayMedia,
  judgeCapture,
  type WindowToShare,
  windowsToShare,
} from '../../../../../electron/desktop/security/display-media.ts'
import { makeSurfaces } from '../../../../../electron/desktop/security/surfaces.ts'
import { makeSource } from '../../../../fixtures/electron/desktop-capturer.ts'
import { makeFakeElectron } from '../../../../fixtures/electron/make-fake-electron.ts'
import { requestDisplayMedia } from '../../../../fixtures/electron/session-questions.ts'
import { FakeWebContents } from '../../../../fixtures/electron/web-contents.ts'
import { FakeFrame } from '../../../../fixtures/electron/web-frame.ts'
import { hostileLinks } from '../../../../fixtures/hostile-links.ts'
import { keptLog } from '../../../../fixtures/kept-log.ts'
import { roomRules } from '../../../../fixtures/room-rules.ts'

const ourWindows = ['window:77:0', 'window:78:0']

function bench() {
  const { electron, fake } = makeFakeElectron()
  fake.app.becomeReady()
  const surfaces = makeSurfaces({ ownerOf: frame => electron.webContents.fromFrame(frame) })
  const page = (surface: 'recorder' | 'own' | 'room' | 'signIn', url: string) => {
    const contents = new FakeWebContents(fake.world, { partition: 'persist:desk' })
    contents.mainFrame.url = url
    surfaces.name(contents.real, surface)
    return contents
  }
  const room = page('room', 'https://telemost.yandex.ru/j/123456')
  const asked: { answer: WindowToShare | null; isAsked: boolean; room: FakeWebContents | null } = {
    answer: null,
    isAsked: false,
    room,
  }
  const session = fake.world.sessionOf('persist:desk')
  const log = keptLog()
  guardDisplayMedia({
    session: session.real,
    surfaces,
    rules: roomRules,
    roomFrame: () => asked.room?.mainFrame.real ?? null,
    pick: async () => {
      asked.isAsked = true
      return asked.answer
    },
    ourMediaSourceIds: () => ourWindows,
    log,
  })
  return { fake, session, page, room, asked, log, surfaces }
}

describe('the recorder', () => {
  test('gets exactly the view of the room, with the sound still heard', async () => {
    const { session, page, room, asked } = bench()
    const recorder = page('recorder', 'app://videopriem/recorder')
    const streams = await requestDisplayMedia(session, recorder.mainFrame)
    expect(Object.keys(streams ?? {})).toEqual(['video', 'audio', 'enableLocalEcho'])
    expect(streams?.video).toBe(room.mainFrame)
    expect(streams?.audio).toBe(room.mainFrame)
    expect(streams?.enableLocalEcho).toBe(true)
    expect(asked.isAsked).toBe(false)
  })
  test('gets nothing without a room, or from one that died', async () => {
    const { session, page, asked, room } = bench()
    const recorder = page('recorder', 'app://videopriem/recorder')
    room.close()
    expect(await requestDisplayMedia(session, recorder.mainFrame)).toBeNull()
    asked.room = null
    expect(await requestDisplayMedia(session, recorder.mainFrame)).toBeNull()
  })
  test('gets nothing as a frame inside, as another page, or without asking for a picture', async () => {
    const { session, page } = bench()
    const recorder = page('recorder', 'app://videopriem/recorder')
    expect(
      await requestDisplayMedia(session, new FakeFrame('app://videopriem/recorder', recorder.mainFrame)),
    ).toBeNull()
    expect(await requestDisplayMedia(session, recorder.mainFrame, { videoRequested: false })).toBeNull()
    recorder.mainFrame.url = 'app://videopriem/'
    expect(await requestDisplayMedia(session, recorder.mainFrame)).toBeNull()
  })
})

test('everybody else gets nothing', async () => {
  const { session, page, fake, log } = bench()
  const stranger = new FakeWebContents(fake.world)
  stranger.mainFrame.url = 'app://videopriem/recorder'
  const frames = [
    page('own', 'app://videopriem/').mainFrame,
    page('own', 'app://videopriem/recorder').mainFrame,
    page('signIn', 'https://passport.yandex.ru/').mainFrame,
    stranger.mainFrame,
    new FakeFrame('app://videopriem/recorder'),
    null,
  ]
  for (const frame of frames) expect(await requestDisplayMedia(session, frame)).toBeNull()
  expect(log.lines).toHaveLength(frames.length)
})

test.each(hostileLinks)('%j captures nothing on any surface', url => {
  for (const surface of ['recorder', 'room', 'own', 'signIn', null] as const)
    expect(judgeCapture({ surface, url }, roomRules)).toBe('nothing')
})

describe('the room', () => {
  const share = async (answer: WindowToShare | null) => {
    const { session, room, asked } = bench()
    asked.answer = answer
    return requestDisplayMedia(session, room.mainFrame)
  }
  test('gets the window chosen in our own picker, its picture only', async () =>
    expect(await share({ id: 'window:12:0', name: 'Письмо' })).toEqual({
      video: { id: 'window:12:0', name: 'Письмо' },
    }))
  test.each([
    null,
    { id: 'screen:0:0', name: 'Экран' },
    { id: 'window:77:0', name: 'Видеоприём' },
    { id: 'window:77:1', name: 'Видеоприём' },
    { id: 'window:12', name: 'x' },
    { id: 'web-contents-media-stream://1:2', name: 'x' },
    { id: 'window:12:0/../screen:0:0', name: 'x' },
    { id: '', name: 'x' },
  ])('gets nothing when the picker says %j', async answer => expect(await share(answer)).toBeNull())
  test('gets nothing when it left while the person was choosing', async () => {
    const { session, room, asked } = bench()
    asked.answer = { id: 'window:12:0', name: 'Письмо' }
    const answer = requestDisplayMedia(session, room.mainFrame)
    room.mainFrame.isGone = true
    expect(await answer).toBeNull()
  })
  test('gets nothing as a frame inside it', async () => {
    const { session, room, asked } = bench()
    asked.answer = { id: 'window:12:0', name: 'Письмо' }
    expect(await requestDisplayMedia(session, new FakeFrame(room.getURL(), room.mainFrame))).toBeNull()
    expect(asked.isAsked).toBe(false)
  })
})

test('windows are offered one by one: no screen, none of ours', () => {
  const sources = [
    makeSource('screen:0:0', 'Entire screen'),
    makeSource('window:77:0', 'Видеоприём'),
    makeSource('window:78:1', 'Запись'),
    makeSource('window:12:0', 'Письмо'),
    makeSource('window:770:0', 'Таблица'),
  ]
  expect(windowsToShare(sources, ourWindows)).toEqual([
    { id: 'window:12:0', name: 'Письмо' },
    { id: 'window:770:0', name: 'Таблица' },
  ])
})

test('the picker of the system, which offers whole screens, stays off', () => {
  const { session } = bench()
  expect(session.displayMediaOptions).toEqual({ useSystemPicker: false })
})

test('where the room dies between question and grant, whoever asked is refused and nothing is thrown', async () => {
  const { session, page } = bench()
  const recorder = page('recorder', 'app://videopriem/recorder')
  const handler = session.displayMediaHandler
  const given: (Electron.Streams | null)[] = []
  const asked = { frame: recorder.mainFrame.real, securityOrigin: 'app://videopriem/', videoRequested: true }
  const refusedAtLast = new Promise<void>(resolve => {
    handler?.(
      { ...asked, audioRequested: true, userGesture: true } as Electron.DisplayMediaRequestHandlerHandlerRequest,
      streams => {
        given.push(streams)
        if (streams) throw new TypeError('the frame is destroyed')
        resolve()
        throw new TypeError('so is the one that asked')
      },
    )
  })
  await refusedAtLast
  expect(given).toEqual([expect.objectContaining({ enableLocalEcho: true }), null])
})
