import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { profilePaths } from '../../electron/profile-paths.ts'
import { SignInPage } from '../e2e/pages/sign-in-page.ts'
import { TodayPage } from '../e2e/pages/today-page.ts'
import type { Profile } from './electron-program.ts'
import { processesNaming } from './leftovers.ts'
import { nativeWindow } from './native-window.ts'
import { programArguments } from './program-arguments.ts'
import { withElectron } from './with-electron.ts'

/** A start on a profile that something befell: said in Russian, what is kept and what to do; never silence or a stack. */
const electron = withElectron()
const display = () => electron.rig.environment.DISPLAY ?? ''
let used = ''
let started: ChildProcess | null = null

beforeAll(async () => {
  if (electron.isAbsent) return
  const profile = await electron.profile()
  const program = await electron.start(profile)
  await new TodayPage(program.desk).list.waitFor()
  await program.app.evaluate(({ app }) => void setTimeout(() => app.quit(), 700))
  await program.whenEnded()
  used = `${profile.directory}-used`
  cpSync(profile.directory, used, { recursive: true, filter: path => !path.endsWith('.sock') })
})
afterEach(async () => {
  if (started && started.exitCode === null && started.signalCode === null) {
    started.kill('SIGKILL')
    await once(started, 'exit')
  }
  started = null
})

/** Given to the account of the program with all that lies in it. */
function giveAway(path: string): void {
  if (process.getuid?.() !== 0) return
  chownSync(path, electron.rig.uid, electron.rig.gid)
  for (const entry of readdirSync(path, { recursive: true, encoding: 'utf8' }))
    chownSync(join(path, entry), electron.rig.uid, electron.rig.gid)
}

/** A copy of a profile that was worked on, with something done to it. */
async function damaged(damage: (paths: ReturnType<typeof profilePaths>, directory: string) => void): Promise<Profile> {
  const profile = await electron.profile()
  cpSync(used, profile.directory, { recursive: true })
  damage(profilePaths(profile.directory), profile.directory)
  giveAway(profile.directory)
  return profile
}

/** For a start that ends before there is a page the driver could hold. */
function startAlone(profileDirectory: string, cwd: string): Promise<number | null> {
  started = spawn(electron.rig.binary, programArguments(profileDirectory), {
    cwd,
    env: { ...process.env, ...electron.rig.environment },
    stdio: 'ignore',
  })
  return once(started, 'exit').then(([code]) => code as number | null)
}

test('settings that cannot be read: put aside, said, and the work goes on', async () => {
  const profile = await damaged((_paths, directory) =>
    writeFileSync(join(directory, 'settings.json'), '{"recordingsDirectory":"/mnt/v'),
  )
  const { desk } = await electron.start(profile)
  const told = await nativeWindow(display(), 'Видеоприём: настройки компьютера')
  await told.press('Return')
  await told.whenGone()
  await new SignInPage(desk).heading.or(new TodayPage(desk).list).first().waitFor()
  const copy = readdirSync(profile.directory).find(name => name.startsWith('settings.damaged-')) ?? ''
  expect(readFileSync(join(profile.directory, copy), 'utf8')).toContain('/mnt/v')
})

test('its database is torn: the way back is offered', async () => {
  const profile = await damaged(({ database }) => {
    for (const ending of ['-wal', '-shm']) rmSync(`${database}${ending}`, { force: true })
    writeFileSync(database, Buffer.alloc(8192, 0xaa))
  })
  const { desk } = await electron.start(profile)
  await desk.getByRole('heading', { name: 'База данных повреждена' }).waitFor()
})

test('its folders are gone: made anew, and the day is there', async () => {
  const profile = await damaged(({ desktop, logs, run, codeCache, recordings }) => {
    for (const folder of [desktop, logs, run, codeCache, recordings]) rmSync(folder, { recursive: true, force: true })
  })
  const { desk } = await electron.start(profile)
  await new SignInPage(desk).heading.or(new TodayPage(desk).list).first().waitFor()
})

test.each([
  [
    'its place is closed to this account',
    (place: string) => {
      mkdirSync(place, { mode: 0o555 })
      chmodSync(place, 0o555)
    },
  ],
  ['a file lies in its place', (place: string) => writeFileSync(place, '')],
])('%s: said in a window, no desk, nothing left', async (_what, spoil) => {
  const { directory } = await electron.profile()
  const place = join(directory, 'closed')
  spoil(place)
  const ended = startAlone(join(place, 'profile'), directory)
  const told = await nativeWindow(display(), '«Видеоприём» не запущен')
  await told.press('Return')
  expect(await ended).toBe(1)
  expect(await processesNaming(directory)).toEqual([])
})
