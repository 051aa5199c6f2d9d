import { EventEmitter } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { prepareApp } from '../../../../electron/desktop/before-ready.ts'
import { type DesktopDeps, startDesktop } from '../../../../electron/desktop/desktop.ts'
import { forbiddenSwitches } from '../../../../electron/desktop/security/switches.ts'
import type { ProfileLock, SecondStartWish } from '../../../../electron/host/profile-lock.ts'
import { confKeeper } from '../../../../electron/host/settings.ts'
import { StartFailure } from '../../../../electron/host/workstation-keeper.ts'
import { profilePaths } from '../../../../electron/profile-paths.ts'
import type { Activity } from '../../../../electron/workplace/activity.ts'
import type { RoomFailure } from '../../../../shared/desktop/bridge.ts'
import { channels } from '../../../../shared/desktop/channels.ts'
import type { Policy } from '../../../../shared/policy/policy.ts'
import { attemptNavigation, attemptWindowOpen, pressKey } from '../../../fixtures/electron/attempts.ts'
import type { FakeBaseWindow } from '../../../fixtures/electron/base-window.ts'
import { makeSource } from '../../../fixtures/electron/desktop-capturer.ts'
import { type FakeElectron, makeFakeElectron } from '../../../fixtures/electron/make-fake-electron.ts'
import {
  checkPermission,
  requestDisplayMedia,
  requestPermission,
} from '../../../fixtures/electron/session-questions.ts'

/** The whole shell on a stand-in of Electron that follows electron.d.ts: what each part was told, not what it does. */
let profileDirectory: string
beforeEach(() => {
  profileDirectory = mkdtempSync(join(tmpdir(), 'videopriem-shell-'))
})
afterEach(() => rmSync(profileDirectory, { recursive: true, force: true }))

const meeting = 'https://telemost.yandex.ru/j/12345678901234'
const talking: Activity = { receptionOpen: true, recording: true, alarm: null, person: null }

/** Starts the shell; its workstation says that it is ready as soon as it was told to start. */
async function openShell({
  prepareFake,
  ...more
}: Partial<DesktopDeps> & { prepareFake?: (fake: FakeElectron['fake']) => void } = {}) {
  const { electron, fake } = makeFakeElectron()
  prepareFake?.(fake)
  const paths = profilePaths(profileDirectory)
  prepareApp({ electron, platform: 'linux', paths, policy: {}, nowMs: Date.now() })
  fake.app.becomeReady()
  let second: ((wish: SecondStartWish) => string) | null = null
  const released = vi.fn()
  const lock: ProfileLock = {
    answerWith(answer) {
      second = answer
    },
    release: released,
  }
  const starting = startDesktop({
    ...{ electron, profileDirectory, paths, lock },
    openSettingsKeeper: confKeeper,
    demonstration: false,
    places: { supervisor: join(profileDirectory, 's'), workstation: join(profileDirectory, 'w') },
    policy: {},
    programDirectory: '/program',
    pagesDirectory: '/pages',
    resourcesDirectory: resolve(import.meta.dirname, '../../../../resources'),
    environment: { HOME: '/home/somebody' },
    platform: 'linux',
    canInstallUpdates: false,
    checksUpdateSignature: false,
    process: new EventEmitter(),
    ...more,
  })
  const child = await vi.waitFor(() => {
    const [forked] = fake.utilityProcess.forked
    if (!forked?.messages[0]) throw new Error('not told to start yet')
    return forked
  })
  child.parentPort.postMessage({ kind: 'ready', mode: 'work' })
  await starting
  const [window] = fake.world.windows
  const [desk] = fake.world.contents
  if (!window || !desk) throw new Error('no desk')
  const ask = (channel: string, value?: unknown) => fake.ipcMain.receive(desk, channel, [value])
  const act = async (activity: Activity): Promise<void> => {
    child.parentPort.postMessage({ kind: 'activity', activity })
    await vi.waitFor(() => expect(fake.trays[0]?.toolTip).toContain(activity.recording ? 'идёт запись' : 'Видеоприём'))
  }
  return { electron, fake, child, window, desk, ask, act, released, secondStart: () => second?.('window') }
}

test('before ready: sandbox for all, one copy per profile, our scheme, sound without a press, no dumps', async () => {
  const { fake } = await openShell()
  expect(fake.app.calls.slice(0, 2)).toEqual(['requestSingleInstanceLock', 'enableSandbox'])
  expect(fake.app.paths.get('userData')).toBe(join(profileDirectory, 'desktop'))
  expect(fake.app.commandLine.getSwitchValue('autoplay-policy')).toBe('no-user-gesture-required')
  expect(fake.crashReporter.started).toBeNull()
  expect(fake.menus.applicationMenu).toBeNull()
})

test('the store of passwords is the one the organisation names, on Linux alone', () => {
  const started = (platform: NodeJS.Platform, policy: Pick<Policy, 'passwordStore'>) => {
    const { electron, fake } = makeFakeElectron()
    prepareApp({ electron, platform, paths: profilePaths(profileDirectory), policy, nowMs: 0 })
    return fake.app.commandLine.getSwitchValue('password-store')
  }
  expect(started('linux', { passwordStore: 'gnome-libsecret' })).toBe('gnome-libsecret')
  expect(started('linux', {})).toBe('')
  expect(started('win32', { passwordStore: 'gnome-libsecret' })).toBe('')
})

test.each(forbiddenSwitches)('a packaged program does not start with --%s; a checkout does', name => {
  const started = (isPackaged: boolean) => {
    const { electron, fake } = makeFakeElectron()
    fake.app.isPackaged = isPackaged
    fake.app.commandLine.appendSwitch(name, '1')
    return () =>
      prepareApp({ electron, platform: 'linux', paths: profilePaths(profileDirectory), policy: {}, nowMs: 0 })
  }
  expect(started(true)).toThrow(`--${name}`)
  expect(started(true)).toThrow(StartFailure)
  expect(started(false)).not.toThrow()
})

test('a packaged program starts with the switches of its packages', () => {
  const { electron, fake } = makeFakeElectron()
  fake.app.isPackaged = true
  // The last one Electron gives to itself.
  for (const name of ['lang', 'ozone-platform', 'no-sandbox', 'proxy-server', 'allow-file-access-from-files'])
    fake.app.commandLine.appendSwitch(name, '1')
  expect(prepareApp({ electron, platform: 'linux', paths: profilePaths(profileDirectory), policy: {}, nowMs: 0 })).toBe(
    true,
  )
})

test('another copy of the profile ends before it opens anything', () => {
  const { electron, fake } = makeFakeElectron()
  fake.app.isFirstInstance = false
  const paths = profilePaths(profileDirectory)
  expect(prepareApp({ electron, platform: 'linux', paths, policy: {}, nowMs: 0 })).toBe(false)
  expect(fake.app.calls).toEqual(['requestSingleInstanceLock'])
})

test('the workstation is a process of its own; its key travels in a message, never in arguments or environment', async () => {
  const { child, fake } = await openShell()
  expect(child.modulePath).toBe('/program/workstation-process.js')
  expect(child.args).toEqual([])
  const start = child.messages[0]?.data as { config: { databaseKeyHex: string }; capabilities: object }
  expect(start.config.databaseKeyHex).toMatch(/^[0-9a-f]{64}$/)
  expect(start.capabilities).toEqual({
    openTelemostInside: true,
    openRecorderWindow: true,
    panelOnTop: true,
    printPages: true,
  })
  expect(JSON.stringify(child.options)).not.toContain(start.config.databaseKeyHex)
  // Sealed by the system; the key itself stands in no file.
  expect(readFileSync(join(profileDirectory, 'keys/database.sealed'), 'utf8')).not.toContain(
    start.config.databaseKeyHex,
  )
  expect(fake.safeStorage.synchronousCalls).toBe(0)
})

test('the desk: a view of our own page, isolated, sandboxed, with the one preload', async () => {
  const { desk, window } = await openShell()
  expect(desk.loaded).toEqual(['app://videopriem/'])
  expect(desk.session.partition).toBe('persist:desk')
  expect(desk.preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
    devTools: false,
    preload: '/program/preload.cjs',
  })
  expect(window.options.title).toBe('Видеоприём')
  expect(window.isVisible()).toBe(true)
  expect(attemptNavigation(desk, 'https://evil.example/').isPrevented).toBe(true)
  expect(attemptWindowOpen(desk, meeting)).toEqual({ action: 'deny' })
})

test('no session is left as Electron makes it: ours have their rules, every other one gives nothing', async () => {
  const { electron, fake, desk, ask } = await openShell()
  ask(channels.roomOpen, meeting)
  electron.session.fromPartition('of-a-library')
  expect([...fake.world.sessions.keys()].sort()).toEqual(['', 'of-a-library', 'persist:desk', 'telemost-of-nobody'])
  for (const session of fake.world.sessions.values()) {
    expect(session.permissionCheckHandler).not.toBeNull()
    expect(session.displayMediaHandler).not.toBeNull()
    expect(await requestPermission(session, desk, 'geolocation')).toBe(false)
    expect(session.dictionaryUrl).toBe('https://dictionaries.invalid/')
  }
})

test('a page gets a port of its own door and no other; strangers and frames get none', async () => {
  const { desk, ask, child, fake, electron } = await openShell()
  ask(channels.connect, 'recorder')
  ask(channels.connect, 'everything')
  expect(child.messages).toHaveLength(1)
  ask(channels.connect, 'contract')
  expect(child.messages.at(-1)).toMatchObject({ data: { kind: 'page', door: 'contract' } })
  expect(child.messages.at(-1)?.ports).toHaveLength(1)
  expect(desk.sent.at(-1)).toMatchObject({ channel: channels.port, values: ['contract'] })

  const before = child.messages.length
  const stranger = new electron.WebContentsView({ webPreferences: { partition: 'persist:desk' } }).webContents
  await stranger.loadURL('app://videopriem/')
  const found = fake.world.contents.find(known => known.real === stranger)
  if (!found) throw new Error('no stranger')
  fake.ipcMain.receive(found, channels.connect, ['contract'])
  desk.mainFrame.url = 'https://evil.example/'
  ask(channels.connect, 'contract')
  expect(child.messages).toHaveLength(before)
})

test('the room: Telemost only, no preload, its own partition, above the page where it is placed and beneath it else', async () => {
  const { ask, fake, window } = await openShell()
  for (const address of ['https://evil.example/j/12345678', 'telemost://telemost.yandex.ru/j/1', 'javascript:alert(1)'])
    ask(channels.roomOpen, address)
  expect(fake.world.contents).toHaveLength(1)

  ask(channels.roomOpen, `${meeting}?from=mail`)
  const room = fake.world.contents[1]
  if (!room) throw new Error('no room')
  expect(room.loaded).toEqual([meeting])
  expect(room.session.partition).toBe('telemost-of-nobody')
  expect(room.preferences.preload).toBeUndefined()
  expect(room.preferences).toMatchObject({ sandbox: true, contextIsolation: true, backgroundThrottling: false })
  expect(room.userAgent).not.toMatch(/electron|videopriem/i)
  const [first, last] = [() => window.contentView.children[0], () => window.contentView.children.at(-1)]
  expect((first() as { webContents?: unknown }).webContents).toBe(room)

  ask(channels.roomPlace, { x: 384, y: 90, width: 670, height: 600 })
  expect((last() as { webContents?: unknown }).webContents).toBe(room)
  expect(last()?.bounds).toEqual({ x: 384, y: 90, width: 670, height: 600 })
  for (const nonsense of [{ x: 0, y: 0, width: -1, height: 5 }, 'large', { x: 0.5, y: 0, width: 1, height: 1 }])
    ask(channels.roomPlace, nonsense)
  expect(last()?.bounds.width).toBe(670)
  ask(channels.roomPlace, null)
  expect((first() as { webContents?: unknown }).webContents).toBe(room)
  expect(first()?.isVisible).toBe(true)

  ask(channels.roomLeave)
  expect(room.isGone).toBe(true)
  expect(window.contentView.children).toHaveLength(1)
})

test('each person has a room session of his own, and nobody finds the room of the one before', async () => {
  const { ask, fake, child } = await openShell()
  const idle: Activity = { receptionOpen: false, recording: false, alarm: null, person: null }
  const [first, second] = ['a'.repeat(32), 'b'.repeat(32)]
  const tell = async (changes: Partial<Activity>) => {
    child.parentPort.postMessage({ kind: 'activity', activity: { ...idle, ...changes } })
    // It is passed on with the next turn of the loop.
    await new Promise(resolve => setImmediate(() => setImmediate(resolve)))
  }
  const openRoom = () => {
    ask(channels.roomOpen, meeting)
    return fake.world.contents.findLast(({ session, isGone }) => session.partition !== 'persist:desk' && !isGone)
  }
  await tell({ person: first })
  const room = openRoom()
  expect(room?.session.partition).toBe(`persist:telemost-${first}`)
  // The reception goes on while the workstation starts anew and does not know who sits there.
  await tell({ person: first, receptionOpen: true })
  await tell({})
  await tell({ person: first, receptionOpen: true })
  expect([room?.isGone, openRoom()]).toEqual([false, room])
  await tell({ person: second })
  expect(room?.isGone).toBe(true)
  const other = openRoom()
  expect(other?.session.partition).toBe(`persist:telemost-${second}`)
  expect(other?.session.permissionRequestHandler).not.toBeNull()
  await tell({ person: first })
  expect(openRoom()?.session).toBe(room?.session)
})

test('a room whose page does not load is told to the desk; a load that another one replaced is not', async () => {
  const { ask, fake } = await openShell()
  ask(channels.roomOpen, meeting)
  const [desk, room] = fake.world.contents
  if (!desk || !room) throw new Error('no room')
  const told = () => desk.sent.filter(({ channel }) => channel === channels.roomFailed).length
  room.emit('did-fail-load', {}, -3, 'ERR_ABORTED', meeting, true)
  room.emit('did-fail-load', {}, -105, 'ERR_NAME_NOT_RESOLVED', 'https://mc.yandex.ru/', false)
  expect(told()).toBe(0)
  room.emit('did-fail-load', {}, -105, 'ERR_NAME_NOT_RESOLVED', meeting, true)
  expect(told()).toBe(1)
})

test('a room that closes itself, or dies, is told to the desk with what happened', async () => {
  const { ask, fake, window } = await openShell()
  ask(channels.roomOpen, meeting)
  const [desk, room] = fake.world.contents
  if (!desk || !room) throw new Error('no room')
  const failures = () =>
    desk.sent.filter(({ channel }) => channel === channels.roomFailed).map(({ values }) => values[0])
  const told = () => failures().map(failure => (failure as RoomFailure).problem)
  room.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 139 })
  expect(told()).toEqual(['crashed'])
  room.close()
  expect(told()).toEqual(['crashed', 'pageClosed'])
  await vi.waitFor(() => expect(window.contentView.children).toHaveLength(1))
  ask(channels.roomPlace, { x: 0, y: 0, width: 600, height: 400 })
  ask(channels.roomLeave)
  ask(channels.roomOpen, meeting)
  expect(fake.world.contents.at(-1)?.loaded).toEqual([meeting])
  ask(channels.roomLeave)
  expect(told()).toEqual(['crashed', 'pageClosed'])
})

test('a failure nobody took is told to who listens next, with its own moment; a taken one never again', async () => {
  const { ask, fake } = await openShell()
  ask(channels.roomOpen, meeting)
  const [desk, room] = fake.world.contents
  if (!desk || !room) throw new Error('no room')
  const told = () =>
    desk.sent.filter(({ channel }) => channel === channels.roomFailed).map(({ values }) => values[0] as RoomFailure)
  ask(channels.roomFailureAsked)
  expect(told()).toEqual([])
  room.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 139 })
  ask(channels.roomFailureAsked)
  expect(told()).toHaveLength(2)
  expect(told()[1]).toEqual(told()[0])
  ask(channels.roomFailureTold)
  ask(channels.roomFailureAsked)
  expect(told()).toHaveLength(2)
  room.emit('did-fail-load', {}, -105, 'ERR_NAME_NOT_RESOLVED', meeting, true)
  ask(channels.roomOpen, meeting)
  ask(channels.roomFailureAsked)
  expect(told()).toHaveLength(3)
})

test('the recorder: hidden, never throttled, granted exactly the room’s frame, its echo kept; nobody else is', async () => {
  const { ask, fake, desk } = await openShell()
  expect(await requestDisplayMedia(desk.session, desk.mainFrame)).toBeNull()
  ask(channels.roomOpen, meeting)
  const [, room, recorder] = fake.world.contents
  if (!room || !recorder) throw new Error('no recorder')
  expect(recorder.loaded).toEqual(['app://videopriem/recorder'])
  expect(recorder.preferences).toMatchObject({
    backgroundThrottling: false,
    sandbox: true,
    preload: '/program/preload.cjs',
  })
  expect(fake.world.windows.at(-1)?.options.show).toBe(false)
  // The press of «Открыть комнату» is handed on to the recorder's own button.
  expect(recorder.mainFrame.scripts.at(-1)).toBe('document.getElementById("again").click()')

  expect(await requestDisplayMedia(recorder.session, recorder.mainFrame)).toEqual({
    video: room.mainFrame,
    audio: room.mainFrame,
    enableLocalEcho: true,
  })
  expect(await requestDisplayMedia(desk.session, desk.mainFrame)).toBeNull()
  ask(channels.roomLeave)
  expect(await requestDisplayMedia(recorder.session, recorder.mainFrame)).toBeNull()
})

test('a recorder that dies is made anew and takes the room again; one that is closed by habit only hides', async () => {
  const { ask, fake } = await openShell()
  ask(channels.roomOpen, meeting)
  const window = fake.world.windows.at(-1)
  window?.show()
  window?.close()
  expect([window?.isGone, window?.isVisible()]).toEqual([false, false])
  fake.world.contents[2]?.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 139 })
  expect(window?.isGone).toBe(true)
  const next = fake.world.contents.at(-1)
  expect(next?.loaded).toEqual(['app://videopriem/recorder'])
  expect(next?.mainFrame.scripts).toHaveLength(1)
})

test('the room may show single windows by our own menu, never ours, never the screen', async () => {
  const { ask, fake, window } = await openShell()
  ask(channels.roomOpen, meeting)
  const room = fake.world.contents[1]
  if (!room) throw new Error('no room')
  fake.desktopCapturer.sources = [
    makeSource('screen:0:0', 'Весь экран'),
    makeSource(window.getMediaSourceId(), 'Видеоприём'),
    makeSource('window:77:0', 'Калькулятор'),
  ]
  const asked = requestDisplayMedia(room.session, room.mainFrame)
  await vi.waitFor(() => expect(fake.desktopCapturer.asked).toHaveLength(1))
  expect(fake.desktopCapturer.asked[0]?.types).toEqual(['window'])
  expect(await asked).toBeNull()
})

test('permissions by one list: the recorder its microphone, Telemost its talk, neither anything else', async () => {
  const { ask, fake, desk } = await openShell()
  ask(channels.roomOpen, meeting)
  const [, room, recorder] = fake.world.contents
  if (!room || !recorder) throw new Error('no room')
  const media = { mediaTypes: ['audio' as const] }
  expect(await requestPermission(recorder.session, recorder, 'media', media)).toBe(true)
  expect(await requestPermission(desk.session, desk, 'geolocation')).toBe(false)
  expect(await requestPermission(room.session, room, 'media', { mediaTypes: ['audio', 'video'] })).toBe(true)
  expect(await requestPermission(room.session, room, 'notifications')).toBe(false)
  const check = { requestingOrigin: 'https://telemost.yandex.ru' }
  expect(checkPermission(room.session, room, 'notifications', check)).toBe(false)
})

test('keys of the session reach the desk while the room has the keyboard; F6 gives it back; the rest is typed', async () => {
  const { ask, fake, desk } = await openShell()
  ask(channels.roomOpen, meeting)
  const room = fake.world.contents[1]
  if (!room) throw new Error('no room')
  expect(pressKey(room, { key: 'Enter', code: 'Enter', control: true }).isPrevented).toBe(true)
  expect(desk.sent.at(-1)).toMatchObject({ channel: channels.sessionKey, values: [{ code: 'Enter', ctrlKey: true }] })
  const sent = desk.sent.length
  expect(pressKey(room, { key: 'ы', code: 'KeyS' }).isPrevented).toBe(false)
  expect(pressKey(room, { key: 'Enter', code: 'Enter' }).isPrevented).toBe(false)
  desk.hasFocus = false
  expect(pressKey(room, { key: 'F6', code: 'F6' }).isPrevented).toBe(true)
  expect([desk.hasFocus, desk.sent.length]).toEqual([true, sent])
  ask(channels.roomPlace, { x: 0, y: 0, width: 600, height: 400 })
  ask(channels.roomFocus)
  expect(room.hasFocus).toBe(true)
})

test('while a citizen is received the computer stays awake and the program does not leave', async () => {
  const { act, fake, window, child } = await openShell()
  await act(talking)
  expect([...fake.powerSaveBlocker.running.values()]).toEqual(['prevent-display-sleep'])
  window.close()
  // It is answered at once here.
  await new Promise(done => setImmediate(done))
  fake.app.quit()
  expect([window.isGone, fake.app.exitCode]).toEqual([false, null])
  expect(fake.dialog.questions.map(({ message }) => message)).toEqual([
    'Идёт приём гражданина',
    'Идёт приём гражданина',
  ])
  expect(child.messages.map(({ data }) => (data as { kind: string }).kind)).not.toContain('stop')
})

test('leaving: the workstation closes its files first, then the program ends; the window is there to the end', async () => {
  const { fake, child, window, released } = await openShell()
  const closing: boolean[] = []
  child.parentPort.on('message', ({ data }: { data: { kind: string } }) => {
    if (data.kind !== 'stop') return
    // What still speaks to the window in these seconds finds it.
    closing.push(window.isGone)
    window.close()
    closing.push(window.isGone)
    child.exit(0)
  })
  window.close()
  await vi.waitFor(() => expect(fake.app.exitCode).toBe(0))
  expect(released).toHaveBeenCalledOnce()
  expect(closing).toEqual([false, false])
  expect(fake.app.calls.filter(call => call === 'quit')).toEqual([])
})

test('the last window that goes takes nothing with it: the program ends only when everything is closed', async () => {
  const { fake, window } = await openShell()
  window.destroy()
  expect([fake.app.exitCode, fake.app.calls.includes('quit')]).toEqual([null, false])
})

test('a window that is gone is spoken to by nobody', async () => {
  const { fake, window, child, ask } = await openShell()
  ask(channels.roomOpen, meeting)
  const room = fake.world.contents[1]
  if (!room) throw new Error('no room')
  window.destroy()
  fake.app.emit('second-instance', {}, [], '', null)
  ask(channels.roomPlace, null)
  pressKey(room, { key: 'Enter', code: 'Enter', control: true })
  room.emit('did-fail-load', {}, -105, 'ERR_NAME_NOT_RESOLVED', meeting, true)
  ask(channels.roomLeave)
  child.parentPort.postMessage({ kind: 'activity', activity: { ...talking, alarm: 'recorderLost' } })
  await vi.waitFor(() => expect(fake.trays[0]?.toolTip).toContain('требует внимания'))
})

test('what is typed after a key that opens something in the desk goes to the desk, other keys leave it in the room', async () => {
  const { ask, fake, desk } = await openShell()
  ask(channels.roomOpen, meeting)
  ask(channels.roomPlace, { x: 0, y: 0, width: 600, height: 400 })
  const room = fake.world.contents[1]
  if (!room) throw new Error('no room')
  const keyboardAfter = (press: Parameters<typeof pressKey>[1]): 'desk' | 'room' => {
    desk.hasFocus = false
    room.hasFocus = true
    pressKey(room, press)
    return desk.hasFocus ? 'desk' : 'room'
  }
  expect(keyboardAfter({ key: 'm', code: 'KeyM', control: true })).toBe('desk')
  for (const code of ['F2', 'F4', 'F9']) expect(keyboardAfter({ key: code, code })).toBe('desk')
  for (const code of ['KeyT', 'KeyP']) expect(keyboardAfter({ key: 'x', code, alt: true })).toBe('desk')
  expect(keyboardAfter({ key: 'F8', code: 'F8' })).toBe('room')
  expect(keyboardAfter({ key: 'Enter', code: 'Enter', control: true })).toBe('room')
})

test('what is beneath the page, or left, never has the keyboard', async () => {
  const { ask, fake, desk } = await openShell()
  ask(channels.roomOpen, meeting)
  const room = fake.world.contents[1]
  if (!room) throw new Error('no room')
  ask(channels.roomPlace, { x: 0, y: 0, width: 600, height: 400 })
  ask(channels.roomFocus)
  desk.hasFocus = false
  ask(channels.roomPlace, null)
  expect(desk.hasFocus).toBe(true)
  room.hasFocus = false
  ask(channels.roomFocus)
  expect(room.hasFocus).toBe(false)
  ask(channels.roomPlace, { x: 0, y: 0, width: 600, height: 400 })
  ask(channels.roomFocus)
  desk.hasFocus = false
  ask(channels.roomLeave)
  expect(desk.hasFocus).toBe(true)
})

test('a window minimised in a reception goes to the clock, where it is still drawn; else it is minimised', async () => {
  const { act, window, fake } = await openShell()
  window.minimize()
  expect([window.isMinimized(), window.isVisible()]).toEqual([true, true])
  window.restore()
  await act(talking)
  window.minimize()
  expect([window.isMinimized(), window.isVisible()]).toEqual([false, false])
  fake.trays[0]?.emit('click')
  expect([window.isVisible(), window.isFocused()]).toEqual([true, true])
})

test('without a place at the clock it stays minimised, and no text promises that it is drawn', async () => {
  const { window, child, fake } = await openShell({ policy: { tray: false } })
  child.parentPort.postMessage({ kind: 'activity', activity: talking })
  await vi.waitFor(() => expect(fake.powerSaveBlocker.running.size).toBe(1))
  window.minimize()
  expect([window.isMinimized(), window.isVisible()]).toEqual([true, true])
  window.close()
  expect(fake.dialog.questions.at(-1)?.detail).toBe('Сначала завершите приём, затем выйдите из программы.')
})

test('what nobody caught is told once in Russian, without a stack', async () => {
  const uncaught = new EventEmitter()
  const { fake } = await openShell({ process: uncaught })
  uncaught.emit('uncaughtException', new TypeError('Object has been destroyed'))
  uncaught.emit('unhandledRejection', 'no reason')
  expect(fake.dialog.questions.map(({ message }) => message)).toEqual(['Внутренняя ошибка окна программы'])
  expect(fake.dialog.questions[0]?.detail).not.toMatch(/destroyed|TypeError| at /)
  expect(fake.dialog.errors).toEqual([])
})

test('a question stands on the desk that is seen, and on nothing where it is put aside or minimised', async () => {
  for (const [act, isOnDesk] of [
    [() => undefined, true],
    [(window: FakeBaseWindow) => window.minimize(), false],
    [(window: FakeBaseWindow) => window.hide(), false],
  ] as const) {
    const uncaught = new EventEmitter()
    const { fake, window } = await openShell({ process: uncaught })
    act(window)
    uncaught.emit('uncaughtException', new TypeError('x'))
    expect(fake.dialog.parents.map(parent => parent === window)).toEqual([isOnDesk])
  }
})

test('what happens to the computer is told to the workstation; a shutdown asks nothing', async () => {
  const { fake, child, act } = await openShell()
  const told = () => child.messages.map(({ data }) => data as { kind: string; event?: string })
  fake.powerMonitor.happen('suspend')
  expect(told().at(-1)).toEqual({ kind: 'computer', event: 'computerSuspended' })
  await act(talking)
  fake.powerMonitor.happen('shutdown')
  await vi.waitFor(() => expect(told().at(-1)).toEqual({ kind: 'stop' }))
  expect(told().at(-2)).toEqual({ kind: 'computer', event: 'computerShutDown' })
  expect(fake.dialog.questions).toEqual([])
})

test('a system that seals no keys is said once, to whoever sets the workplace up', async () => {
  const weak = {
    prepareFake(fake: FakeElectron['fake']) {
      fake.safeStorage.backend = 'basic_text'
    },
  }
  const first = await openShell(weak)
  expect(
    first.fake.dialog.questions.map(({ type, detail }) => [type, detail?.includes('зашифрованном диске')]),
  ).toEqual([['warning', true]])
  await vi.waitFor(() =>
    expect(readFileSync(join(profileDirectory, 'settings.json'), 'utf8')).toContain('keyWarningShown'),
  )
  const second = await openShell(weak)
  expect(second.fake.dialog.questions).toEqual([])
})

test('a second start, of this program or of the browser host, brings the window to the front', async () => {
  const { fake, window, secondStart } = await openShell()
  window.minimize()
  fake.app.emit('second-instance', {}, [], '', null)
  expect([window.isMinimized(), window.isFocused()]).toEqual([false, true])
  expect(secondStart()).toBe('Программа уже запущена: открываю её окно.')
})

test('a workstation that dies is started again and its pages are told', async () => {
  const { fake, child, desk, ask } = await openShell()
  ask(channels.connect, 'contract')
  child.exit(1)
  expect(desk.sent.at(-1)?.channel).toBe(channels.gone)
  // The page asks at once; it is served when the spare process has taken over.
  ask(channels.connect, 'contract')
  const next = await vi.waitFor(() => {
    const started = fake.utilityProcess.forked.find(forked => forked !== child && forked.messages.length > 0)
    if (!started) throw new Error('not started yet')
    return started
  })
  next.parentPort.postMessage({ kind: 'ready', mode: 'work' })
  await vi.waitFor(() => expect(next.messages.at(-1)?.data).toEqual({ kind: 'page', door: 'contract' }))
  expect(desk.sent.at(-1)?.channel).toBe(channels.port)
})
