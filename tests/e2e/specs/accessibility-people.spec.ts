import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolationsInBothSchemes } from '../../fixtures/axe.ts'
import { type Desk, openDesk } from '../../fixtures/desk.ts'
import { firstPassword, firstRunInput, ownPassword, staff } from '../../fixtures/people.ts'
import { FirstRunPage } from '../pages/first-run-page.ts'
import { SignInPage } from '../pages/sign-in-page.ts'

/** WCAG 2.1 A and AA on the way in: first run, sign-in, lock, settings; with what was entered wrongly. */
let desk: Desk
let form: FirstRunPage
let entry: SignInPage
beforeAll(async () => {
  desk = await openDesk()
  form = new FirstRunPage(desk.page)
  entry = new SignInPage(desk.page)
  await form.heading.waitFor()
})
afterAll(() => desk.close())

const isAccessible = async () => expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])

test('every step of the first run, empty and with errors, and the recovery key', async () => {
  const { page } = desk
  const { administrator, bodyName, workplaceName } = firstRunInput
  await isAccessible()
  await form.next.click()
  await page.getByText('Укажите фамилию, имя и отчество полностью').waitFor()
  await isAccessible()
  await page.getByLabel('Фамилия, имя, отчество').fill(administrator.fullName)
  await page.getByLabel('Должность').fill(administrator.position)
  await page.getByLabel('Пароль администратора').fill(administrator.password)
  await form.next.click()
  await page.getByLabel('Орган, который проводит приём').waitFor()
  await isAccessible()
  await page.getByLabel('Орган, который проводит приём').fill(bodyName)
  await form.next.click()
  const add = page.getByRole('button', { name: 'Добавить сотрудника' })
  await add.waitFor()
  await isAccessible()
  await add.click()
  await page.getByRole('region', { name: 'Сотрудник 1' }).waitFor()
  await isAccessible()
  await page.reload()
  await form.heading.waitFor()
  await form.fill({ ...firstRunInput, workplaceName })
  await form.recoveryKey.waitFor()
  await isAccessible()
  await form.takeKey()
})

test('sign-in: the first password, a wrong one, the lock', async () => {
  const { page } = desk
  await entry.heading.waitFor()
  await isAccessible()
  await entry.signIn(staff.specialist.shortName, 'неверный-пароль')
  await page.getByText('Имя и пароль не подходят друг к другу').waitFor()
  await isAccessible()
  await entry.unlock(firstPassword)
  await entry.newPassword.waitFor()
  await isAccessible()
  await entry.newPassword.fill(ownPassword)
  await page.getByLabel('Новый пароль ещё раз').fill(ownPassword)
  await entry.submit.click()
  await page.getByRole('navigation', { name: 'Разделы' }).waitFor()
  await entry.lock()
  await isAccessible()
  await entry.other.click()
  await entry.heading.waitFor()
})

test('every section of the settings, and a person with errors', async () => {
  const { page } = desk
  await entry.signIn(staff.administrator.shortName, firstPassword)
  await page.getByRole('heading', { name: 'Настройки' }).waitFor()
  const tabs = await page.getByRole('tab').allInnerTexts()
  expect(tabs.length).toBeGreaterThan(3)
  for (const tab of tabs) {
    await page.getByRole('tab', { name: tab }).click()
    await page.getByRole('tabpanel', { name: tab }).waitFor()
    await isAccessible()
  }
  await page.getByRole('tab', { name: 'Сотрудники' }).click()
  await page.getByRole('button', { name: 'Добавить сотрудника' }).click()
  const dialog = page.getByRole('dialog')
  await isAccessible()
  await dialog.getByLabel('Фамилия, имя, отчество').fill('Орлова Ольга Сергеевна')
  await dialog.getByLabel('Должность').fill('ведущий специалист')
  await dialog.getByLabel('Первый пароль').fill('короткий')
  await dialog.getByRole('button', { name: 'Добавить', exact: true }).click()
  await dialog.getByText('Не короче 10 знаков', { exact: true }).waitFor()
  await isAccessible()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

test('another first password, one’s own password, another recovery key; each refused and done', async () => {
  const { page } = desk
  await page.getByRole('button', { name: `Изменить: ${staff.head.shortName}` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^Новый первый пароль/).fill('короткий')
  await dialog.getByRole('button', { name: 'Выдать' }).click()
  await dialog.getByText('Не короче 10 знаков', { exact: true }).waitFor()
  await isAccessible()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })

  await page.getByRole('banner').getByRole('button').last().click()
  await page.getByRole('menuitem', { name: 'Сменить пароль…' }).waitFor()
  await isAccessible()
  await page.getByRole('menuitem', { name: 'Сменить пароль…' }).click()
  await dialog.getByLabel('Прежний пароль').fill('неверный-пароль')
  await dialog.getByLabel('Новый пароль').fill(ownPassword)
  await isAccessible()
  await dialog.getByRole('button', { name: 'Сменить' }).click()
  await dialog.getByRole('alert').waitFor()
  await isAccessible()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })

  await page.getByRole('tab', { name: 'Ключ восстановления' }).click()
  await page.getByLabel('Ваш пароль').fill('неверный-пароль')
  await page.getByRole('button', { name: 'Выдать новый ключ' }).click()
  await page.getByText('Новый ключ не выдан').waitFor()
  await isAccessible()
  await page.getByLabel('Ваш пароль').fill(firstPassword)
  await page.getByRole('button', { name: 'Выдать новый ключ' }).click()
  await form.recoveryKey.waitFor()
  await isAccessible()
  expect(desk.complaints).toEqual([])
})
