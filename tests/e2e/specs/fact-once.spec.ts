import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, firstRun, openDesk } from '../../fixtures/desk.ts'
import { until } from '../../fixtures/until.ts'
import { ApplicationsPage } from '../pages/applications-page.ts'

/** A workstation that takes its time: its answers are held back while `held` is there. */
let desk: Desk
let held: (() => void)[] | null = null
const asked: string[] = []

beforeAll(async () => {
  desk = await openDesk({
    prepare: context =>
      context.routeWebSocket(/\/rpc$/, page => {
        const workstation = page.connectToServer()
        page.onMessage(message => {
          asked.push(String(message))
          workstation.send(message)
        })
        workstation.onMessage(message => {
          if (held === null) page.send(message)
          else held.push(() => page.send(message))
        })
      }),
  })
  await firstRun(desk)
})
afterAll(() => desk.close())

const registrations = () => asked.filter(message => message.includes('/applications/register')).length

test('Ctrl+Enter pressed again before the answer sets no second fact', async () => {
  const { page } = desk
  const screen = new ApplicationsPage(page)
  await screen.go()
  await screen.register.click()
  await screen.field('Фамилия').fill('Канарейкин')
  await screen.field('Телефон').fill('8 900 000-00-12')
  held = []
  await page.keyboard.press('Control+Enter')
  await screen.registerDialog.locator('button[data-loading]').waitFor()
  await page.keyboard.press('Control+Enter')
  await until('the first one is on its way', registrations, count => count > 0)
  const waiting = held
  held = null
  for (const answer of waiting) answer()
  await screen.line('Канарейкин').first().waitFor()
  expect(registrations()).toBe(1)
  expect(await screen.line('Канарейкин').count()).toBe(1)
})
