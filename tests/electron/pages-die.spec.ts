import { expect, test } from 'vitest'
import type { SessionPage } from '../e2e/pages/session-page.ts'
import { SignInPage } from '../e2e/pages/sign-in-page.ts'
import { TodayPage } from '../e2e/pages/today-page.ts'
import { until } from '../fixtures/until.ts'
import type { ElectronProgram } from './electron-program.ts'
import { openRoom } from './open-room.ts'
import { withElectron } from './with-electron.ts'

/** A page of the program dies in the middle of a talk: what the specialist sees of it. */
const electron = withElectron()

async function talk(): Promise<{ program: ElectronProgram; session: SessionPage }> {
  const program = await electron.start(await electron.profile())
  const { session } = await openRoom(program)
  await session.citizenConnected.click()
  await session.noticeGiven.click()
  await program.desk.getByText(/проверено на диске/).waitFor()
  return { program, session }
}

const pidOf = ({ app }: ElectronProgram, start: string): Promise<number> =>
  app.evaluate(
    ({ webContents }, address) =>
      webContents
        .getAllWebContents()
        .find(contents => contents.getURL().startsWith(address))
        ?.getOSProcessId() ?? 0,
    start,
  )

test('the recorder: made anew without a window over the citizen, the loss is said, the next part follows', async () => {
  const { program, session } = await talk()
  const visible = () =>
    program.app.evaluate(({ BaseWindow }) =>
      BaseWindow.getAllWindows()
        .filter(window => window.isVisible())
        .map(window => window.getTitle()),
    )
  expect(await visible()).toEqual(['Видеоприём'])
  process.kill(await pidOf(program, 'app://videopriem/recorder'), 'SIGKILL')
  await session.noticeRepeated.first().waitFor()
  expect(await visible()).toEqual(['Видеоприём'])
  await session.noticeRepeated.first().click()
  await program.desk.getByText(/проверено на диске/).waitFor()
  expect(await visible()).toEqual(['Видеоприём'])
})

test('the room: said to the specialist, entered again by one press', async () => {
  const { program } = await talk()
  const { desk } = program
  process.kill(await pidOf(program, 'http://127.0.0.1:'), 'SIGKILL')
  await desk.getByText('Комната закрылась из-за ошибки').waitFor()
  await desk.getByRole('button', { name: 'Войти снова' }).click()
  await until(
    'the room has the keyboard',
    () =>
      program.app.evaluate(({ webContents }) =>
        webContents.getAllWebContents().some(page => page.isFocused() && page.getURL().startsWith('http://127.0.0.1:')),
      ),
    hasIt => hasIt,
  )
  // The driver lets go of a page that crashed once.
  await program.app.evaluate(async ({ webContents }) => {
    const room = webContents.getAllWebContents().find(page => page.getURL().startsWith('http://127.0.0.1:'))
    await room?.executeJavaScript(`document.querySelector('button').click()`, true)
  })
  await desk.getByRole('button', { name: 'Вход во встречу выполнен' }).click()
  await desk.getByText('Комната закрылась из-за ошибки').waitFor({ state: 'hidden' })
})

test('the window opens where it was left, start after start', async () => {
  const profile = await electron.profile()
  const places: unknown[] = []
  for (let start = 1; start <= 3; start += 1) {
    const program = await electron.start(profile)
    await new SignInPage(program.desk).heading.or(new TodayPage(program.desk).list).first().waitFor()
    const place = () =>
      program.app.evaluate(({ BaseWindow }) => {
        const desk = BaseWindow.getAllWindows().find(window => window.getTitle() === 'Видеоприём')
        return desk?.getNormalBounds()
      })
    places.push(await place())
    await program.app.evaluate(({ app }) => void setTimeout(() => app.quit(), 700))
    await program.whenEnded()
  }
  expect(places).toEqual([places[0], places[0], places[0]])
})
