import { afterAll, beforeAll, expect, test } from 'vitest'
import { unwrap } from '../../../shared/contract/reply.ts'
import { type Desk, firstRun, openDesk } from '../../fixtures/desk.ts'
import { newApplication, newMeetingLink } from '../../fixtures/new-application.ts'
import { SessionPage } from '../pages/session-page.ts'
import { TodayPage } from '../pages/today-page.ts'

/** Two receptions that are not held: nobody came (п. 3.12), and our own fault (п. 3.5). */
let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
  await firstRun(desk)
  const client = await desk.client()
  for (const [familyName, inMinutes] of [
    ['Сидоров', -12],
    ['Орлов', -1],
  ] as const) {
    await unwrap(client.calls.applications.create(newApplication({ familyName, inMinutes, link: newMeetingLink() })))
  }
  client.close()
})
afterAll(() => desk.close())

test('after ten minutes the interruption is offered, is not what Enter does, and writes column 7 word for word', async () => {
  const { page } = desk
  await new TodayPage(page).open('Сидоров П. П.')
  const session = new SessionPage(page)
  await session.openRoom()
  await page.bringToFront()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: /Прервать приём \(п\. 3\.12/ }).waitFor()
  await session.interrupt('Гражданин не подключился')
  await session.resultText.waitFor()
  expect(await session.resultText.inputValue()).toMatch(
    /^\d{2}\.\d{2}\.\d{4}\. Личный прием прерван в \d{2}:\d{2}: гражданин не подключился в течение 10 минут от назначенного времени \(\d{2}:\d{2}\)\.$/,
  )
  await session.closeReception.click()
  await session.writtenToJournal.waitFor()
})

test('a fault of ours leads through the phone call; the calls stand in column 7', async () => {
  const { page } = desk
  const today = new TodayPage(page)
  await today.go()
  await today.open('Орлов П. П.')
  const session = new SessionPage(page)
  await session.openRoom()
  await page.bringToFront()
  await session.markFault('не работает микрофон')
  await page.getByRole('button', { name: 'От иного срока отказался' }).click()
  await page.getByRole('button', { name: /Записать результат/ }).click()
  await session.resultText.waitFor()
  const text = await session.resultText.inputValue()
  expect(text).toContain('не работает микрофон')
  expect(text).toMatch(/от иного срока отказался/)
  await session.closeReception.click()
  await session.writtenToJournal.waitFor()
})
