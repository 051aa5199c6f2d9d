import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { browserHint, findBrowser } from './browser/browser-list.ts'
import { hasDisplay, makeBrowserWindows } from './browser/browser-window.ts'
import { forkWorkstation } from './browser/forked-workstation.ts'
import { makeHeadlessPrinter } from './browser/headless-printer.ts'
import { openHttpDoor } from './browser/http-door.ts'
import { makePageKeys } from './browser/page-keys.ts'
import { loadOrCreatePagesKey } from './browser/pages-key.ts'
import { makeSessionCookie } from './browser/session-cookie.ts'
import { makeStartLinks } from './browser/start-links.ts'
import { makeStartTokens } from './browser/start-tokens.ts'
import { makeWorkstationProxy } from './browser/workstation-proxy.ts'
import { systemClock } from './clock.ts'
import { readCommandLine, usage } from './host/command-line.ts'
import { keepDatabaseKey, openDatabaseKey } from './host/database-key.ts'
import { demonstrationRoomFiles, openDemonstrationRoom } from './host/demonstration-room.ts'
import { openLog } from './host/log-file.ts'
import { listenOnLoopback } from './host/loopback-server.ts'
import { policyOfStart } from './host/policy/policy-of-start.ts'
import { policyPath } from './host/policy/policy-place.ts'
import { makePrivateDirectory, usualProfileDirectory } from './host/profile.ts'
import { lockProfile } from './host/profile-lock.ts'
import { makeRefusalLog } from './host/refusal-log.ts'
import { makeRunPlaces } from './host/run-places.ts'
import { openSettings } from './host/settings.ts'
import { damagedSettingsWords, startFailureWords } from './host/start-words.ts'
import { makeWorkstationKeeper, StartFailure } from './host/workstation-keeper.ts'
import { profilePaths } from './profile-paths.ts'

/**
 * The browser host: a small supervisor that owns the port, the session key and the windows, and keeps the workstation.
 * It runs as its bundle in out/desktop: a thousand source files take a second longer to load than one.
 */

const programDirectory = import.meta.dirname
const root = resolve(programDirectory, '../..')
const say = (line: string): void => console.log(line)

async function serve(): Promise<void> {
  const asked = readCommandLine(process.argv.slice(2), process.cwd())
  if (!asked) throw new StartFailure(usage)
  const { demonstration } = asked
  const { platform, env: environment } = process
  // The profile, what the organisation decided, and that nobody else works on it.
  const profileDirectory =
    asked.profileDirectory ?? usualProfileDirectory({ platform, environment, home: homedir(), demonstration })
  makePrivateDirectory(profileDirectory)
  const paths = profilePaths(profileDirectory)
  const path = policyPath({ platform, resourcesPath: join(root, 'resources') })
  const policy = policyOfStart({ path, platform, programDirectory, demonstration, logsDirectory: paths.logs })
  const places = makeRunPlaces(paths.run)
  const wantsWindow = asked.window && hasDisplay(platform, environment)
  const locking = await lockProfile(places.supervisor, wantsWindow ? 'window' : 'link')
  if (locking.kind === 'taken') return say(locking.answer)
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
    spawn: () =>
      forkWorkstation({
        entry: join(programDirectory, 'workstation-process.js'),
        codeCacheDirectory: paths.codeCache,
      }),
    start: () => ({
      config: {
        profileDirectory,
        recordingsDirectory: policy.recordingsDirectory ?? settings.read().recordingsDirectory ?? paths.recordings,
        databaseKeyHex: openDatabaseKey(paths),
        demonstration,
        demonstrationRoomUrl,
        ffmpegSetting: policy.ffmpeg ?? chosen.ffmpeg,
        resourcesDirectory: resolve(root, 'resources'),
        version: programVersion(),
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
}

function programVersion(): string {
  const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { version: string }
  return version
}

serve().catch(error => {
  console.error(startFailureWords(error))
  process.exit(1)
})
