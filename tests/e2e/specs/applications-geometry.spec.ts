import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillApplications, fillLetters } from '../../demo/application-states.ts'
import { axeViolationsInBothSchemes } from '../../fixtures/axe.ts'
import { type Desk, openStaffedDesk } from '../../fixtures/desk.ts'
import { keepPicture } from '../../fixtures/keep-picture.ts'
import { officeScreens } from '../../fixtures/office-screens.ts'
import { ApplicationsPage } from '../pages/applications-page.ts'
import { MailroomPage } from '../pages/mailroom-page.ts'
import { isInWindow } from '../pages/on-top.ts'

/** «Заявки» on real office screens: the list, the card with its primary, and the form with its letter and its bar. */
const everySize = officeScreens.flatMap(size => (['light', 'dark'] as const).map(scheme => [size, scheme] as const))
type Size = (typeof officeScreens)[number]

let desk: Desk
let screen: ApplicationsPage
let mailroom: MailroomPage

beforeAll(async () => {
  desk = await openStaffedDesk()
  screen = new ApplicationsPage(desk.page)
  mailroom = new MailroomPage(desk.page)
  await desk.page.emulateMedia({ reducedMotion: 'reduce' })
  const client = await desk.client()
  await fillApplications(desk, client)
  client.close()
  await fillLetters(desk)
  await desk.page.reload()
  await screen.go()
})
afterAll(() => desk.close())

async function at(size: Size, colorScheme: 'light' | 'dark'): Promise<void> {
  await desk.page.setViewportSize(size)
  await desk.page.emulateMedia({ colorScheme })
}

/** Whole inside the window, without scrolling, and nothing lies over it. */
async function expectInWindow(what: Locator): Promise<void> {
  expect(await isInWindow(what), `${what} is in the window`).toBe(true)
}

const isClickable = async (what: Locator) => {
  await expectInWindow(what)
  await what.click({ trial: true })
}
const hasFocus = () =>
  desk.page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body)
const toList = async () => {
  await screen.link.click()
  await screen.list.waitFor()
  await screen.list.evaluate(list => list.scrollTo({ top: 0 }))
}

describe.each(everySize)('at %o, %s', (size, scheme) => {
  test('the groups with their counts, the search and the first lines', async () => {
    await at(size, scheme)
    await toList()
    await isClickable(desk.page.getByText(/^Нужно сделать \d+$/))
    await isClickable(desk.page.getByText(/^Ждём гражданина \d+$/))
    await isClickable(screen.search)
    await isClickable(screen.register)
    await isClickable(screen.list.getByRole('option').first())
    await isClickable(desk.page.getByRole('button', { name: 'Добавить файл письма…' }))
  })

  test('an application: its standing, its primary, and what stands beside it', async () => {
    await at(size, scheme)
    await toList()
    await screen.line('Щеглов').click()
    await expectInWindow(screen.chosen.getByText('Назначьте приём или отклоните'))
    await isClickable(screen.chosen.getByRole('button', { name: 'Назначить приём…' }))
    await isClickable(screen.chosen.getByRole('button', { name: 'Отклонить…' }))
    await isClickable(screen.chosen.getByRole('button', { name: 'Ещё', exact: true }))
    expect(await hasFocus()).toBe(true)
  })

  test('an answer to judge stands in the card of its application', async () => {
    await at(size, scheme)
    await toList()
    await screen.line('Зимин').click()
    await isClickable(screen.chosen.getByRole('button', { name: 'Подтверждает' }))
  })

  test('a letter beside its fields; the bar with the primary and its reason is in sight, the first field has the focus', async () => {
    await at(size, scheme)
    await toList()
    await screen.line('Письмо').first().click()
    await isClickable(mailroom.register)
    await mailroom.register.click()
    await expectInWindow(screen.registration.getByRole('region', { name: 'Текст письма' }))
    await isClickable(screen.field('Фамилия'))
    await expectInWindow(screen.registration.getByRole('button', { name: 'Зарегистрировать и назначить приём' }))
    await isClickable(screen.registration.getByRole('button', { name: 'Отмена' }))
    expect(await hasFocus()).toBe(true)
    await screen.registration.getByRole('button', { name: 'Отмена' }).click()
    await mailroom.letter.waitFor()
  })

  test('the times and the link of an appointment', async () => {
    await at(size, scheme)
    await toList()
    await screen.line('Канарейкина').click()
    await screen.chosen.getByRole('button', { name: 'Назначить приём…' }).click()
    await isClickable(screen.chosenTime)
    await expectInWindow(screen.appointment.getByText('Вставьте ссылку на встречу.'))
    await isClickable(screen.appointment.getByRole('button', { name: 'Отмена' }))
    await screen.appointment.getByRole('button', { name: 'Отмена' }).click()
    await screen.chosen.waitFor()
  })
})

test('no violation of WCAG 2.1 A or AA, and every state as a picture', async () => {
  const { page } = desk
  await at(officeScreens[1], 'light')
  const judged = async (name: string) => {
    expect(await axeViolationsInBothSchemes(page)).toEqual([])
    await keepPicture(page, name)
    await at(officeScreens[1], 'light')
  }
  await toList()
  await judged('cases')
  await screen.line('Щеглов').click()
  await screen.chosen.waitFor()
  await judged('case-application')
  await screen.chosen.getByRole('button', { name: 'Дополнить заявку…' }).click()
  await screen.completion.waitFor()
  await judged('case-completion')
  await screen.completion.getByRole('button', { name: 'Отмена' }).click()
  await screen.chosen.getByRole('button', { name: 'Отклонить…' }).click()
  await page.getByRole('region', { name: 'Решение об отклонении заявки' }).waitFor()
  await judged('case-rejection')
  await toList()
  await screen.line('Зимин').click()
  await screen.chosen.getByRole('article').first().waitFor()
  await judged('case-reply')
  await toList()
  await screen.line('Письмо').first().click()
  await mailroom.fields.waitFor()
  await judged('case-letter')
  await mailroom.register.click()
  await screen.registration.waitFor()
  await judged('case-registration')
  await toList()
  await screen.line('Канарейкина').click()
  await screen.chosen.getByRole('button', { name: 'Назначить приём…' }).click()
  await screen.chosenTime.waitFor()
  await judged('case-appointment')
  await toList()
  await screen.register.click()
  await screen.registration.waitFor()
  await judged('case-new')
  await toList()
  await screen.show('Готово')
  await screen.list.getByRole('option').first().waitFor()
  await judged('cases-done')
  expect(desk.complaints).toEqual([])
})

test('by keyboard: the list opens a case, «К списку» gives the list back with the focus', async () => {
  const { page } = desk
  await at(officeScreens[3], 'light')
  await toList()
  await screen.list.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await screen.back.waitFor()
  await expect.poll(() => screen.back.evaluate(element => element === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  await expect.poll(() => screen.list.evaluate(element => element === document.activeElement)).toBe(true)
})
