import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { closeAsHeld } from '../fixtures/reception-by-hand.ts'
import { until } from '../fixtures/until.ts'
import { keepDisplay } from './keep-display.ts'
import { nativeWindow, windowNumber } from './native-window.ts'
import { citizen, openRoom } from './open-room.ts'
import { killOne } from './victims.ts'
import { withElectron } from './with-electron.ts'
import { handsOn } from './x11.ts'

/** «Панель поверх окон» on the desktop: a window of the host in the place of Document PiP, which no Electron opens. */
const electron = withElectron()
const display = () => electron.rig.environment.DISPLAY ?? ''
const title = 'Видеоприём: панель'
const run = promisify(execFile)

async function xprop(...args: string[]): Promise<string> {
  const env = { ...process.env, DISPLAY: display(), LC_ALL: 'C.UTF-8' }
  return (await run('xprop', args, { env })).stdout
}

/** The windows of the display by their numbers, the uppermost last. */
async function stacking(): Promise<string[]> {
  const told = await xprop('-root', '_NET_CLIENT_LIST_STACKING')
  return [...told.matchAll(/0x[0-9a-f]+/g)].map(([number]) => String(Number.parseInt(number, 16)))
}

async function talk() {
  const profile = await electron.profile()
  const program = await electron.start(profile)
  const { session, room } = await openRoom(program)
  const warning = await nativeWindow(display(), 'Видеоприём: ключ базы')
  await warning.press('Return')
  await warning.whenGone()
  await session.citizenConnected.click()
  await session.noticeGiven.click()
  await session.identification.waitFor()
  const hands = await handsOn(display())
  await hands.raise()
  // The driver's presses give nobody the keyboard.
  const { x, y } = (await program.desk.getByRole('heading', { name: citizen }).boundingBox()) ?? { x: 0, y: 0 }
  await hands.clickAt(x + 5, y + 5)
  return { program, session, room, hands }
}

async function openPanel({
  program,
  hands,
}: Pick<Awaited<ReturnType<typeof talk>>, 'program' | 'hands'>): Promise<Page> {
  const opened = program.app.waitForEvent('window')
  await hands.press('alt+o')
  const panel = await opened
  await panel.getByRole('heading', { name: 'Идентификация' }).waitFor()
  return panel
}

test('it stays above the desk, shows the time and no name, its keys reach the reception, and it goes with it', async () => {
  const { program, session, room, hands } = await talk()
  const panel = await openPanel({ program, hands })
  const number = await windowNumber(display(), title)
  await until(
    'it is marked to stay above',
    () => xprop('-id', number, '_NET_WM_STATE'),
    state => state.includes('_NET_WM_STATE_ABOVE'),
  )
  await hands.raise()
  const deskNumber = await windowNumber(display(), 'Видеоприём')
  await until(
    'the desk has the keyboard and the panel stands above it',
    stacking,
    numbers => numbers.indexOf(number) > numbers.indexOf(deskNumber) && numbers.includes(deskNumber),
  )
  await until(
    'it speaks in the typeface of the desk',
    () =>
      panel.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').map(face => face.family)),
    families => families.some(family => family.includes('Golos')),
  )
  await keepDisplay(display(), 'panel-on-top', 'display')

  const left = () => panel.getByText(/Осталось/).innerText()
  const before = await left()
  await until('the time runs', left, now => now !== before)
  await panel.getByText(/^Запись \d/).waitFor()
  const reach = await panel.evaluate(() => ({
    text: document.documentElement.innerText,
    bridge: 'videopriemDesktop' in globalThis,
    node: ['require', 'process', 'module'].filter(name => name in globalThis),
    media: document.querySelectorAll('video, canvas, img, iframe').length,
  }))
  expect(reach).toMatchObject({ bridge: false, node: [], media: 0 })
  expect(reach.text).not.toMatch(/Попов/)

  // A person's own keys: the panel has the keyboard.
  const onPanel = await handsOn(display(), `^${title}$`)
  await onPanel.raise()
  await onPanel.press('F8')
  await panel.getByRole('button', { name: /вернуть голос/i }).waitFor()
  await onPanel.press('F8')
  await panel.getByRole('button', { name: /убрать голос/i }).waitFor()
  await onPanel.press('F4')
  await program.desk.getByRole('dialog', { name: /Прервать/ }).waitFor()
  // The keyboard went along: what is typed next is meant for the question.
  await hands.press('Escape')
  await program.desk.getByRole('dialog', { name: /Прервать/ }).waitFor({ state: 'detached' })

  // Nobody else opens such a window.
  expect(await room.evaluate(() => window.open('about:blank', 'videopriem-panel') === null)).toBe(true)
  expect(await panel.evaluate(() => window.open('about:blank', 'another') === null)).toBe(true)
  await panel.evaluate(() => void location.assign('https://evil.example/'))
  expect(await panel.evaluate(() => location.href)).toBe('about:blank')

  await session.identify()
  const closed = panel.waitForEvent('close')
  await closeAsHeld({ session })
  await closed
})

test('a person closes it by its cross and opens it again; it does not outlive the page that filled it', async () => {
  const { program, hands } = await talk()
  const panel = await openPanel({ program, hands })
  const closed = panel.waitForEvent('close')
  const onPanel = await handsOn(display(), `^${title}$`)
  await onPanel.raise()
  await onPanel.press('alt+F4')
  await closed
  await program.desk.getByRole('button', { name: 'Панель поверх окон', pressed: false }).waitFor()

  await hands.raise()
  await openPanel({ program, hands })
  await killOne(program, 'desk')
  await until(
    'no panel is left',
    () => windowNumber(display(), title).catch(() => ''),
    number => number === '',
  )
})
