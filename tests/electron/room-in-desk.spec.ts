import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { SessionPage } from '../e2e/pages/session-page.ts'
import { until } from '../fixtures/until.ts'
import type { ElectronProgram } from './electron-program.ts'
import { keepDisplay } from './keep-display.ts'
import { nativeWindow, windowNumber } from './native-window.ts'
import { openRoom } from './open-room.ts'
import { withElectron } from './with-electron.ts'
import { type Hands, handsOn } from './x11.ts'

/** The room inside the desk's window: who has the keyboard, by a person's own keys, and what goes on when it is put aside. */
const electron = withElectron()
const display = () => electron.rig.environment.DISPLAY ?? ''

async function openReception(): Promise<{ program: ElectronProgram; session: SessionPage; room: Page; hands: Hands }> {
  const program = await electron.start(await electron.profile())
  const { session, room } = await openRoom(program)
  await session.citizenConnected.click()
  await session.noticeGiven.waitFor()
  // A first start without a store of passwords says where the key lies; until it is answered the desk hears nobody.
  const warning = await nativeWindow(display(), 'Видеоприём: ключ базы')
  expect(await warning.parent()).toBe(await windowNumber(display(), 'Видеоприём'))
  await warning.press('Return')
  await warning.whenGone()
  const hands = await handsOn(display())
  await hands.raise()
  await room.evaluate(() => {
    const typed: string[] = []
    Object.assign(globalThis, { typed })
    addEventListener('keydown', event => event.key.length === 1 && typed.push(event.key), true)
  })
  return { program, session, room, hands }
}

/** What was typed into the room's page since the last question. */
const heard = (room: Page) =>
  room.evaluate(() => (globalThis as unknown as { typed: string[] }).typed.splice(0).join(''))

/** Clicks into the room, as a person who wants to write there. */
async function intoRoom({ program, room, hands }: { program: ElectronProgram; room: Page; hands: Hands }) {
  const { width, height } = await program.desk.evaluate(() => ({ width: innerWidth, height: innerHeight }))
  await hands.clickAt(width * 0.6, height * 0.6)
  await hands.type('z')
  await until(
    'the room has the keyboard',
    () => heard(room),
    text => text.includes('z'),
  )
}

test('after a key that opens something in the desk, what is typed goes there', async () => {
  const { program, session, room, hands } = await openReception()
  await intoRoom({ program, room, hands })
  await hands.press('ctrl+m')
  await hands.type('secret')
  await until(
    'the note',
    () => session.note.inputValue(),
    text => text === 'secret',
  )
  expect(await heard(room)).toBe('')

  await intoRoom({ program, room, hands })
  await hands.press('F9')
  await program.desk.getByRole('dialog').waitFor()
  await hands.press('Escape')
  await program.desk.getByRole('dialog').waitFor({ state: 'hidden' })
})

test('a window put aside in a reception is still drawn, and comes back', async () => {
  const { program, room, hands } = await openReception()
  const framesPerSecond = () =>
    room.evaluate(
      () =>
        new Promise<number>(done => {
          let frames = 0
          const count = () => {
            frames += 1
            requestAnimationFrame(count)
          }
          requestAnimationFrame(count)
          setTimeout(() => done(frames / 2), 2_000)
        }),
    )
  const isShown = () =>
    program.app.evaluate(({ BaseWindow }) => {
      const desk = BaseWindow.getAllWindows().find(window => window.getTitle() === 'Видеоприём')
      return { isVisible: desk?.isVisible(), isMinimized: desk?.isMinimized() }
    })
  const place = () =>
    program.app.evaluate(({ BaseWindow }) =>
      BaseWindow.getAllWindows()
        .find(window => window.getTitle() === 'Видеоприём')
        ?.getContentBounds(),
    )
  const before = await place()
  await hands.minimize()
  await until('it is put aside', isShown, ({ isVisible }) => isVisible === false)
  expect(await framesPerSecond()).toBeGreaterThan(5)
  await program.app.evaluate(({ app }) => app.emit('second-instance'))
  await until('it is back', isShown, ({ isVisible, isMinimized }) => isVisible === true && isMinimized === false)
  // Where it stood: not half off the display, where a manager would put a window that comes back.
  await until('its place', place, now => JSON.stringify(now) === JSON.stringify(before))
  await keepDisplay(display(), 'reception')

  // Nor does it leave by habit: the question stands on the desk, and the reception goes on.
  await program.app.evaluate(({ app }) => void setTimeout(() => app.quit(), 20))
  const question = await nativeWindow(display(), 'Видеоприём: идёт приём')
  expect(await question.parent()).toBe(await windowNumber(display(), 'Видеоприём'))
  await question.press('Return')
  await question.whenGone()
  expect(await isShown()).toEqual({ isVisible: true, isMinimized: false })
})
