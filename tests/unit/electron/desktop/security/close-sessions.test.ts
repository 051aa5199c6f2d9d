import { expect, test } from 'vitest'
import { configureOwnSession, ownPartition } from '../../../../../electron/desktop/own-session.ts'
import { closeSessions } from '../../../../../electron/desktop/security/close-sessions.ts'
import { makeSurfaces } from '../../../../../electron/desktop/security/surfaces.ts'
import { makeFakeElectron } from '../../../../fixtures/electron/make-fake-electron.ts'
import type { FakeSession } from '../../../../fixtures/electron/session.ts'
import {
  checkPermission,
  requestDisplayMedia,
  requestPermission,
} from '../../../../fixtures/electron/session-questions.ts'
import { FakeWebContents } from '../../../../fixtures/electron/web-contents.ts'
import { keptLog } from '../../../../fixtures/kept-log.ts'
import { roomRules } from '../../../../fixtures/room-rules.ts'

function bench() {
  const { electron, fake } = makeFakeElectron()
  fake.app.becomeReady()
  closeSessions({ app: electron.app, defaultSession: electron.session.defaultSession })
  const page = (session: FakeSession) => {
    const contents = new FakeWebContents(fake.world, { session: session.real })
    contents.mainFrame.url = 'app://videopriem/recorder'
    return contents
  }
  return { electron, fake, page }
}

test.each(['', 'electron-updater', 'persist:other', 'memory'])('the session %j gives nothing', async partition => {
  const { fake, page } = bench()
  const session = fake.world.sessionOf(partition)
  const contents = page(session)
  for (const permission of ['media', 'display-capture', 'notifications', 'openExternal', 'clipboard-read'] as const) {
    expect(await requestPermission(session, contents, permission)).toBe(false)
    expect(checkPermission(session, contents, permission, { requestingOrigin: 'app://videopriem/' })).toBe(false)
  }
  expect(await requestDisplayMedia(session, contents.mainFrame)).toBeNull()
  expect(session.devicePermissionHandler?.({ deviceType: 'usb', origin: '', device: {} as Electron.USBDevice })).toBe(
    false,
  )
  expect(session.dictionaryUrl).toBe('https://dictionaries.invalid/')
})

test('the updater still reaches its server', async () => {
  const session = bench().fake.world.sessionOf('electron-updater')
  expect(await session.webRequest.ask({ url: 'https://updates.example/latest.yml' })).toEqual({})
})

test('a session of ours is opened again by its own rules', async () => {
  const { electron, fake, page } = bench()
  const surfaces = makeSurfaces({ ownerOf: frame => electron.webContents.fromFrame(frame) })
  const session = electron.session.fromPartition(ownPartition)
  const answer = async () => new Response('')
  const filesFolder = () => '/home/somebody'
  configureOwnSession({
    session,
    surfaces,
    rules: roomRules,
    answer,
    roomFrame: () => null,
    filesFolder,
    log: keptLog(),
  })
  const own = fake.world.sessionOf(ownPartition)
  const recorder = page(own)
  surfaces.name(recorder.real, 'recorder')
  expect(await requestPermission(own, recorder, 'media', { mediaTypes: ['audio'] })).toBe(true)
})
