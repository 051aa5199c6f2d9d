import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openStaffedDesk } from '../../../fixtures/desk.ts'
import { newApplication, newMeetingLink } from '../../../fixtures/new-application.ts'
import { officeScreens } from '../../../fixtures/office-screens.ts'
import { plantReception } from '../../../fixtures/planted-reception.ts'
import { quietRoom } from '../../../fixtures/telemost-room.ts'
import { isInWindow } from '../../pages/on-top.ts'
import { SessionPage } from '../../pages/session-page.ts'
import { TodayPage } from '../../pages/today-page.ts'

/**
 * The first day, by mouse: how many acts lie between «Сегодня» and the running recording, in the first reception and in
 * the next, and that each step is in sight on the office's screens. Counted are the presses in the desk, in the room and in
 * the recorder; the browser's own picker, which the tests let choose by itself, is not.
 */
let desk: Desk
let session: SessionPage
let acts = 0

beforeAll(async () => {
  desk = await openStaffedDesk({ room: quietRoom })
  const client = await desk.client()
  for (const [familyName, inMinutes] of [
    ['Первый', -1],
    ['Второй', 0],
  ] as const) {
    const application = newApplication({ familyName, inMinutes, link: newMeetingLink() })
    await plantReception(client, desk.profileDirectory, application)
  }
  client.close()
  session = new SessionPage(desk.page)
})
afterAll(() => desk.close())

async function press(target: Locator): Promise<void> {
  acts += 1
  await target.click()
}

/** Presses what opens the room, enters it with sound. */
async function enterRoom(open: Locator) {
  const opened = desk.context.waitForEvent('page')
  await press(open)
  const room = await opened
  await press(room.getByRole('button', { name: 'Войти со звуком' }))
  await desk.page.bringToFront()
  return room
}

/** In the window at each size, and nothing lies over its middle. */
async function isInSight(...targets: readonly Locator[]): Promise<void> {
  for (const { width, height } of officeScreens) {
    await desk.page.setViewportSize({ width, height })
    // A dialog that was answered still fades.
    for (const target of targets)
      await expect.poll(() => isInWindow(target), { message: `${target} at ${width}×${height}` }).toBe(true)
  }
}

const primary = (name: string) => desk.page.getByRole('button', { name })

test('the first reception: at most six acts to the running recording, each step in sight', async () => {
  const { page } = desk
  // The card «Сейчас» shows the reception whose time has come: nothing is chosen first.
  const today = new TodayPage(page)
  await today.selected
    .getByText(/Первый/)
    .first()
    .waitFor()
  await press(today.selected.getByRole('link', { name: /Начать приём/ }))
  await isInSight(primary('Открыть комнату'), session.note)
  const room = await enterRoom(primary('Открыть комнату'))
  await isInSight(primary('Подключить запись'), session.note)
  const opened = desk.context.waitForEvent('page')
  await press(primary('Подключить запись'))
  const recorder = await opened
  await press(recorder.getByRole('button', { name: 'Выбрать окно Телемоста', exact: true }))
  await recorder.getByText('Готово к записи').waitFor()
  await page.bringToFront()
  await session.citizenConnected.and(page.locator(':enabled')).waitFor()
  await isInSight(session.citizenConnected, session.note)
  await press(session.citizenConnected)
  await session.side.getByText(/^Запись \d/).waitFor()
  console.log(`acts from «Сегодня» to the running recording, the first reception: ${acts}`)
  expect(acts).toBeLessThanOrEqual(6)

  await isInSight(session.noticeGiven, session.note)
  await press(session.noticeGiven)
  await session.identification.waitFor()
  const ticks = ['лицо', 'ФИО', 'дата рождения', 'номер'].map(name =>
    session.identification.getByLabel(name, { exact: true }),
  )
  await isInSight(session.showing(), ...ticks, session.identityEstablished)
  await press(session.showing())
  await isInSight(primary('Документ убран'), ...ticks, session.identityEstablished)
  for (const tick of ticks) await press(tick)
  await press(session.identityEstablished)
  await isInSight(primary('Завершить…'), session.note)
  await session.note.fill('о порядке назначения субсидии')
  await press(primary('Завершить…'))
  await press(page.getByRole('dialog').getByRole('button', { name: 'Завершить разговор' }))
  await session.resultText.waitFor()
  await isInSight(session.resultText, session.closeReception, session.note, session.needsWrittenReply)
  await press(primary('Вставить в результат'))
  await press(session.closeReception.and(page.locator(':enabled')))
  await session.writtenToJournal.waitFor()
  console.log(`acts of the whole first reception: ${acts}`)
  expect(acts).toBeLessThanOrEqual(17)
  await room.close()
})

test('the next one: at most four', async () => {
  const { page } = desk
  acts = 0
  await enterRoom(page.getByRole('button', { name: /^Следующий приём: .* открыть комнату/ }))
  const recorder = desk.context.pages().find(other => other.url().endsWith('/recorder'))
  if (recorder === undefined) throw new Error('no recorder')
  await press(recorder.getByRole('button', { name: 'Выбрать окно Телемоста', exact: true }))
  await recorder.getByText('Готово к записи').waitFor()
  await page.bringToFront()
  await press(session.citizenConnected.and(page.locator(':enabled')))
  await session.side.getByText(/^Запись \d/).waitFor()
  console.log(`acts to the running recording, the next reception: ${acts}`)
  expect(acts).toBeLessThanOrEqual(4)
  expect(desk.complaints).toEqual([])
})
