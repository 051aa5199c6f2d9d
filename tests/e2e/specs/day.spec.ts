import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeViolations, axeViolationsInBothSchemes } from '../../fixtures/axe.ts'
import { type Desk, openStaffedDesk } from '../../fixtures/desk.ts'
import { keepPicture } from '../../fixtures/keep-picture.ts'
import { newApplication, newMeetingLink } from '../../fixtures/new-application.ts'
import { plantReception } from '../../fixtures/planted-reception.ts'
import { beginPrinting, endPrinting } from '../../fixtures/printing.ts'
import { DayPage } from '../pages/day-page.ts'
import { SessionPage } from '../pages/session-page.ts'
import { TodayPage } from '../pages/today-page.ts'

/** The day around its receptions: what is left over, the sheet of phones, the end. */
let desk: Desk
let today: TodayPage
let day: DayPage

beforeAll(async () => {
  desk = await openStaffedDesk()
  const client = await desk.client()
  for (const [familyName, inMinutes] of [
    ['Зимин', -90],
    ['Котов', -1],
    // The same person once more.
    ['Зимин', 0],
  ] as const) {
    await plantReception(
      client,
      desk.profileDirectory,
      newApplication({ familyName, inMinutes, link: newMeetingLink() }),
    )
  }
  client.close()
  today = new TodayPage(desk.page)
  day = new DayPage(desk.page)
  await desk.page.emulateMedia({ reducedMotion: 'reduce' })
})
afterAll(() => desk.close())

const isAccessible = async () => expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])

describe.each(['light', 'dark'] as const)('%s', colorScheme => {
  test('no violation of WCAG 2.1 A or AA, «Завершить день» included', async () => {
    await desk.page.emulateMedia({ colorScheme })
    await day.line('Зимин П. П., № 1').waitFor()
    expect(await axeViolations(desk.page)).toEqual([])
    await day.openFinishing()
    expect(await axeViolations(desk.page)).toEqual([])
    await day.finishing.getByRole('button', { name: 'Вернуться' }).click()
  })
})

test('the day cannot be closed over what is open', async () => {
  await day.openFinishing()
  await day.finishing.getByText('Приёмы: 2 приёма не завершены').waitFor()
  const results = day.finishing.getByRole('button', { name: 'Результаты: 1 приём без отметки, время прошло' })
  await results.click()
  await day.finishing.getByText('Зимин П. П., № 1: время прошло, приём не отмечен').waitFor()
  // Nobody was told of his time, and no mail server would have: neither is green.
  await day.finishing.getByText(/^Уведомления: .*не уведомлены; не проверено, почтовый сервер не настроен/).waitFor()
  await day.finishing.getByText('Письма: не проверено, почта для заявок не подключена').waitFor()
  expect(await day.finishing.getByRole('button', { name: 'День закрыт' }).isDisabled()).toBe(true)
  await day.finishing.getByRole('button', { name: 'Вернуться' }).click()
})

test('the sheet goes to the printer with times, short names and phones, and leaves the page afterwards', async () => {
  const { page } = desk
  await beginPrinting(page, 'Лист приёмов', { of: 'Ещё' })
  const sheet = page.getByRole('table')
  await sheet.waitFor()
  await sheet.getByText('Котов П. П.').waitFor()
  await page.getByText(/Уничтожить в конце дня/).waitFor()
  expect(await sheet.innerText()).toContain('+7 913 000-00-00')
  expect(await page.locator('body').innerText()).not.toContain('Субсидия')
  expect(await today.list.isVisible()).toBe(false)
  await endPrinting(page)
  await sheet.waitFor({ state: 'detached' })
})

test('days are walked by keys', async () => {
  const { page } = desk
  const heading = page.getByRole('heading', { level: 1 })
  const here = await heading.innerText()
  await page.keyboard.press('Control+ArrowRight')
  await page.getByText(/^На \d{2}\.\d{2}\.\d{4} приёмов нет$/).waitFor()
  expect(await heading.innerText()).not.toBe(here)
  await isAccessible()
  await page.getByRole('button', { name: 'К сегодняшнему дню' }).click()
  await today.list.waitFor()
  expect(await heading.innerText()).toBe(here)
})

test('what is left over is shown where it can be mended, and leaves the list', async () => {
  await day.line('Зимин П. П., № 1').getByRole('button', { name: 'Показать' }).click()
  await today.selected.getByText('№ 1 в журнале').waitFor()
  // Nobody told him of the time: «не подтвердил» is not what happened, and is not offered.
  await today.more('Отменить (п. 2.6)…')
  const cancelling = desk.page.getByRole('dialog', { name: 'Отменить приём (п. 2.6)' })
  const notConfirmed = cancelling.getByRole('radio', { name: 'Гражданин не подтвердил приём в срок' })
  expect(await notConfirmed.isDisabled()).toBe(true)
  await cancelling.getByText(/Уведомление о времени приёма не отправлено.*\(п\. 2\.4\)/).waitFor()
  await isAccessible()
  await keepPicture(desk.page, 'cancel-not-permitted')
  await cancelling.getByRole('button', { name: 'Не отменять' }).click()
  await today.cancelSelected('Гражданин отказался от приёма')
  await day.attention.waitFor({ state: 'detached' })
})

test('earlier receptions of the same person stand beside the topic', async () => {
  await today.go()
  await today.list.getByRole('option').filter({ hasText: 'назначен' }).filter({ hasText: 'Зимин' }).click()
  await today.selected.getByRole('button', { name: 'Раньше: 1 приём' }).click()
  const popover = desk.page.getByRole('dialog')
  await popover.getByText(/№ 1: /).waitFor()
  await popover.getByText(/отменен: гражданин отказался/).waitFor()
  await desk.page.keyboard.press('Escape')
  await popover.waitFor({ state: 'detached' })
})

test('a written reply is asked for at closing and leaves the list with the words of who sent it', async () => {
  const { page } = desk
  const client = await desk.client()
  const application = newApplication({ familyName: 'Ершов', inMinutes: -12, link: newMeetingLink() })
  await plantReception(client, desk.profileDirectory, application)
  client.close()
  await today.open('Ершов П. П.')
  const session = new SessionPage(page)
  await (await session.openRoom()).close()
  await session.interrupt('Гражданин не подключился', 'следующий гражданин уже ждёт')
  await session.needsWrittenReply.check()
  await session.closeReception.click()
  await page.getByText('Нужен письменный ответ').waitFor()
  await isAccessible()

  await today.go()
  const line = day.line(/^Ершов П\. П\., № 4: нужен письменный ответ/)
  await line.getByRole('button', { name: 'Показать' }).waitFor()
  await line.getByRole('button', { name: 'Ответ отправлен…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Письменный ответ' })
  expect(await dialog.getByRole('button', { name: 'Записать' }).isDisabled()).toBe(true)
  await isAccessible()
  await dialog.getByLabel('Когда и за каким номером отправлен ответ').fill('24.11.2026, исх. № 118')
  await dialog.getByRole('button', { name: 'Записать' }).click()
  await dialog.waitFor({ state: 'detached' })
  await line.waitFor({ state: 'detached' })
})

test('all is over: the day is closed, and opened again with a reason', async () => {
  for (const name of ['Зимин', 'Котов']) {
    await today.list.getByRole('option').filter({ hasText: 'назначен' }).filter({ hasText: name }).click()
    await today.cancelSelected('Гражданин отказался от приёма')
  }
  await day.openFinishing()
  await day.finishing.getByText('Все приёмы завершены').waitFor()
  await day.finishing.getByRole('button', { name: 'День закрыт' }).click()
  await day.closed.waitFor()
  await isAccessible()
  await day.reopen('ещё одна заявка на сегодня', isAccessible)
  await day.closed.waitFor({ state: 'detached' })
  expect(desk.complaints).toEqual([])
})
