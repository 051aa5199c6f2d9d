import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { systemClock } from '../clock.ts'
import type { CommandLine } from '../host/command-line.ts'
import { keepDatabaseKey, openDatabaseKey } from '../host/database-key.ts'
import { demonstrationRoomFiles, openDemonstrationRoom } from '../host/demonstration-room.ts'
import { openLog } from '../host/log-file.ts'
import { listenOnLoopback } from '../host/loopback-server.ts'
import { policyOfStart } from '../host/policy/policy-of-start.ts'
import { policyPath } from '../host/policy/policy-place.ts'
import { lockProfile } from '../host/profile-lock.ts'
import { makeRefusalLog } from '../host/refusal-log.ts'
import { makeRunPlaces } from '../host/run-places.ts'
import { openSettings } from '../host/settings.ts'
import { damagedSettingsWords } from '../host/start-words.ts'
import type { WorkstationChild } from '../host/workstation-child.ts'
import { makeWorkstationKeeper } from '../host/workstation-keeper.ts'
import { profilePaths } from '../profile-paths.ts'
import { browserHint, findBrowser } from './browser-list.ts'
import { hasDisplay, makeBrowserWindows } from './browser-window.ts'
import { makeHeadlessPrinter } from './headless-printer.ts'
import { openHttpDoor } from './http-door.ts'
import { makePageKeys } from './page-keys.ts'
import { loadOrCreatePagesKey } from './pages-key.ts'
import { makeSessionCookie } from './session-cookie.ts'
import { makeStartLinks } from './start-links.ts'
import { makeStartTokens } from './start-tokens.ts'
import { makeWorkstationProxy } from './workstation-proxy.ts'

const say = (line: string): void => console.log(line)

export interface BrowserHostDeps {
  readonly asked: Pick<CommandLine, 'demonstration' | 'window'>
  readonly profileDirectory: string
  /** Where the program's own modules lie. */
  readonly programDirectory: string
  /** Starts a process of the workstation that opens nothing before it is told to. */
  readonly spawnWorkstation: () => WorkstationChild
}

/**
 * The browser host: a small supervisor that owns the port, the session key and the windows, and keeps the workstation.
 * Resolves when pages are let in (`open`), or when another program works on this profile and was asked instead (`taken`).
 */
export async function openBrowserHost(deps: BrowserHostDeps): Promise<'open' | 'taken'> {
  const { profileDirectory, programDirectory, spawnWorkstation } = deps
  const { demonstration, window } = deps.asked
  const root = resolve(programDirectory, '../..')
  const { platform, env: environment } = process
  // The profile, what the organisation decided, and that nobody else works on it.
  const paths = profilePaths(profileDirectory)
  const path = policyPath({ platform, resourcesPath: join(root, 'resources') })
  const policy = policyOfStart({ path, platform, programDirectory, demonstration, logsDirectory: paths.logs })
  const places = makeRunPlaces(paths.run)
  const wantsWindow = window && hasDisplay(platform, environment)
  const locking = await lockProfile(places.supervisor, wantsWindow ? 'window' : 'link')
  if (locking.kind === 'taken') {
    say(locking.answer)
    return 'taken'
  }
  const log = openLog({ directory: paths.logs, name: 'supervisor' })
  const settings = openSettings(profileDirectory)
  if (settings.damagedCopy !== null) say(damagedSettingsWords(settings.damagedCopy))
  const chosen = settings.read()

  // The port, the start links and the windows.
  const refusals = makeRefusalLog({ log, nowMs: systemClock.nowMs })
  const noteStranger = () => refusals.note('connection of another user refused', {})
  const pages = await listenOnLoopback(chosen.port, noteStranger)
  settings.write({ port: pages.port })
  const tokens = makeStartTokens(systemClock)
  const links = makeStartLinks({ port: pages.port, tokens })
  const executable = policy.browser ?? chosen.browser ?? findBrowser({ platform, environment, exists: existsSync })
  if (wantsWindow && !executable) say(`Браузер не найден. ${browserHint(platform)}`)
  const windows =
    wantsWindow && executable
      ? makeBrowserWindows({
          executable,
          browserProfile: paths.browser,
          onFailure: () => say(`Окно браузера не открылось. ${links.printed()}`),
          log,
        })
      : null

  // The room of the demonstration, on an origin of its own.
  const roomFiles = demonstration ? demonstrationRoomFiles(resolve(root, 'resources')) : null
  const room = roomFiles ? await listenOnLoopback(chosen.demonstrationRoomPort, noteStranger) : null
  if (room) settings.write({ demonstrationRoomPort: room.port })
  const demonstrationRoomUrl =
    room && roomFiles ? openDemonstrationRoom(room.server, { port: room.port, directory: roomFiles }) : null

  // The workstation itself.
  const keeper = makeWorkstationKeeper({
    spawn: spawnWorkstation,
    start: () => ({
      config: {
        profileDirectory,
        recordingsDirectory: policy.recordingsDirectory ?? settings.read().recordingsDirectory ?? paths.recordings,
        databaseKeyHex: openDatabaseKey(paths),
        demonstration,
        demonstrationRoomUrl,
        ffmpegSetting: policy.ffmpeg ?? chosen.ffmpeg,
        resourcesDirectory: resolve(root, 'resources'),
        version: programVersion(root),
        policy,
      },
      capabilities: {
        openTelemostInside: false,
        openRecorderWindow: windows !== null,
        panelOnTop: false,
        printPages: executable !== null,
      },
      logsDirectory: paths.logs,
    }),
    socketPath: places.workstation,
    keepDatabaseKey: keyHex => keepDatabaseKey(paths, keyHex, systemClock.nowMs()),
    keepRecordingsDirectory: recordingsDirectory => settings.write({ recordingsDirectory }),
    openRecorder: () => windows?.open(links.fresh('/recorder')),
    printPage: executable
      ? makeHeadlessPrinter({ executable, temporaryDirectory: join(profileDirectory, 'printing') })
      : null,
    say,
    log,
    nowMs: systemClock.nowMs,
  })
  openHttpDoor(pages.server, {
    own: links.own,
    pagesDirectory: resolve(root, 'out/renderer'),
    cookie: makeSessionCookie({ key: randomBytes(32), port: pages.port, nowMs: systemClock.nowMs }),
    tokens,
    pageKeys: makePageKeys({
      key: loadOrCreatePagesKey(paths.keys),
      origin: links.own.origin,
      nowMs: systemClock.nowMs,
    }),
    workstation: makeWorkstationProxy(keeper.address),
    refusals,
  })
  await keeper.start()

  // The way out, before the way in.
  let leaving = false
  const leave = async (): Promise<void> => {
    if (leaving) return
    leaving = true
    say('Завершаю работу…')
    await keeper.stop()
    await Promise.all([pages.close(), room?.close()])
    locking.lock.release()
    say('Работа завершена. Окно браузера можно закрыть.')
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave())

  const openDesk = (): void => windows?.open(links.fresh('/'))
  locking.lock.answerWith(wish => {
    if (wish === 'link' || !windows) return links.printed()
    openDesk()
    return 'Программа уже запущена: открываю её окно.'
  })
  if (chosen.port !== null && chosen.port !== pages.port)
    say(`Порт ${chosen.port} занят другой программой, взят ${pages.port}.`)
  if (windows) {
    openDesk()
    say('«Видеоприём» открыт в окне браузера. Завершить работу: Ctrl+C.')
  } else {
    say(links.printed())
  }
  return 'open'
}

function programVersion(root: string): string {
  const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { version: string }
  return version
}
