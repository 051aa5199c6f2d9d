import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SignInPage } from '../e2e/pages/sign-in-page.ts'
import { TodayPage } from '../e2e/pages/today-page.ts'
import { until } from '../fixtures/until.ts'
import type { ElectronProgram } from './electron-program.ts'
import { leftoversOf, nothingLeft } from './leftovers.ts'
import { withElectron } from './with-electron.ts'
import { writtenEvents } from './written-events.ts'

/**
 * Every way out, on a desk with nothing open: the end comes, without a word on the screen, and leaves no open database,
 * no process and no lock.
 */
const electron = withElectron()
const mayTakeMs = 10_000

const ways: Readonly<Record<string, (program: ElectronProgram) => Promise<unknown>>> = {
  'the cross of the window': ({ app }) =>
    app.evaluate(({ BaseWindow }) => {
      const desk = BaseWindow.getAllWindows().find(window => window.getTitle() === 'Видеоприём')
      setTimeout(() => desk?.close(), 20)
    }),
  'the menu of the tray, and whatever else asks the program to quit': ({ app }) =>
    app.evaluate(({ app: program }) => void setTimeout(() => program.quit(), 20)),
  'a signal of the system': async ({ app }) => app.process().kill('SIGTERM'),
  'the computer goes down': ({ app }) =>
    app.evaluate(({ powerMonitor }) => void setTimeout(() => powerMonitor.emit('shutdown'), 20)),
  'the session of the system ends, as Windows tells a window': ({ app }) =>
    app.evaluate(({ BaseWindow }) => {
      const desk = BaseWindow.getAllWindows().find(window => window.getTitle() === 'Видеоприём')
      setTimeout(() => desk?.emit('session-end'), 20)
    }),
  'the cross pressed again and again': ({ app }) =>
    app.evaluate(({ BaseWindow }) => {
      const desk = BaseWindow.getAllWindows().find(window => window.getTitle() === 'Видеоприём')
      for (let press = 1; press <= 5; press += 1) setTimeout(() => desk?.isDestroyed() || desk?.close(), press * 20)
    }),
}

/** Those whose end is written down as the computer's own. */
const goesDown = /^the (computer goes down|session of the system ends)/

test.each(Object.entries(ways))('%s', async (way, leave) => {
  const profile = await electron.profile()
  const program = await electron.start(profile)
  await new TodayPage(program.desk).list.waitFor()
  const startedMs = performance.now()
  await leave(program)
  const ended = await Promise.race([
    program.whenEnded(),
    new Promise<'still running'>(done => setTimeout(done, mayTakeMs, 'still running')),
  ])
  console.info(`left in ${Math.round(performance.now() - startedMs)} ms`)
  expect(ended).toEqual({ code: 0, signal: null })
  expect(program.stderr()).not.toMatch(/Object has been destroyed|UnhandledPromiseRejection|TypeError/)
  expect(existsSync(`${profile.directory}/desktop`)).toBe(true)
  await until(
    'nothing is left',
    () => leftoversOf(profile.directory),
    left => JSON.stringify(left) === JSON.stringify(nothingLeft),
  )
  expect((await writtenEvents(profile.directory)).includes('computerShutDown')).toBe(goesDown.test(way))
  // And the next start finds its place free; whoever left by a press signs in anew.
  const nextMs = performance.now()
  const { desk } = await electron.start(profile)
  await new SignInPage(desk).heading.or(new TodayPage(desk).list).first().waitFor()
  console.info(`the next start could be used after ${Math.round(performance.now() - nextMs)} ms`)
})
