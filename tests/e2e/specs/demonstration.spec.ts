import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations } from '../../fixtures/axe.ts'
import { type Desk, openDesk } from '../../fixtures/desk.ts'
import { SignInPage } from '../pages/sign-in-page.ts'

/** The made-up office through its own way in. Steps build on each other. */
let desk: Desk
let door: SignInPage
beforeAll(async () => {
  desk = await openDesk({ demonstration: true })
  door = new SignInPage(desk.page)
})
afterAll(() => desk.close())

test('sixteen people come in by one press each; the technician finds six workplaces', async () => {
  const { page } = desk
  await door.leave()
  const entries = page.getByRole('button', { name: /^Войти как / })
  await entries.first().waitFor()
  expect(await entries.count()).toBe(16)
  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Войти как Кузнецов П. А., инженер' }).click()
  await page.getByRole('navigation', { name: 'Разделы' }).waitFor()
  await page.getByRole('link', { name: 'Оборудование' }).click()
  const board = page.getByRole('region', { name: 'Утренняя доска' })
  for (const name of [1, 2, 3, 4, 5, 6]) await board.getByText(`Рабочее место ${name}`).first().waitFor()
})

test('from one to another: out, and in as a head', async () => {
  const { page } = desk
  await door.leave()
  await page.getByRole('button', { name: 'Войти как Морозова Е. В., начальник отдела' }).click()
  await page.getByRole('banner').getByText('Морозова Е. В.').waitFor()
  expect(desk.complaints).toEqual([])
})
