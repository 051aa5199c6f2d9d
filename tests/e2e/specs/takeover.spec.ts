import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolationsInBothSchemes } from '../../fixtures/axe.ts'
import { changeTo } from '../../fixtures/change-person.ts'
import { type Desk, openStaffedDesk } from '../../fixtures/desk.ts'
import { keepPicture } from '../../fixtures/keep-picture.ts'
import { newApplication, newMeetingLink } from '../../fixtures/new-application.ts'
import {
  addOtherSpecialist,
  firstPassword,
  otherSpecialist,
  ownPassword,
  signInAs,
  staff,
} from '../../fixtures/people.ts'
import { plantReception } from '../../fixtures/planted-reception.ts'
import { startTelemostApi, type TelemostApiStandIn } from '../../fixtures/telemost-api/telemost-api.ts'
import { JournalPage } from '../pages/journal-page.ts'
import { SignInPage } from '../pages/sign-in-page.ts'
import { TakeoverDialog } from '../pages/takeover-dialog.ts'
import { TodayPage } from '../pages/today-page.ts'

/** «Передать приёмы», «Персональные данные», «Яндекс Телемост»: by screens alone. */
let desk: Desk
let today: TodayPage
let api: TelemostApiStandIn

beforeAll(async () => {
  api = await startTelemostApi()
  desk = await openStaffedDesk()
  const client = await desk.client()
  for (const [familyName, inMinutes, link] of [
    ['Авдеев', 40, newMeetingLink()],
    ['Белов', 70, newMeetingLink()],
    ['Волков', 100, ''],
  ] as const) {
    await plantReception(client, desk.profileDirectory, newApplication({ familyName, inMinutes, link }))
  }
  await signInAs(client, 'administrator')
  await addOtherSpecialist(client)
  await signInAs(client, 'specialist')
  client.close()
  await desk.page.reload()
  today = new TodayPage(desk.page)
})
afterAll(async () => {
  await desk.close()
  await api.close()
})

const picture = (name: string) => keepPicture(desk.page, name)
const isAccessible = async () => expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])

test('one of two goes over: the boxes decide, plain Enter sets nothing, column 6 names the new one', async () => {
  await today.line('Авдеев П. П.').waitFor()
  await picture('today')
  const dialog = await TakeoverDialog.openFromToday(desk.page)
  await dialog.choose('От кого', staff.specialist.shortName)
  await dialog.choose('Кому', otherSpecialist.shortName)
  await dialog.lines.waitFor()
  await dialog.box(3).uncheck()
  await dialog.box(2).uncheck()
  await dialog.root.getByRole('button', { name: 'Передать 1 приём' }).click()
  await dialog.root.getByText('Укажите, кто и почему решил').waitFor()
  await isAccessible()
  await dialog.basis.fill('больничный, решила начальник отдела')
  await picture('takeover')
  await dialog.root.getByRole('button', { name: 'Передать 1 приём' }).focus()
  await desk.page.keyboard.press('Enter')
  expect(await dialog.outcome.count()).toBe(0)
  await desk.page.keyboard.press('Control+Enter')
  await dialog.outcome.waitFor()
  expect(await dialog.outcome.innerText()).toContain('Передано: 1 приём.')
  await isAccessible()
  await picture('takeover-outcome')
  await dialog.root.getByRole('button', { name: 'Готово' }).click()
  const journal = new JournalPage(desk.page)
  await journal.go()
  await journal.search.fill('Авдеев')
  await journal.only('Авдеев')
  const cells = await journal.cells('Авдеев')
  expect(cells[5]).toBe(otherSpecialist.fullName)
  expect(cells[4]).not.toContain('перенесен')
  await today.go()
  // One line: who was replaced at the same time is no move for the citizen.
  expect(await today.line('Авдеев П. П.').count()).toBe(1)
})

test('a request of the person: registered, in «Сделать сегодня» with its term, answered', async () => {
  const { page } = desk
  await today.line('Белов П. П.').click()
  await today.more('Персональные данные…')
  const dialog = page.getByRole('dialog', { name: 'Персональные данные (152-ФЗ)' })
  await dialog.getByText('Обращений о персональных данных по этой заявке не было.').waitFor()
  await isAccessible()
  await dialog.getByRole('button', { name: 'Внести обращение…' }).click()
  await dialog.getByRole('radio', { name: 'Отзыв согласия на обработку данных' }).check()
  await isAccessible()
  await picture('rights-register')
  await dialog.getByRole('button', { name: 'Внести обращение', exact: true }).click()
  await dialog.getByRole('button', { name: 'Исполнено…' }).click()
  await dialog.getByLabel(/На каком основании/).fill('заявление № 5')
  await isAccessible()
  await dialog.getByRole('button', { name: 'Стереть и отметить' }).click()
  // The citizen is still to be received.
  await dialog.getByText(/Сначала отмените приём \(п\. 2\.6\)/).waitFor()
  await picture('rights-answer')
  await dialog.getByRole('button', { name: 'Назад' }).click()
  await picture('rights')
  await dialog.getByRole('button', { name: 'Закрыть' }).first().click()
  const attention = page.getByRole('region', { name: 'Сделать сегодня' })
  await attention.getByText(/уничтожение данных после отзыва согласия \(ст\. 21 152-ФЗ\)/).waitFor()
  await picture('attention')
})

test('disabled with receptions ahead: «Сотрудники» says so, and gives them away without names', async () => {
  const { page } = desk
  await changeTo(page, 'administrator', firstPassword)
  await page.getByRole('button', { name: `Изменить: ${staff.specialist.shortName}` }).click()
  await page.getByRole('button', { name: 'Отключить сотрудника' }).click()
  await page.getByText(`${staff.specialist.shortName} больше не ведёт приёмов`).waitFor()
  await isAccessible()
  await picture('staff')
  const dialog = await TakeoverDialog.openFrom(page)
  await dialog.choose('Кому', otherSpecialist.shortName)
  await dialog.lines.waitFor()
  expect(await dialog.lines.innerText()).not.toContain('Белов')
  await dialog.basis.fill('увольнение, приказ № 8')
  await dialog.root.getByRole('button', { name: 'Передать 2 приёма' }).click()
  await dialog.outcome.waitFor()
  await dialog.root.getByRole('button', { name: 'Готово' }).click()
  await page.getByText('больше не ведёт приёмов').waitFor({ state: 'detached' })
})

test('Telemost: the token is tried, and a reception without a link gets one of its own', async () => {
  const { page } = desk
  await page.getByRole('tab', { name: 'Яндекс Телемост' }).click()
  await page.getByLabel('Адрес API').fill('ftp://example.ru')
  await page.getByRole('button', { name: 'Записать' }).click()
  await page.getByText('Нужен адрес https://').first().waitFor()
  await isAccessible()
  await page.getByLabel('Адрес API').fill(api.address)
  await page.getByRole('switch', { name: 'Создавать ссылки через Яндекс Телемост' }).click()
  await page.getByLabel('Токен OAuth').fill('y0_wrong')
  await page.getByRole('button', { name: 'Записать' }).click()
  await page.getByText('Настройки Телемоста записаны').first().waitFor()
  await page.getByRole('button', { name: 'Проверить' }).click()
  await page.getByText(/Телемост не узнал токен \(401\)/).waitFor()
  await isAccessible()
  await picture('telemost')
  await page.getByLabel('Новый токен OAuth').fill(api.token)
  await page.getByRole('button', { name: 'Записать' }).click()
  await page.getByRole('button', { name: 'Проверить' }).click()
  await page.getByText(/Работает: Телемост создал встречу/).waitFor()
  expect(await page.content()).not.toContain(api.token)

  const entry = new SignInPage(page)
  await entry.leave()
  await entry.signInFirst(otherSpecialist.shortName, firstPassword, ownPassword)
  await today.line('Волков П. П.').click()
  await today.selected.getByRole('button', { name: 'Создать ссылку' }).waitFor()
  await picture('make-link')
  await today.selected.getByRole('button', { name: 'Создать ссылку' }).click()
  await today.selected.getByLabel(/Ссылка на встречу/).waitFor({ state: 'detached' })
  const posts = () => api.requests.filter(({ method }) => method === 'POST').length
  expect(posts()).toBe(3)

  await today.more('Сменить ссылку…')
  const another = today.selected.getByRole('region', { name: 'Другая ссылка' })
  await isAccessible()
  await picture('change-link')
  await another.getByRole('button', { name: 'Создать новую ссылку' }).click()
  await another.waitFor({ state: 'detached' })
  expect(posts()).toBe(4)
  expect(desk.complaints).toEqual([])
})
