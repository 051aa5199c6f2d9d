import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { TodayPage } from '../e2e/pages/today-page.ts'
import { until } from '../fixtures/until.ts'
import { leftoversOf, nothingLeft } from './leftovers.ts'
import { withElectron } from './with-electron.ts'

/**
 * The way out by an update: the real electron-updater finds, fetches and puts in a program of ours that only leaves a note,
 * and asks the program to quit. What it needs of an installed program is update/before-program.cjs.
 */
const electron = withElectron()
/** Well below the time after which the program ends without its updater (`installerStartsWithinMs`). */
const mayTakeMs = 10_000

/** A folder of updates as `npm run dist` leaves it, and the program in use that is replaced. */
async function makeUpdate(profileDirectory: string) {
  const folder = join(profileDirectory, 'updates')
  const note = join(folder, 'ran')
  const installed = join(folder, 'videopriem.AppImage')
  const next = `#!/bin/sh\necho "$APPIMAGE_SILENT_INSTALL $APPIMAGE_EXIT_AFTER_INSTALL" > '${note}'\n`
  const sha512 = createHash('sha512').update(next).digest('base64')
  const list = { version: '99.0.0', files: [{ url: 'next-99.0.0.AppImage', sha512, size: next.length }] }
  await mkdir(folder)
  for (const [name, text] of Object.entries({
    'latest-linux.yml': JSON.stringify({ ...list, path: 'next-99.0.0.AppImage', sha512, releaseDate: '2026-11-30' }),
    'next-99.0.0.AppImage': next,
    'videopriem.AppImage': 'the former one',
    'app-update.yml': JSON.stringify({ provider: 'generic', url: 'https://x', updaterCacheDirName: 'videopriem-test' }),
  })) {
    await writeFile(join(folder, name), text)
  }
  if (process.getuid?.() === 0) await chown(folder, electron.rig.uid, electron.rig.gid)
  return { folder, note, installed, next }
}

test('an update is put in when the person leaves: the updater’s own quit ends the program', async context => {
  if (electron.rig.appDirectory === null) context.skip('a given Electron has no place for what the test puts first')
  const profile = await electron.profile()
  const { folder, note, installed, next } = await makeUpdate(profile.directory)
  const program = await electron.start(profile, {
    environment: {
      APPIMAGE: installed,
      XDG_CACHE_HOME: profile.directory,
      VIDEOPRIEM_TEST_UPDATES: folder,
      VIDEOPRIEM_RIG_FIRST: resolve('tests/electron/update/before-program.cjs'),
    },
  })
  await new TodayPage(program.desk).list.waitFor()
  await program.app.evaluate(() =>
    (globalThis as unknown as { videopriemLookForUpdate(): void }).videopriemLookForUpdate(),
  )
  await until(
    'the update is fetched',
    () => readFile(join(profile.directory, 'logs/desktop.log'), 'utf8'),
    log => log.includes('update fetched'),
  )
  expect(existsSync(note)).toBe(false)

  const startedMs = performance.now()
  await program.app.evaluate(({ app }) => void setTimeout(() => app.quit(), 20))
  const ended = await Promise.race([
    program.whenEnded(),
    new Promise<'still running'>(done => setTimeout(done, mayTakeMs, 'still running')),
  ])
  console.info(`left by an update in ${Math.round(performance.now() - startedMs)} ms`)
  expect(ended).toEqual({ code: 0, signal: null })
  expect(program.stderr()).not.toMatch(/Object has been destroyed|UnhandledPromiseRejection|TypeError/)
  expect(await readFile(installed, 'utf8')).toBe(next)
  expect(await readFile(note, 'utf8')).toBe('true true\n')
  await until(
    'nothing is left',
    () => leftoversOf(profile.directory),
    left => JSON.stringify(left) === JSON.stringify(nothingLeft),
  )
})
