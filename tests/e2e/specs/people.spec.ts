import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openDesk } from '../../fixtures/desk.ts'
import { keepPicture } from '../../fixtures/keep-picture.ts'
import { firstPassword, firstRunInput, ownPassword, staff } from '../../fixtures/people.ts'
import { beginPrinting, endPrinting } from '../../fixtures/printing.ts'
import { FirstRunPage } from '../pages/first-run-page.ts'
import { SignInPage } from '../pages/sign-in-page.ts'

let desk: Desk
let entry: SignInPage
let form: FirstRunPage
const headPassword = 'пять-яблонь-у-школы'

beforeAll(async () => {
  desk = await openDesk()
  entry = new SignInPage(desk.page)
  form = new FirstRunPage(desk.page)
})
afterAll(() => desk.close())

const sections = () => desk.page.getByRole('navigation', { name: 'Разделы' }).getByRole('link').allInnerTexts()

test('the first run asks step by step, keeps what was entered, and writes nothing before the end', async () => {
  const { page } = desk
  await page.getByRole('button', { name: 'Дальше' }).click()
  await page.getByText('Укажите фамилию, имя и отчество полностью').waitFor()
  await page.getByLabel('Фамилия, имя, отчество').fill('Лебедев Игорь')
  await page.getByLabel('Должность').fill('администратор')
  await page.getByLabel('Пароль администратора').fill('короткий')
  await page.getByRole('button', { name: 'Дальше' }).click()
  await page.getByText('Не короче 10 знаков', { exact: true }).waitFor()
  await page.getByLabel('Пароль администратора').fill(firstPassword)
  await page.getByRole('button', { name: 'Дальше' }).click()
  await page.getByLabel('Орган, который проводит приём').waitFor()
  await page.getByRole('button', { name: 'Назад' }).click()
  expect(await page.getByLabel('Фамилия, имя, отчество').inputValue()).toBe('Лебедев Игорь')
  await page.reload()
  await page.getByRole('heading', { name: 'Первый запуск' }).waitFor()
  await form.fill(firstRunInput)
  await form.recoveryKey.waitFor()
})

test('the recovery key goes to the printer with whose it is, without the buttons around it', async () => {
  const { page } = desk
  await beginPrinting(page, 'Напечатать')
  expect(await form.recoveryKey.isVisible()).toBe(true)
  await page.getByText(`${firstRunInput.bodyName}. ${firstRunInput.workplaceName}.`).waitFor()
  expect(await page.getByRole('button').count()).toBe(0)
  expect(await page.getByRole('checkbox').count()).toBe(0)
  await endPrinting(page)
  await form.takeKey()
  await entry.signInFirst(staff.specialist.shortName, firstPassword, ownPassword)
  await page.getByRole('navigation', { name: 'Разделы' }).waitFor()
  expect(await sections()).toEqual(['Сегодня', 'Заявки', 'Журнал', 'Записи', 'Оборудование'])
})

test('a key locks the desk, nothing of it stays on the page, its person comes back to the same place', async () => {
  const { page } = desk
  await page.getByRole('link', { name: 'Журнал' }).click()
  await entry.lock()
  expect(await page.getByRole('navigation').count()).toBe(0)
  await entry.unlock('чужой-пароль-2026')
  await page.getByText('Вход не выполнен').waitFor()
  await entry.unlock(ownPassword)
  await page.getByRole('navigation', { name: 'Разделы' }).waitFor()
  expect(page.url()).toContain('/journal')
})

test('each role sees its own screens; who must not, is refused', async () => {
  const { page } = desk
  await entry.leave()
  await entry.signInFirst(staff.technician.shortName, firstPassword, 'две-лодки-на-берегу')
  await page.getByRole('heading', { name: 'Настройки' }).waitFor()
  expect(await sections()).toEqual(['Оборудование', 'Настройки'])
  expect(await page.getByRole('tab').allInnerTexts()).toEqual(['Резервные копии', 'Почта'])
  await entry.leave()
  await entry.signInFirst(staff.head.shortName, firstPassword, headPassword)
  await page.getByRole('navigation', { name: 'Разделы' }).waitFor()
  expect(await sections()).toEqual(['Сегодня', 'Заявки', 'Журнал', 'Записи', 'Оборудование', 'Настройки'])
  await entry.leave()
})

test('the administrator adds a person, changes the rules; a pause follows wrong passwords', async () => {
  const { page } = desk
  await entry.signIn(staff.administrator.shortName, firstPassword)
  await page.getByRole('button', { name: 'Добавить сотрудника' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Фамилия, имя, отчество').fill('Орлова Ольга Сергеевна')
  await dialog.getByLabel('Должность').fill('ведущий специалист')
  await dialog.getByLabel('Первый пароль').fill('короткий')
  await dialog.getByRole('button', { name: 'Добавить', exact: true }).click()
  await dialog.getByText('Не короче 10 знаков', { exact: true }).waitFor()
  await dialog.getByLabel('Первый пароль').fill(firstPassword)
  await dialog.getByRole('button', { name: 'Добавить', exact: true }).click()
  await page.getByRole('row', { name: /Орлова Ольга Сергеевна.*сменит пароль при входе/ }).waitFor()

  await page.getByRole('tab', { name: 'Правила входа' }).click()
  await page.getByLabel('Неверных паролей подряд до паузы').fill('3')
  await page.getByRole('button', { name: 'Записать' }).click()
  await page.getByText('Правила входа записаны').waitFor()
  await entry.leave()
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (attempt === 0) await entry.signIn('Орлова О. С.', 'неверный-пароль')
    else await entry.unlock(`неверный-пароль-${attempt}`)
    await page.getByText('Имя и пароль не подходят друг к другу').waitFor()
    await entry.password.and(page.locator('[value=""]')).waitFor()
  }
  await entry.unlock(firstPassword)
  await page.getByText('Повторить можно через 1 минуту').waitFor()
})

test('the event log tells all of it, and that nobody changed it', async () => {
  const { page } = desk
  await page.reload()
  await entry.signIn(staff.head.shortName, headPassword)
  await page.getByRole('link', { name: 'Настройки' }).click()
  await page.getByRole('tab', { name: 'Журнал событий' }).click()
  const table = page.getByRole('table')
  await table.getByText('Отказ во входе').first().waitFor()
  for (const words of ['Изменены настройки', 'Сотрудник добавлен', 'Рабочее место заблокировано']) {
    await table.getByText(words).first().waitFor()
  }
  await page.getByRole('button', { name: 'Проверить целостность' }).click()
  await page.getByText('Строки связаны без разрывов, но сверять не с чем').waitFor()
  await keepPicture(page, 'event-log-unconfirmed')
  expect(desk.complaints).toEqual([])
})
