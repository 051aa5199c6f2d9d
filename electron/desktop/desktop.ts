import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BaseWindow, MessageBoxOptions } from 'electron'
import type { Policy } from '../../shared/policy/policy.ts'
import { systemClock } from '../clock.ts'
import { openCodeCache } from '../host/code-cache.ts'
import { demonstrationRoomFiles, openDemonstrationRoom } from '../host/demonstration-room.ts'
import { openLog } from '../host/log-file.ts'
import { listenOnLoopback } from '../host/loopback-server.ts'
import type { ProfileLock } from '../host/profile-lock.ts'
import type { RunPlaces } from '../host/run-places.ts'
import { type OpenSettingsKeeper, openSettings } from '../host/settings.ts'
import { damagedSettingsWords } from '../host/start-words.ts'
import { makeWorkstationKeeper } from '../host/workstation-keeper.ts'
import type { ProfilePaths } from '../profile-paths.ts'
import { telemostHostsPath } from '../telemost/hosts-file.ts'
import { makeActivitySigns } from './activity-signs.ts'
import { makeAppProtocol } from './app-protocol.ts'
import { watchComputer } from './computer-events.ts'
import { type DeskWindow, openDeskWindow } from './desk-window.ts'
import type { ElectronApis } from './electron-apis.ts'
import { openKeyVault } from './key-vault.ts'
import { tellKeyWarning } from './key-warning.ts'
import { makeLeaving } from './leaving.ts'
import { configureOwnSession, ownPartition } from './own-session.ts'
import { hearPages } from './page-messages.ts'
import { makePagePorts } from './page-ports.ts'
import { makePagePrinter } from './page-printer.ts'
import { makePanelWindows } from './panel-windows.ts'
import { makeRecorderWindow } from './recorder-window.ts'
import { makeRoom } from './room.ts'
import { meetingAddress } from './room-address.ts'
import { configureRoomSession, makeRoomSessions } from './room-session.ts'
import { guardCertificates } from './security/certificates.ts'
import { closeSessions } from './security/close-sessions.ts'
import { windowsToShare } from './security/display-media.ts'
import { hardenWebContents } from './security/harden.ts'
import { judgeNavigation } from './security/navigation.ts'
import { readRoomRules } from './security/room-hosts.ts'
import { makeSurfaces } from './security/surfaces.ts'
import { sessionKeyOf, takesKeyboard } from './session-keys.ts'
import { makeShareMenu } from './share-menu.ts'
import { makeSignInWindows } from './sign-in-windows.ts'
import { makeTray } from './tray.ts'
import { type UncaughtSource, watchUncaught } from './uncaught.ts'
import { makeUpdates } from './updates.ts'
import { startUtilityWorkstation } from './utility-workstation.ts'
import { closeInOrder } from './way-out.ts'
import { displaysOf, openWindowState, placeWindow } from './window-state.ts'

export interface DesktopDeps {
  readonly electron: ElectronApis
  readonly openSettingsKeeper: OpenSettingsKeeper
  readonly profileDirectory: string
  readonly demonstration: boolean
  readonly paths: ProfilePaths
  readonly places: RunPlaces
  readonly lock: ProfileLock
  readonly policy: Policy
  /** Where main.js lies, and preload.cjs and workstation-process.js beside it. */
  readonly programDirectory: string
  readonly pagesDirectory: string
  readonly resourcesDirectory: string
  readonly environment: NodeJS.ProcessEnv
  readonly platform: NodeJS.Platform
  /** Of the program itself: what nobody caught is heard there. */
  readonly process: UncaughtSource
  /** Whether our own updater may replace this copy. */
  readonly canInstallUpdates: boolean
  readonly checksUpdateSignature: boolean
}

/** Everything after Electron is ready, the window last. Rejects with StartFailure. */
export async function startDesktop(deps: DesktopDeps): Promise<void> {
  const { electron, paths, policy, demonstration, platform, resourcesDirectory } = deps
  const { app, dialog } = electron
  const log = openLog({ directory: paths.logs, name: 'desktop' })
  const settings = openSettings(deps.profileDirectory, deps.openSettingsKeeper)
  const chosen = settings.read()
  const preloadPath = join(deps.programDirectory, 'preload.cjs')
  const iconPath = join(resourcesDirectory, 'icons/videopriem.png')
  let desk: DeskWindow | null = null
  const window = (): BaseWindow => {
    if (!desk) throw new Error('no desk window yet')
    return desk.window
  }
  /** A question stands on the window that can be seen; before there is one, on nothing. */
  const ask = async (box: MessageBoxOptions): Promise<unknown> => {
    const isSeen = desk && !desk.window.isDestroyed() && desk.window.isVisible() && !desk.window.isMinimized()
    if (!desk || !isSeen) return dialog.showMessageBox(box)
    return dialog.showMessageBox(desk.window, box)
  }
  watchUncaught({ process: deps.process, ask, logsDirectory: paths.logs, log })

  // The key of the database.
  const vault = await openKeyVault({
    ...{ safeStorage: electron.safeStorage, platform, paths, nowMs: systemClock.nowMs },
    desktopName: deps.environment.XDG_CURRENT_DESKTOP ?? null,
  })
  if (vault.warning !== null) log.warn({ platform }, 'the system seals no keys, the key file is all there is')

  // The room of the demonstration, on an origin of its own.
  const roomFiles = demonstration ? demonstrationRoomFiles(resourcesDirectory) : null
  const roomServer = roomFiles ? await listenOnLoopback(chosen.demonstrationRoomPort) : null
  if (roomServer) settings.write({ demonstrationRoomPort: roomServer.port })
  const demonstrationRoomUrl =
    roomServer && roomFiles
      ? openDemonstrationRoom(roomServer.server, { port: roomServer.port, directory: roomFiles })
      : null

  // Who may do what, before there is anybody.
  const rules = readRoomRules(join(resourcesDirectory, telemostHostsPath), {
    // An organisation's own sign-in page, say: the room may go there and load from there.
    added: { signIn: policy.telemostHosts ?? [], reachable: [] },
    standInOrigin: demonstrationRoomUrl === null ? null : new URL(demonstrationRoomUrl).origin,
  })
  const surfaces = makeSurfaces({ ownerOf: frame => electron.webContents.fromFrame(frame) })
  closeSessions({ app, defaultSession: electron.session.defaultSession })
  const signInWindows = makeSignInWindows({
    dialog,
    parent: () => (desk && !desk.window.isDestroyed() ? desk.window : null),
    iconPath,
    mayOpen: address => judgeNavigation(address, 'signIn', rules).open === 'here',
    log,
  })
  const panelWindows = makePanelWindows({
    iconPath,
    workArea: () => electron.screen.getDisplayMatching(window().getBounds()).workArea,
  })
  hardenWebContents({ app, surfaces, rules, signInWindows, panelWindows, log })
  guardCertificates({ app, log })

  // Who works here, as far as it is known.
  let person: string | null = null

  // The workstation.
  const codeCacheDirectory = openCodeCache(paths.codeCache)
  const keeper = makeWorkstationKeeper({
    spawn: () =>
      startUtilityWorkstation({
        utilityProcess: electron.utilityProcess,
        entry: join(deps.programDirectory, 'workstation-process.js'),
        codeCacheDirectory,
        environment: deps.environment,
        killProcess: pid => void process.kill(pid, 'SIGKILL'),
      }),
    start: () => ({
      config: {
        profileDirectory: deps.profileDirectory,
        recordingsDirectory: policy.recordingsDirectory ?? settings.read().recordingsDirectory ?? paths.recordings,
        databaseKeyHex: vault.keyHex(),
        demonstration,
        demonstrationRoomUrl,
        ffmpegSetting: policy.ffmpeg ?? chosen.ffmpeg,
        resourcesDirectory,
        version: app.getVersion(),
        policy,
      },
      capabilities: { openTelemostInside: true, openRecorderWindow: true, panelOnTop: true, printPages: true },
      logsDirectory: paths.logs,
    }),
    socketPath: deps.places.workstation,
    keepDatabaseKey: vault.keep,
    keepRecordingsDirectory: recordingsDirectory => settings.write({ recordingsDirectory }),
    openRecorder: () => recorder.open(),
    printPage: makePagePrinter({ BrowserWindow: electron.BrowserWindow, session: electron.session }),
    onActivity(activity) {
      // A workstation that is starting anew does not know; whoever was there still is.
      if (activity.person !== null && activity.person !== person) {
        if (person !== null) room.leave()
        person = activity.person
      }
      signs.show(activity)
      updates.activityChanged()
    },
    onAddress: address => (address ? ports.workstationReady() : ports.workstationGone()),
    say: line => log.error(line),
    log,
    nowMs: systemClock.nowMs,
  })
  const ports = makePagePorts({ MessageChannelMain: electron.MessageChannelMain, passPage: keeper.passPage })

  // The two sessions: our own pages, and the room.
  const ownSession = electron.session.fromPartition(ownPartition)
  const answer = makeAppProtocol({ pagesDirectory: deps.pagesDirectory, workstation: keeper.address, log })
  const roomFrame = () => room.contents()?.mainFrame ?? null
  const filesFolder = () => app.getPath('downloads')
  configureOwnSession({ session: ownSession, surfaces, rules, answer, roomFrame, filesFolder, log })
  const ourMediaSourceIds = () => electron.BaseWindow.getAllWindows().map(own => own.getMediaSourceId())
  const askForWindow = makeShareMenu({ Menu: electron.Menu, window })
  const pick = async () => {
    const sources = await electron.desktopCapturer.getSources({
      types: ['window'],
      thumbnailSize: { width: 0, height: 0 },
    })
    return askForWindow(windowsToShare(sources, ourMediaSourceIds()))
  }
  const roomSessionOf = makeRoomSessions(
    partition => electron.session.fromPartition(partition),
    session => configureRoomSession({ session, surfaces, rules, pick, ourMediaSourceIds, log }),
  )

  // The recorder and the room.
  const recorder = makeRecorderWindow({
    BrowserWindow: electron.BrowserWindow,
    session: ownSession,
    preloadPath,
    isRoomReady: () => room.contents() !== null,
    onPage: contents => surfaces.name(contents, 'recorder'),
    log,
  })
  const room = makeRoom({
    WebContentsView: electron.WebContentsView,
    session: () => roomSessionOf(person),
    window,
    judgeAddress: address => meetingAddress(address, demonstrationRoomUrl),
    sessionKeyOf,
    takesKeyboard,
    onSessionKey: press => desk?.sendKey(press),
    focusDesk: () => desk?.focusPage(),
    onPage: contents => surfaces.name(contents, 'room'),
    onFailed: failure => desk?.sendRoomFailed(failure),
    nowMs: systemClock.nowMs,
    onReady() {
      recorder.ensure()
      recorder.chooseRoom()
    },
    log,
  })
  hearPages({
    ipcMain: electron.ipcMain,
    pageOf(contents) {
      const surface = surfaces.surfaceOf(contents)
      return surface === 'own' ? 'desk' : surface === 'recorder' ? 'recorder' : null
    },
    onConnect: ports.want,
    deskToFront: () => desk?.show(),
    room: { ...room, place: rectangle => room.place(rectangle && desk ? desk.onWindow(rectangle) : rectangle) },
    log,
  })

  // What the computer shows, and the way out before the way in.
  const showDesk = (): void => desk?.show()
  const leaving = makeLeaving({
    activity: () => signs.activity(),
    ask,
    asideWords: policy.tray === false ? null : 'Окно можно свернуть: оно уйдёт к часам, значок «Видеоприём».',
    async close(by) {
      await closeInOrder(
        [
          { name: 'updates', close: updates.close },
          { name: 'workstation', close: keeper.stop },
          { name: 'demonstration room', close: () => roomServer?.close() },
          { name: 'lock of the profile', close: deps.lock.release },
        ],
        log,
      )
      if (by === 'shutdown' || !updates.installOnLeave()) return app.exit(0)
      // The updater asks the program to quit: no window may say no. Where it does not, the end comes all the same.
      recorder.close()
      desk?.destroy()
      setTimeout(() => app.exit(0), installerStartsWithinMs)
    },
  })
  const updates = makeUpdates({
    from: policy.updates ?? null,
    isBusy: leaving.isBusy,
    canInstall: deps.canInstallUpdates,
    checksSignature: deps.checksUpdateSignature,
    nowMs: systemClock.nowMs,
    log,
  })
  setInterval(() => void updates.tick(), 60_000).unref()
  const tray =
    policy.tray === false
      ? null
      : makeTray({ Tray: electron.Tray, Menu: electron.Menu, iconPath, showDesk, leave: () => void leaving.ask() })
  const signs = makeActivitySigns({
    powerSaveBlocker: electron.powerSaveBlocker,
    Notification: electron.Notification,
    isDeskFocused: () => desk?.isFocused() ?? false,
    showDesk,
    flashDesk: on => desk?.flash(on),
    showInTray: activity => tray?.show(activity),
  })
  watchComputer(electron.powerMonitor, event => {
    keeper.tell({ kind: 'computer', event })
    if (event === 'computerShutDown') void leaving.atOnce()
  })
  app.on('before-quit', event => {
    if (leaving.isLeaving()) return
    event.preventDefault()
    void leaving.ask()
  })
  // By itself Electron quits with its last window, while the workstation is still closing its files.
  app.on('window-all-closed', () => undefined)
  app.on('second-instance', showDesk)
  deps.lock.answerWith(() => {
    showDesk()
    return 'Программа уже запущена: открываю её окно.'
  })
  await keeper.start()

  // The window, when everything behind it stands.
  mkdirSync(paths.desktop, { recursive: true, mode: 0o700 })
  const windowState = openWindowState(join(paths.desktop, 'window.json'))
  const place = placeWindow(windowState.read(), displaysOf(electron.screen))
  desk = openDeskWindow({
    BaseWindow: electron.BaseWindow,
    WebContentsView: electron.WebContentsView,
    session: ownSession,
    preloadPath,
    iconPath,
    ...place,
    onPage: contents => surfaces.name(contents, 'own'),
    onMoved: moved => windowState.write({ bounds: moved.getNormalBounds(), maximized: moved.isMaximized() }),
    onCloseAsked: () => void leaving.ask(),
    // The room of a minimised window is not drawn, and the recording would have a standing picture.
    onMinimized: () => {
      if (tray && leaving.isBusy()) desk?.putAside()
    },
    mayEndSession: () => !leaving.isBusy(),
    onSessionEnd() {
      keeper.tell({ kind: 'computer', event: 'computerShutDown' })
      void leaving.atOnce()
    },
  })
  const { window: shownWindow, whenShown } = desk
  void whenShown.then(() =>
    windowState.opened(place.bounds, () => (shownWindow.isDestroyed() ? place.bounds : shownWindow.getNormalBounds())),
  )
  // One question after the other.
  const { damagedCopy } = settings
  if (damagedCopy !== null) log.error({ damagedCopy }, 'settings could not be read, begun anew')
  const damageTold = whenShown.then(() => {
    if (damagedCopy === null) return
    const detail = damagedSettingsWords(damagedCopy)
    const title = 'Видеоприём: настройки компьютера'
    return ask({ type: 'warning', title, message: 'Настройки компьютера', detail, buttons: ['Понятно'] })
  })
  void tellKeyWarning({ warning: vault.warning, settings, whenShown: damageTold, ask })
}

/** An installer that has not asked the program to quit by then will not do it any more. */
const installerStartsWithinMs = 15_000
