import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { EquipmentPage } from '../e2e/pages/equipment-page.ts'
import { TodayPage } from '../e2e/pages/today-page.ts'
import { until } from '../fixtures/until.ts'
import type { ElectronProgram, Profile } from './electron-program.ts'
import { keepDisplay } from './keep-display.ts'
import { nativeWindow, windowNumber } from './native-window.ts'
import { openRoom } from './open-room.ts'
import { programArguments } from './program-arguments.ts'
import { withElectron } from './with-electron.ts'
import { writtenEvents } from './written-events.ts'

/** What stands around the desk's page: its window, the questions of the system, the window for signing in. */
const electron = withElectron({ keepsRunning: true })
let program: ElectronProgram
let profile: Profile
const display = () => electron.rig.environment.DISPLAY ?? ''

beforeAll(async () => {
  if (electron.isAbsent) return
  profile = await electron.profile()
  program = await electron.start(profile)
  await new TodayPage(program.desk).list.waitFor()
  const warning = await nativeWindow(display(), 'Видеоприём: ключ базы')
  await keepDisplay(display(), 'key-warning')
  await warning.press('Return')
  await warning.whenGone()
})

async function resizeDesk(width: number, height: number): Promise<void> {
  await program.app.evaluate(
    ({ BaseWindow }, size) => {
      const desk = BaseWindow.getAllWindows().find(window => window.getTitle() === 'Видеоприём')
      desk?.unmaximize()
      desk?.setContentSize(size.width, size.height)
    },
    { width, height },
  )
  await until(
    'the page has the size',
    () => program.desk.evaluate(() => Math.round(innerWidth * devicePixelRatio)),
    pixels => pixels === width,
  )
}

const zoomDesk = (factor: number) =>
  program.app.evaluate(({ webContents }, wanted) => {
    const desk = webContents
      .getAllWebContents()
      .find(page => page.getURL().startsWith('app://videopriem/') && !page.getURL().includes('recorder'))
    desk?.setZoomFactor(wanted)
  }, factor)

/** What of the header or the screen is cut off, by its words. */
const cutOff = () =>
  program.desk.evaluate(() => {
    const isWide = ({ scrollWidth, clientWidth }: Element) => clientWidth > 0 && scrollWidth > clientWidth + 1
    const isOutside = (element: Element) => {
      const { left, right, width } = element.getBoundingClientRect()
      return width > 0 && (left < 0 || right > innerWidth + 1)
    }
    const scrolls = (element: Element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX)
    const parts = [
      ...[...document.querySelectorAll('header *, main')].filter(element => isWide(element) || isOutside(element)),
      // Of the screen what would have to be moved sideways; a long word may end in dots.
      ...[...document.querySelectorAll('main *')].filter(element => scrolls(element) && isWide(element)),
    ]
    return parts.map(element => `${element.tagName} ${element.textContent?.slice(0, 40)}`)
  })

test.each([
  [1024, 640, 1],
  [1366, 660, 0.8],
  [1366, 660, 1],
  [1366, 660, 1.25],
  [1366, 660, 1.5],
])('at %i×%i and a zoom of %f nothing of the desk is cut off', async (width, height, factor) => {
  await resizeDesk(width, height)
  await zoomDesk(factor)
  await until(
    'the zoom',
    () => program.desk.evaluate(() => innerWidth),
    inner => Math.abs(inner - width / factor) < 2,
  )
  expect(await cutOff()).toEqual([])
  await keepDisplay(display(), `today-${width}-${Math.round(factor * 100)}`)
  await zoomDesk(1)
})

test('dark by the wish of the computer', async () => {
  // The driver has a wish of its own, which is told to the page in the place of the computer's.
  await program.desk.emulateMedia({ colorScheme: 'dark' })
  const luminance = () =>
    program.desk.evaluate(() => {
      const [red = 0, green = 0, blue = 0] = (getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? []).map(
        Number,
      )
      return (red + green + blue) / 3
    })
  await until('it is dark', luminance, mean => mean < 80)
  await keepDisplay(display(), 'dark')
  await program.desk.emulateMedia({ colorScheme: 'light' })
  await until('it is light', luminance, mean => mean > 200)
})

test('the computer sleeps and wakes, is locked and unlocked: each is written down, the program goes on', async () => {
  const before = await program.workstationPid()
  const ofTheComputer = (kind: string) => /^(computer|screen)/.test(kind)
  expect((await writtenEvents(profile.directory)).filter(ofTheComputer)).toEqual([])
  for (const event of ['suspend', 'resume', 'lock-screen', 'unlock-screen', 'on-battery', 'on-ac'] as const)
    await program.app.evaluate(({ powerMonitor }, told) => void powerMonitor.emit(told), event)
  const written = await until(
    'the last of them is written',
    async () => (await writtenEvents(profile.directory)).filter(ofTheComputer),
    kinds => kinds.includes('screenUnlocked'),
  )
  expect(written).toEqual(['computerSuspended', 'computerResumed', 'screenLocked', 'screenUnlocked'])
  await new TodayPage(program.desk).list.waitFor()
  expect(await program.workstationPid()).toBe(before)
  expect(program.stderr()).not.toMatch(/TypeError|UnhandledPromiseRejection/)
})

test('a file of ours is saved where the person says, asked in Russian and by its own name', async () => {
  const folder = await program.app.evaluate(({ app }) => app.getPath('downloads'))
  const file = join(folder, 'Журнал приёмов.csv')
  await program.desk.evaluate(name => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['строка'], { type: 'text/csv' }))
    link.download = name
    link.click()
    URL.revokeObjectURL(link.href)
  }, 'Журнал приёмов.csv')
  const question = await nativeWindow(display(), 'Сохранить файл')
  await question.press('Return')
  await question.whenGone()
  await until(
    'the file',
    () => existsSync(file),
    is => is,
  )
  expect(await readFile(file, 'utf8')).toBe('строка')
  await rm(file)
})

test('a page of ours has no frame that goes anywhere; one of its own text has no bridge', async () => {
  const frame = (attributes: Record<string, string>) =>
    program.desk.evaluate(
      given =>
        new Promise<string>(done => {
          const inside = document.createElement('iframe')
          for (const [name, value] of Object.entries(given)) inside.setAttribute(name, value)
          inside.onload = () => {
            const { contentWindow, contentDocument } = inside
            done(
              contentWindow && 'videopriemDesktop' in contentWindow
                ? 'BRIDGE'
                : (contentDocument?.body.textContent ?? 'closed'),
            )
            inside.remove()
          }
          document.body.append(inside)
          setTimeout(() => done('nothing came'), 1_000)
        }),
      attributes,
    )
  expect(await frame({ srcdoc: '<p>text</p><script>parent.document.title = "RAN"</script>' })).toMatch(/^text/)
  expect(await program.desk.title()).not.toBe('RAN')
  for (const src of ['https://example.com/', 'app://videopriem/', 'data:text/html,x'])
    expect(['', 'closed', 'nothing came']).toContain(await frame({ src }))
})

test('a second start shows the desk that is there and is gone', async () => {
  await program.app.evaluate(({ BaseWindow }) => {
    for (const window of BaseWindow.getAllWindows()) window.hide()
  })
  const before = await program.workstationPid()
  const startedMs = performance.now()
  const second = spawn(electron.rig.binary, programArguments(profile.directory), {
    cwd: profile.directory,
    env: { ...process.env, ...electron.rig.environment },
    stdio: 'ignore',
  })
  const [code] = await once(second, 'exit')
  console.info(`the second start ended after ${Math.round(performance.now() - startedMs)} ms`)
  expect(code).toBe(0)
  await until(
    'the desk is shown',
    () =>
      program.app.evaluate(({ BaseWindow }) =>
        BaseWindow.getAllWindows()
          .filter(window => window.isVisible())
          .map(window => window.getTitle()),
      ),
    titles => titles.length === 1 && titles[0] === 'Видеоприём',
  )
  expect(await program.workstationPid()).toBe(before)
})

test('the equipment is checked, camera and microphone by permission and the trial recording by its own link', async () => {
  const screen = new EquipmentPage(program.desk)
  await screen.go()
  console.info(`the full check took ${Math.round(await screen.check('full'))} ms`)
  const outcome = await screen.outcome.innerText()
  expect(outcome).not.toMatch(/не удалась|прервана/i)
  await screen.unfoldDetails()
  // What makes a record impossible would be said of the recorder: none of it is.
  await program.desk.getByRole('region', { name: 'Пробная запись' }).getByText('Записано той же цепочкой').waitFor()
  await new TodayPage(program.desk).go()
})

test.each([0.8, 1, 1.5])('at a zoom of %f the room stands where the desk keeps its place', async factor => {
  if (!program.app.windows().some(page => page.url().startsWith('http://127.0.0.1:'))) await openRoom(program)
  await zoomDesk(factor)
  const kept = program.desk.getByText('Комната Телемоста появится здесь').locator('..')
  const placeOnWindow = () =>
    kept.evaluate((element, scale) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return { x: x * scale, y: y * scale, width: width * scale, height: height * scale, pageWidth: innerWidth * scale }
    }, factor)
  const stands = () =>
    program.app.evaluate(({ BaseWindow }) => {
      const desk = BaseWindow.getAllWindows().find(window => window.getTitle() === 'Видеоприём')
      const views = (desk?.contentView.children ?? []) as Electron.WebContentsView[]
      return views.find(view => view.webContents.getURL().startsWith('http://127.0.0.1:'))?.getBounds() ?? null
    })
  const { width: windowWidth } = await program.app.evaluate(({ BaseWindow }) => {
    const desk = BaseWindow.getAllWindows().find(window => window.getTitle() === 'Видеоприём')
    return desk?.getContentBounds() ?? { width: 0 }
  })
  // A view has whole pixels, and the page rounds its own before they are scaled.
  const isNear = (one: number, other: number) => Math.abs(one - other) <= factor
  const sides = ['x', 'y', 'width', 'height'] as const
  await until(
    'the room stands there',
    async () => ({ wanted: await placeOnWindow(), bounds: await stands() }),
    ({ wanted, bounds }) =>
      Math.abs(wanted.pageWidth - windowWidth) < 2 &&
      bounds !== null &&
      sides.every(side => isNear(bounds[side], wanted[side])),
  )
  // And its page has that size, by letters of its own.
  const [bounds, room] = [await stands(), await program.room()]
  const size = () => room.evaluate(() => [innerWidth, innerHeight])
  await until('its page has the size', size, ([width, height]) => width === bounds?.width && height === bounds?.height)
  await keepDisplay(display(), `room-${Math.round(factor * 100)}`)
  await zoomDesk(1)
})

test('the window for signing in: on the desk, titled by its host, says what happened and is closed', async () => {
  const room = await program.room()
  await room.evaluate(`void window.open('https://passport.yandex.ru/auth?retpath=x')`)
  const question = await nativeWindow(display(), 'Вход в Телемост: страница не открылась')
  await keepDisplay(display(), 'telemost-sign-in')
  const windows = await program.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(window => [window.getTitle(), window.getParentWindow()?.getTitle() ?? null]),
  )
  expect(windows).toContainEqual(['Вход в Телемост', 'Видеоприём'])
  expect(await question.parent()).toBe(await windowNumber(display(), 'Вход в Телемост'))
  await question.press('Escape')
  await question.whenGone()
  await until(
    'the window is closed',
    () => program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map(window => window.getTitle())),
    titles => !titles.includes('Вход в Телемост'),
  )
  expect(program.stderr()).not.toMatch(/TypeError|UnhandledPromiseRejection|Object has been destroyed/)
})
