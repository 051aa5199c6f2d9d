import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations } from '../../../fixtures/axe.ts'
import { type Desk, openStaffedDesk } from '../../../fixtures/desk.ts'
import { type Keyboard, keyboardOnly } from '../../../fixtures/keyboard.ts'
import { newApplication, newMeetingLink } from '../../../fixtures/new-application.ts'
import { officeScreens } from '../../../fixtures/office-screens.ts'
import { plantReception } from '../../../fixtures/planted-reception.ts'
import { quietRoom } from '../../../fixtures/telemost-room.ts'
import { until } from '../../../fixtures/until.ts'
import { isInWindow } from '../../pages/on-top.ts'
import { PhrasesDialog } from '../../pages/phrases-dialog.ts'
import { SessionPage } from '../../pages/session-page.ts'
import { TodayPage } from '../../pages/today-page.ts'

/**
 * A day by keyboard alone, on another of the office's screens with each reception, the recorder included. The room and the recorder are windows of their
 * own: what is pressed in them, and the way there and back (Alt+Tab), is not counted.
 */
let desk: Desk
let session: SessionPage
let today: TodayPage
let keyboard: Keyboard
let recorderKeyboard: Keyboard
let recorder: Page
let roomBefore: Page | null = null
/** Ordinary: from the list or the reception before to «Записано в журнал», words of column 7 apart. */
const pressesPerReception: number[] = []
const receptionsOfTheDay = 5
/** One of them is the «показан» mark: nothing makes it for the specialist. The next room is opened with the next reception. */
const aimedPresses = 12

beforeAll(async () => {
  desk = await openStaffedDesk({ room: quietRoom })
  const client = await desk.client()
  for (let number = 0; number < receptionsOfTheDay; number += 1) {
    // Each a minute after the one before, the last one now: «Следующий приём» is always one that is due.
    const inMinutes = number - receptionsOfTheDay
    await plantReception(client, desk.profileDirectory, newApplication({ inMinutes, link: newMeetingLink() }))
  }
  client.close()
  session = new SessionPage(desk.page)
  today = new TodayPage(desk.page)
  await desk.page.emulateMedia({ reducedMotion: 'reduce' })
  await today.list.waitFor()
  keyboard = await keyboardOnly(desk.page)
})
afterAll(() => desk.close())

/** What is to be pressed next is in sight: whoever uses keys looks as well. */
const inSight = (next: Locator) =>
  until(
    'the next thing is in sight',
    () => isInWindow(next),
    yes => yes,
  )

/** The screen of the reception of that number, the usual one first. */
async function sitDownAt(number: number): Promise<void> {
  const [large, usual, withTaskBar, laptop] = officeScreens
  await desk.page.setViewportSize([usual, laptop, large, withTaskBar, laptop][number - 1] ?? usual)
}

/** «Открыть комнату», or «Следующий приём … открыть комнату», by its key; the room's window, the one before left. */
async function openRoom() {
  await roomBefore?.close()
  await session.page.getByRole('button', { name: /открыть комнату/i }).waitFor()
  const opened = desk.context.waitForEvent('page')
  await keyboard.press('Control+Enter')
  const room = await opened
  roomBefore = room
  await room.locator('button:enabled', { hasText: 'Войти со звуком' }).press('Enter')
  await desk.page.bringToFront()
  return room
}

/** From the open room to the result: the same keys in every ordinary reception. */
async function receive(): Promise<void> {
  const { page } = desk
  await session.citizenConnected.and(page.locator(':enabled')).waitFor()
  await inSight(session.citizenConnected)
  await keyboard.press('Control+Enter')
  await session.noticeGiven.and(page.locator(':enabled')).waitFor()
  await inSight(session.noticeGiven)
  await keyboard.press('Control+Enter')
  await session.identification.waitFor()
  await keyboard.press('Alt+Digit1')
  for (const tick of ['1', '2', '3', '4']) await keyboard.press(tick)
  await session.identityEstablished.and(page.locator(':enabled')).waitFor()
  await inSight(session.identityEstablished)
  await keyboard.press('Control+Enter')
  await inSight(page.getByRole('button', { name: 'Завершить…' }))
  await keyboard.press('F9')
  await page.getByRole('dialog', { name: 'Завершить разговор?' }).waitFor()
  await keyboard.press('Control+Enter')
  await until(
    'the result has the focus',
    () => session.resultText.and(desk.page.locator(':focus')).count(),
    count => count === 1,
  )
}

/** Tab to the one button that stands out, Enter; the share picker chooses by itself. */
async function armByKeyboard(): Promise<void> {
  await recorder.bringToFront()
  const choose = recorder.getByRole('button', { name: 'Выбрать окно Телемоста', exact: true })
  await choose.waitFor()
  await recorderKeyboard.tabTo(choose)
  await recorderKeyboard.press('Enter')
  await recorder.getByText('Готово к записи').waitFor()
  await desk.page.bringToFront()
}

async function close(): Promise<void> {
  await session.closeReception.and(desk.page.locator(':enabled')).waitFor()
  await inSight(session.closeReception)
  await keyboard.press('Control+Enter')
  await session.writtenToJournal.waitFor()
}

const column7 = () => session.resultText.inputValue()

test('a whole reception: the window of the recorder is opened and the phrase is found by keys', async () => {
  await sitDownAt(1)
  await keyboard.tabTo(today.list.getByRole('option', { selected: true }))
  await keyboard.press('Enter')
  await openRoom()
  await desk.page.getByRole('button', { name: 'Подключить запись' }).waitFor()
  const opened = desk.context.waitForEvent('page')
  await keyboard.press('Control+Enter')
  recorder = await opened
  recorderKeyboard = await keyboardOnly(recorder)
  await armByKeyboard()
  await receive()

  // Typed on without waiting: not a letter of it may land in the text behind.
  const phrases = new PhrasesDialog(desk.page)
  await keyboard.press('Control+Space')
  await keyboard.type('субсидии')
  expect(await phrases.field.inputValue()).toBe('субсидии')
  await until(
    'the phrase is found',
    () => phrases.chosen.innerText(),
    text => text.startsWith('о порядке и сроках назначения субсидии'),
  )
  // The key of the step behind the dialog does nothing here: the reception stays open.
  await keyboard.press('Control+Enter')
  await phrases.root.waitFor()
  await keyboard.press('Enter')
  await phrases.root.waitFor({ state: 'detached' })
  expect(await column7()).toContain('Даны разъяснения: о порядке и сроках назначения субсидии')
  await close()
})

test('own phrases: added, changed, removed, taken back, none of it by mouse; no violation of WCAG', async () => {
  const { page } = desk
  await sitDownAt(2)
  keyboard.reset()
  await openRoom()
  await armByKeyboard()
  await receive()
  const phrases = new PhrasesDialog(page)
  await keyboard.press('Control+Space')
  await phrases.root.waitFor()
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await axeViolations(page)).toEqual([])
  }
  await keyboard.tabTo(phrases.field)
  await keyboard.type('о выпуске социальной карты')
  await keyboard.tabTo(phrases.button('Добавить фразу'))
  await keyboard.press('Enter')
  await phrases.root.getByRole('option', { name: 'о выпуске социальной карты' }).waitFor()

  await phrases.field.focus()
  await keyboard.type('карты')
  await keyboard.tabTo(phrases.button('Удалить'))
  await keyboard.press('Enter')
  await keyboard.tabTo(phrases.button('Вернуть'))
  await keyboard.press('Enter')
  await phrases.root.getByRole('option', { name: 'о выпуске социальной карты' }).waitFor()

  await keyboard.tabTo(phrases.button('Изменить…'))
  await keyboard.press('Enter')
  await page.getByLabel('Новый текст фразы').waitFor()
  await keyboard.press('End')
  await keyboard.type(' и ее продлении')
  await keyboard.tabTo(phrases.button('Сохранить фразу'))
  await keyboard.press('Enter')
  await phrases.root.getByRole('option', { name: 'о выпуске социальной карты и ее продлении' }).waitFor()
  await keyboard.tabTo(phrases.button('Вставить'))
  await keyboard.press('Enter')
  await phrases.root.waitFor({ state: 'detached' })
  expect(await column7()).toContain('Даны разъяснения: о выпуске социальной карты и ее продлении.')
  await close()
})

test('the rest of the day: at most twelve presses for an ordinary reception', async () => {
  for (let number = 3; number <= receptionsOfTheDay; number += 1) {
    await sitDownAt(number)
    keyboard.reset()
    // «Следующий приём … открыть комнату».
    await openRoom()
    await armByKeyboard()
    await receive()
    await keyboard.type('о порядке назначения субсидии')
    await close()
    pressesPerReception.push(keyboard.pressed())
  }
  console.log(`presses per ordinary reception, words of column 7 apart: ${pressesPerReception.join(', ')}`)
  expect(Math.max(...pressesPerReception)).toBeLessThanOrEqual(aimedPresses)
  await desk.page.getByRole('button', { name: /^Следующий приём/ }).waitFor({ state: 'detached' })
  await keyboard.tabTo(desk.page.getByRole('link', { name: 'К списку приёмов' }))
  await keyboard.press('Enter')
  await today.list.waitFor()
  await until(
    'all are held',
    () => today.list.getByRole('option').filter({ hasText: 'Приём проведён' }).count(),
    count => count === receptionsOfTheDay,
  )
})

test('no mouse was used, nothing complained', async () => {
  expect(await keyboard.mouseEvents()).toBe(0)
  expect(await recorderKeyboard.mouseEvents()).toBe(0)
  expect(desk.complaints).toEqual([])
})
