import type { CancellationToken } from 'builder-util-runtime'
import type { AppUpdater } from 'electron-updater'
import type pino from 'pino'
import { type ServedFolder, serveUpdateFolder } from './update-folder.ts'
import { isListedUpdate, type UpdateFile } from './verify-update.ts'

/** The part of electron-updater that is used; its import needs Electron, so it is made late. */
export type Updater = Pick<
  AppUpdater,
  | 'autoDownload'
  | 'autoInstallOnAppQuit'
  | 'allowDowngrade'
  | 'allowPrerelease'
  | 'disableDifferentialDownload'
  | 'logger'
  | 'setFeedURL'
  | 'checkForUpdates'
  | 'downloadUpdate'
  | 'quitAndInstall'
> & { on(event: 'error', listener: (error: Error) => void): unknown }

export interface LoadedUpdater {
  readonly updater: Updater
  readonly makeCancellation: () => CancellationToken
}

/** From where, and how often: `updates` of the policy. */
export interface UpdateFeed {
  /** An https address, or an absolute folder. */
  readonly feed: string
  readonly channel: string
  readonly checkHours: number
}

export interface UpdatesDeps {
  /** null: nobody named a feed, nothing is looked for. */
  readonly from: UpdateFeed | null
  readonly load?: () => Promise<LoadedUpdater>
  readonly serveFolder?: (directory: string) => Promise<ServedFolder>
  /** A reception is open or something is recorded: nothing is asked, fetched or installed. */
  readonly isBusy: () => boolean
  /** False for a package of the system (deb, rpm): its own tools bring the new one, we only say that it is there. */
  readonly canInstall: boolean
  /** False for a build that names nobody who signs: all that is known of an update then is the hash in its list. */
  readonly checksSignature: boolean
  readonly nowMs: () => number
  readonly log: Pick<pino.Logger, 'info' | 'warn'>
}

export interface Updates {
  /** Once a minute. Never rejects. */
  tick(): Promise<void>
  /** What goes on has changed: a download stops when a reception begins, and is begun anew after it. */
  activityChanged(): void
  /** The person leaves the program: installs what was fetched. True: the updater ends the program itself. */
  installOnLeave(): boolean
  close(): Promise<void>
}

/** A morning's start is busy enough. */
const firstCheckAfterMs = 5 * 60_000

/** Looks for updates within the organisation. An update never comes between two people who talk. */
export function makeUpdates(deps: UpdatesDeps): Updates {
  const { from, isBusy, nowMs, log } = deps
  const load = deps.load ?? loadElectronUpdater
  const serveFolder = deps.serveFolder ?? serveUpdateFolder
  let nextCheckMs = nowMs() + firstCheckAfterMs
  let loaded: LoadedUpdater | null = null
  let running: Promise<void> | null = null
  let cancellation: CancellationToken | null = null
  let fetched: { readonly paths: readonly string[]; readonly files: readonly UpdateFile[] } | null = null

  async function check(feed: UpdateFeed): Promise<void> {
    let served: ServedFolder | null = null
    try {
      if (!loaded) {
        loaded = await load()
        prepare(loaded.updater)
      }
      const { updater, makeCancellation } = loaded
      if (!isAddress(feed.feed)) served = await serveFolder(feed.feed)
      updater.setFeedURL({ provider: 'generic', url: served?.url ?? feed.feed, channel: feed.channel })
      const result = await updater.checkForUpdates()
      if (!result?.isUpdateAvailable) return
      const { canInstall: fetch, checksSignature } = deps
      log.info({ version: result.updateInfo.version, fetch, checksSignature }, 'update found')
      if (!deps.canInstall || isBusy()) return
      cancellation = makeCancellation()
      const paths = await updater.downloadUpdate(cancellation)
      fetched = { paths, files: result.updateInfo.files }
      log.info({ version: result.updateInfo.version }, 'update fetched, installed when the program is left')
    } catch (error) {
      if (cancellation?.cancelled) {
        // Begun anew as soon as the desk is free.
        nextCheckMs = nowMs()
        log.info('update put off: a reception begins')
      } else log.warn({ error: error instanceof Error ? error.message : String(error) }, 'update not looked for')
    } finally {
      cancellation = null
      await served?.close()
    }
  }

  return {
    async tick() {
      if (from === null || fetched || running || isBusy() || nowMs() < nextCheckMs) return running ?? undefined
      nextCheckMs = nowMs() + from.checkHours * 3_600_000
      running = check(from)
      await running
      running = null
    },
    activityChanged() {
      if (isBusy()) cancellation?.cancel()
    },
    installOnLeave() {
      if (!loaded || !fetched || isBusy()) return false
      const { paths, files } = fetched
      if (paths.length === 0 || !paths.every(path => isListedUpdate(path, files))) {
        // Fetched anew when the program runs the next time.
        fetched = null
        log.warn({}, 'update not installed: the file is not the one that was fetched')
        return false
      }
      // Silent, and not started again: the person is going home.
      loaded.updater.quitAndInstall(true, false)
      return true
    },
    async close() {
      cancellation?.cancel()
      await running
    },
  }
}

/** Nothing happens by itself: when it may is decided here. */
function prepare(updater: Updater): void {
  updater.autoDownload = false
  updater.autoInstallOnAppQuit = false
  updater.allowDowngrade = false
  updater.allowPrerelease = false
  updater.disableDifferentialDownload = true
  // One line of ours instead of its many.
  updater.logger = null
  // An `error` event without a listener would end the program; the promise of the call tells the same.
  updater.on('error', () => undefined)
}

const isAddress = (feed: string): boolean => feed.startsWith('https://')

async function loadElectronUpdater(): Promise<LoadedUpdater> {
  const [{ default: electronUpdater }, { CancellationToken }] = await Promise.all([
    import('electron-updater'),
    import('builder-util-runtime'),
  ])
  return { updater: electronUpdater.autoUpdater, makeCancellation: () => new CancellationToken() }
}
