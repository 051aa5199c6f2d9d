import { createHash } from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CancellationToken } from 'builder-util-runtime'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { serveUpdateFolder } from '../../../../electron/desktop/update-folder.ts'
import { makeUpdates, type UpdateFeed, type Updater } from '../../../../electron/desktop/updates.ts'
import { namesPublisher } from '../../../../electron/desktop/verify-update.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const server: UpdateFeed = { feed: 'https://updates.mtsz.local/videopriem', channel: 'latest', checkHours: 4 }

let downloads: string
let installer: string
const listed = { url: 'videopriem.exe', sha512: createHash('sha512').update('MZ signed').digest('base64') }
beforeEach(() => {
  downloads = mkdtempSync(join(tmpdir(), 'pending-'))
  installer = join(downloads, 'videopriem.exe')
})
afterEach(() => rmSync(downloads, { recursive: true }))

/** electron-updater as it behaves, without Electron: an `error` event beside every rejection. */
function makeFakeUpdater() {
  let found: string | null = '0.2.0'
  let failure: Error | null = null
  let hold: PromiseWithResolvers<void> | null = null
  const onError: ((error: Error) => void)[] = []
  const updater = {
    autoDownload: true,
    autoInstallOnAppQuit: true,
    allowDowngrade: true,
    allowPrerelease: true,
    disableDifferentialDownload: false,
    logger: console,
    on: (_event: 'error', listener: (error: Error) => void) => onError.push(listener),
    setFeedURL: vi.fn(),
    checkForUpdates: vi.fn(async () => {
      if (failure) {
        if (onError.length === 0) throw new Error('unheard error event')
        for (const listener of onError) listener(failure)
        throw failure
      }
      return { isUpdateAvailable: found !== null, updateInfo: { version: found ?? '0.1.0', files: [listed] } }
    }),
    downloadUpdate: vi.fn((token: CancellationToken = new CancellationToken()) =>
      token.createPromise<string[]>((resolve, reject, onCancel) => {
        onCancel(() => reject(new Error('cancelled')))
        void (hold?.promise ?? Promise.resolve()).then(() => {
          writeFileSync(installer, 'MZ signed')
          resolve([installer])
        })
      }),
    ),
    quitAndInstall: vi.fn(),
  }
  return {
    updater,
    findsNothing: () => {
      found = null
    },
    fails: (message: string) => {
      failure = new Error(message)
    },
    holdDownload: () => {
      hold = Promise.withResolvers()
      return hold
    },
  }
}

function bench(from: UpdateFeed | null = server, canInstall = true) {
  const fake = makeFakeUpdater()
  const log = { info: vi.fn(), warn: vi.fn() }
  const folder = { url: 'http://127.0.0.1:1/secret', close: vi.fn(async () => undefined) }
  const serveFolder = vi.fn(async () => folder)
  const load = vi.fn(async () => ({
    updater: fake.updater as unknown as Updater,
    makeCancellation: () => new CancellationToken(),
  }))
  let nowMs = 0
  let busy = false
  const updates = makeUpdates({
    from,
    load,
    serveFolder,
    isBusy: () => busy,
    canInstall,
    checksSignature: false,
    nowMs: () => nowMs,
    log,
  })
  return {
    ...fake,
    ...{ updates, log, load, serveFolder, folder },
    setBusy: (value: boolean) => {
      busy = value
      updates.activityChanged()
    },
    after: async (ms: number) => {
      nowMs += ms
      await updates.tick()
    },
  }
}

test('without a feed nothing is ever loaded', async () => {
  const { after, load, updates } = bench(null)
  await after(100 * hourMs)
  expect(load).not.toHaveBeenCalled()
  expect(updates.installOnLeave()).toBe(false)
})

test('the updater decides nothing by itself', async () => {
  const { after, updater } = bench()
  await after(5 * minuteMs)
  expect(updater).toMatchObject({
    autoDownload: false,
    autoInstallOnAppQuit: false,
    allowDowngrade: false,
    allowPrerelease: false,
    disableDifferentialDownload: true,
    logger: null,
  })
  expect(updater.setFeedURL).toHaveBeenCalledExactlyOnceWith({
    provider: 'generic',
    url: server.feed,
    channel: 'latest',
  })
})

test('it looks after the start of the day, then every so many hours', async () => {
  const { after, updater, findsNothing } = bench()
  findsNothing()
  await after(4 * minuteMs)
  expect(updater.checkForUpdates).toHaveBeenCalledTimes(0)
  await after(minuteMs)
  await after(3 * hourMs)
  expect(updater.checkForUpdates).toHaveBeenCalledTimes(1)
  await after(hourMs)
  expect(updater.checkForUpdates).toHaveBeenCalledTimes(2)
})

test('what was fetched is installed silently when the program is left, once the desk is free', async () => {
  const { after, updates, updater, setBusy } = bench()
  expect(updates.installOnLeave()).toBe(false)
  await after(5 * minuteMs)
  setBusy(true)
  expect(updates.installOnLeave()).toBe(false)
  setBusy(false)
  expect(updates.installOnLeave()).toBe(true)
  expect(updater.quitAndInstall).toHaveBeenCalledExactlyOnceWith(true, false)
})

test.each<[string, () => void]>([
  ['changed', () => appendFileSync(installer, 'x')],
  ['replaced', () => writeFileSync(installer, 'MZ forged')],
  ['shortened', () => truncateSync(installer, 3)],
  ['emptied', () => truncateSync(installer, 0)],
  ['gone', () => rmSync(installer)],
  [
    'a link to another one',
    () => {
      rmSync(installer)
      writeFileSync(join(downloads, 'forged.exe'), 'MZ forged')
      symlinkSync(join(downloads, 'forged.exe'), installer)
    },
  ],
  [
    'a folder',
    () => {
      rmSync(installer)
      mkdirSync(installer)
    },
  ],
])('what was fetched and is %s when the program is left is not started', async (_, change) => {
  const { after, updates, updater, log } = bench()
  await after(5 * minuteMs)
  change()
  expect(updates.installOnLeave()).toBe(false)
  expect(updater.quitAndInstall).not.toHaveBeenCalled()
  expect(log.warn.mock.calls).toEqual([[{}, expect.stringContaining('not the one that was fetched')]])
})

test.each([
  ['provider: generic\npublisherName:\n  - CN=Centre\n', true],
  ['provider: generic\nurl: https://a.invalid/?publisherName: x\n', false],
  ['', false],
])('of a build it is known whether it names who signs', (text, expected) => {
  writeFileSync(join(downloads, 'app-update.yml'), text)
  expect(namesPublisher(downloads)).toBe(expected)
  expect(namesPublisher(join(downloads, 'missing'))).toBe(false)
})

test('nothing is asked while a citizen is received', async () => {
  const { after, updater, setBusy } = bench()
  setBusy(true)
  await after(10 * hourMs)
  expect(updater.checkForUpdates).not.toHaveBeenCalled()
  setBusy(false)
  await after(minuteMs)
  expect(updater.checkForUpdates).toHaveBeenCalledTimes(1)
})

test('a download stops when a reception begins and is begun anew after it', async () => {
  const { after, updates, updater, setBusy, holdDownload, log } = bench()
  holdDownload()
  const first = after(5 * minuteMs)
  await vi.waitFor(() => expect(updater.downloadUpdate).toHaveBeenCalledTimes(1))
  setBusy(true)
  await first
  expect(updates.installOnLeave()).toBe(false)
  expect(log.warn).not.toHaveBeenCalled()
  holdDownload().resolve()
  setBusy(false)
  await after(minuteMs)
  expect(updates.installOnLeave()).toBe(true)
})

test('a failed look is one line of the log, and the next one comes in its time', async () => {
  const { after, updater, fails, log } = bench()
  fails('net::ERR_NAME_NOT_RESOLVED')
  await after(5 * minuteMs)
  await after(minuteMs)
  expect(log.warn.mock.calls).toEqual([[{ error: 'net::ERR_NAME_NOT_RESOLVED' }, 'update not looked for']])
  expect(updater.checkForUpdates).toHaveBeenCalledTimes(1)
})

test('a package of the system is only told about', async () => {
  const { after, updates, updater, log } = bench(server, false)
  await after(5 * minuteMs)
  expect(updater.downloadUpdate).not.toHaveBeenCalled()
  expect(updates.installOnLeave()).toBe(false)
  expect(log.info).toHaveBeenCalledWith({ version: '0.2.0', fetch: false, checksSignature: false }, 'update found')
})

test('a folder is served only while it is looked into, and closed after a failure too', async () => {
  const { after, updater, serveFolder, folder, fails } = bench({ ...server, feed: '/mnt/updates' })
  fails('404')
  await after(5 * minuteMs)
  expect(serveFolder).toHaveBeenCalledExactlyOnceWith('/mnt/updates')
  expect(updater.setFeedURL.mock.calls[0]?.[0]).toMatchObject({ url: folder.url })
  expect(folder.close).toHaveBeenCalledTimes(1)
})

test('leaving waits for what runs', async () => {
  const { after, updates, updater, holdDownload } = bench()
  holdDownload()
  const first = after(5 * minuteMs)
  await vi.waitFor(() => expect(updater.downloadUpdate).toHaveBeenCalledTimes(1))
  await updates.close()
  await first
})

describe('the folder over real HTTP', () => {
  let directory: string
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'updates-'))
    writeFileSync(join(directory, 'latest.yml'), 'version: 0.2.0\n')
    writeFileSync(join(directory, 'videopriem-0.2.0-win-x64.exe'), 'MZ')
    writeFileSync(join(directory, 'notes.txt'), 'internal')
    mkdirSync(join(directory, 'old'))
    writeFileSync(join(directory, 'old', 'latest.yml'), 'version: 0.1.0\n')
  })
  afterEach(() => rmSync(directory, { recursive: true }))

  test('the list and the installers are there, and nothing else', async () => {
    const { url, close } = await serveUpdateFolder(directory)
    const status = async (path: string, method = 'GET') => (await fetch(url + path, { method })).status
    expect(await (await fetch(`${url}/latest.yml?noCache=1a2b`)).text()).toBe('version: 0.2.0\n')
    expect(await status('/videopriem-0.2.0-win-x64.exe')).toBe(200)
    for (const path of [
      '/notes.txt',
      '/old/latest.yml',
      '/old%2Flatest.yml',
      '/%2e%2e/latest.yml',
      '/',
      '',
      '/no.yml',
    ]) {
      expect([path, await status(path)]).toEqual([path, 404])
    }
    expect(await status('/latest.yml', 'POST')).toBe(405)
    const guessed = new URL(url)
    guessed.pathname = '/latest.yml'
    expect((await fetch(guessed)).status).toBe(404)
    guessed.pathname = `/${'0'.repeat(48)}/latest.yml`
    expect((await fetch(guessed)).status).toBe(404)
    await close()
    await expect(fetch(`${url}/latest.yml`)).rejects.toThrow()
    expect(existsSync(join(directory, 'latest.yml'))).toBe(true)
  })
})
