import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openStaffedDesk } from '../../../fixtures/desk.ts'
import { newApplication, newMeetingLink } from '../../../fixtures/new-application.ts'
import { plantReception } from '../../../fixtures/planted-reception.ts'
import { armRecorder, closeAsHeld, talkUntilConsultation } from '../../../fixtures/reception-by-hand.ts'
import { quietRoom } from '../../../fixtures/telemost-room.ts'
import { JournalPage } from '../../pages/journal-page.ts'
import { SessionPage } from '../../pages/session-page.ts'
import { TodayPage } from '../../pages/today-page.ts'

/** Nobody came (п. 3.12), and after all did; and our own fault (п. 3.5). */
let desk: Desk
let room: Page
beforeAll(async () => {
  desk = await openStaffedDesk({ room: quietRoom })
  const client = await desk.client()
  for (const [familyName, inMinutes] of [
    ['Сидоров', -12],
    ['Орлов', -1],
  ] as const) {
    await plantReception(
      client,
      desk.profileDirectory,
      newApplication({ familyName, inMinutes, link: newMeetingLink() }),
    )
  }
  client.close()
})
afterAll(() => desk.close())

test('after ten minutes the interruption is offered, is not what Enter does, and writes column 7 word for word', async () => {
  const { page } = desk
  await new TodayPage(page).open('Сидоров П. П.')
  const session = new SessionPage(page)
  room = await session.openRoom()
  await page.bringToFront()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: /Прервать с указанием причины \(п\. 3\.12/ }).waitFor()
  await page
    .getByText(/^Вы открыли комнату на \d+ минут\S* позже; подождите до \d{2}:\d{2}\.$/)
    .first()
    .waitFor()
  await session.interrupt('Гражданин не подключился', 'следующий гражданин уже ждёт')
  await session.resultText.waitFor()
  expect(await session.resultText.inputValue()).toMatch(
    /^\d{2}\.\d{2}\.\d{4}\. Комната видеоконференцсвязи открыта в \d{2}:\d{2}\. Личный прием прерван в \d{2}:\d{2}: гражданин не подключился в течение 10 минут от назначенного времени \(\d{2}:\d{2}\)\. Решение прервать прием принято по причине: следующий гражданин уже ждёт\.$/,
  )
  await session.closeReception.click()
  await session.writtenToJournal.waitFor()
})

test('the citizen comes after all: reopened the same day with a reason, recorded and held', async () => {
  const { page } = desk
  const session = new SessionPage(page)
  const reopen = page.getByRole('button', { name: 'Возобновить приём' })
  await reopen.waitFor()
  expect(await reopen.isDisabled()).toBe(true)
  await page.getByLabel(/почему приём возобновляется/).fill('позвонил в 09:20, не мог войти')
  await reopen.click()
  await room.getByRole('button', { name: 'Войти со звуком' }).click()
  await armRecorder(await session.openRecorder())
  await page.bringToFront()
  await session.citizenConnected.and(page.locator(':enabled')).waitFor()
  await talkUntilConsultation({ session })
  await closeAsHeld({ session })

  const journal = new JournalPage(page)
  await journal.go()
  await journal.search.fill('Сидоров')
  await journal.only('Сидоров')
  expect((await journal.cells('Сидоров'))[6]).toMatch(
    /^\d{2}\.\d{2}\.\d{4}, \d{2}:\d{2}–\d{2}:\d{2}\. Гражданин уведомлен о видеозаписи в \d{2}:\d{2}\. Личный прием проведен\. Личность установлена \(демонстрация экрана\)\. Даны разъяснения: о порядке назначения субсидии и перечне документов\.$/,
  )
  await journal.openRow('Сидоров')
  await journal.tab('История').click()
  await journal.panel.getByText(/позвонил в 09:20, не мог войти/).waitFor()
  await page.keyboard.press('Escape')
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
