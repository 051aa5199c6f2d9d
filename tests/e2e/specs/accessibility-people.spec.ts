import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolationsInBothSchemes } from '../../fixtures/axe.ts'
import { type Desk, openDesk } from '../../fixtures/desk.ts'
import { firstPassword, firstRunInput, staff } from '../../fixtures/people.ts'
import { FirstRunPage } from '../pages/first-run-page.ts'
import { SignInPage } from '../pages/sign-in-page.ts'

/** WCAG 2.1 A and AA on every section of the settings with real data; the way in is in tests/components. */
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

test('every section of the settings', async () => {
  const { page } = desk
  await form.fill(firstRunInput)
  await form.recoveryKey.waitFor()
  await form.takeKey()
  await entry.signIn(staff.administrator.shortName, firstPassword)
  await page.getByRole('heading', { name: 'Настройки' }).waitFor()
  await page.getByRole('banner').getByRole('button').last().click()
  await page.getByRole('menuitem', { name: 'Сменить пароль…' }).waitFor()
  await isAccessible()
  await page.keyboard.press('Escape')
  const tabs = await page.getByRole('tab').allInnerTexts()
  expect(tabs.length).toBeGreaterThan(3)
  for (const tab of tabs) {
    await page.getByRole('tab', { name: tab }).click()
    await page.getByRole('tabpanel', { name: tab }).waitFor()
    await isAccessible()
  }
})

test('another recovery key is refused to a wrong password and issued to the right one', async () => {
  const { page } = desk
  await page.getByRole('tab', { name: 'Ключ восстановления' }).click()
  await page.getByLabel('Ваш пароль').fill('неверный-пароль')
  await page.getByRole('button', { name: 'Выдать новый ключ' }).click()
  await page.getByText('Новый ключ не выдан').waitFor()
  await page.getByLabel('Ваш пароль').fill(firstPassword)
  await page.getByRole('button', { name: 'Выдать новый ключ' }).click()
  await form.recoveryKey.waitFor()
  expect(desk.complaints).toEqual([])
})
