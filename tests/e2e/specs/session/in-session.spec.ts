import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formatTime } from '../../../../shared/text/date-time.ts'
import { axeViolationsInBothSchemes } from '../../../fixtures/axe.ts'
import { type Desk, openStaffedDesk } from '../../../fixtures/desk.ts'
import { newApplication, newMeetingLink } from '../../../fixtures/new-application.ts'
import { ownPassword } from '../../../fixtures/people.ts'
import { plantReception } from '../../../fixtures/planted-reception.ts'
import { armRecorder, openReception } from '../../../fixtures/reception-by-hand.ts'
import { quietRoom } from '../../../fixtures/telemost-room.ts'
import { timeZone } from '../../../fixtures/time-zone.ts'
import { until } from '../../../fixtures/until.ts'
import { RecordingsPage } from '../../pages/recordings-page.ts'
import { SessionPage } from '../../pages/session-page.ts'
import { SignInPage } from '../../pages/sign-in-page.ts'
import { TodayPage } from '../../pages/today-page.ts'

/** One reception with all its turns; WCAG 2.1 A and AA in each. Steps build on each other. */
let desk: Desk
let session: SessionPage
let today: TodayPage
let recorder: Page
const nextInMinutes = 20

beforeAll(async () => {
  desk = await openStaffedDesk({ room: quietRoom })
  const client = await desk.client()
  for (const [familyName, inMinutes] of [
    ['Абрамов', 0],
    ['Быков', nextInMinutes],
  ] as const) {
    await plantReception(
      client,
      desk.profileDirectory,
      newApplication({ familyName, inMinutes, link: newMeetingLink() }),
    )
  }
  client.close()
  session = new SessionPage(desk.page)
  today = new TodayPage(desk.page)
  await desk.page.emulateMedia({ reducedMotion: 'reduce' })
})
afterAll(() => desk.close())

const isAccessible = async () => expect(await axeViolationsInBothSchemes(desk.page)).toEqual([])

test('the bar says what time it is and who is next', async () => {
  const { page } = desk
  recorder = (await openReception(desk, 'Абрамов П. П.')).recorder
  await until(
    'the clock of the body',
    () => page.getByRole('timer', { name: 'Время' }).innerText(),
    shown => shown === formatTime(Date.now(), timeZone),
  )
  await page.getByText(/^следующий \d{2}:\d{2} Быков П\. П\.$/).waitFor()
})

test('the list of the day is covered while a citizen is received, and shown on demand', async () => {
  const { page } = desk
  await today.go()
  await page.getByText('Приём открыт: Абрамов П. П.').waitFor()
  expect(await today.list.count()).toBe(0)
  expect(await page.locator('main').innerText()).not.toContain('Быков')
  await isAccessible()
  await page.getByRole('button', { name: 'Показать список приёмов' }).click()
  await today.line('Быков П. П.').waitFor()
  await today.returnToOpen()
})

test('the picture is magnified at the pointer', async () => {
  const { page } = desk
  await session.citizenConnected.click()
  await session.noticeGiven.click()
  await session.identification.waitFor()
  const picture = page.getByRole('img', { name: /^Изображение из окна Телемоста/ })
  const widthShown = () => picture.evaluate(canvas => canvas.getBoundingClientRect().width)
  const width = await widthShown()
  await page.getByRole('button', { name: 'Увеличить вдвое' }).click()
  await until('twice as large', widthShown, shown => Math.abs(shown - 2 * width) < 2)
  await isAccessible()
  await page.getByRole('button', { name: 'Обычный размер' }).click()
  await until('as before', widthShown, shown => Math.abs(shown - width) < 2)
  await session.identify()
})

test('the connection is lost and comes back; who else is there', async () => {
  const { page } = desk
  await (await session.itemOf('Проблема', 'Связь прервалась')).click()
  await page.getByText('Связь с гражданином прервана').waitFor()
  await page.getByRole('button', { name: 'Связь восстановлена' }).click()
  await page.getByRole('heading', { name: 'Консультация' }).waitFor()
  await session.notePresence('дочь', true)
})

test('the window of the recorder is closed: the alarm, its repair, the repeated notice', async () => {
  const { page } = desk
  await recorder.close()
  await session.alarms.getByRole('button', { name: 'Открыть окно записи' }).waitFor()
  const opened = desk.context.waitForEvent('page')
  await session.alarms.getByRole('button', { name: 'Открыть окно записи' }).click()
  await armRecorder(await opened)
  await page.bringToFront()
  await session.noticeRepeated.and(page.locator(':enabled')).waitFor()
  await session.noticeRepeated.click()
  await session.noticeRepeated.waitFor({ state: 'hidden' })
})

test('interrupted for abuse: what is half written survives leaving and coming back', async () => {
  const { page } = desk
  await session.warnOfAbuse()
  await session.interruptForAbuse()
  await session.resultText.waitFor()
  await session.usualWord('угрозы').click()
  await session.needsWrittenReply.check()
  const half = await session.resultText.inputValue()
  expect(half).toContain(': угрозы.')
  expect(half).toContain('{')
  await today.go()
  await today.returnToOpen()
  await session.resultText.waitFor()
  expect(await session.resultText.inputValue()).toBe(half)
  await page.reload()
  await session.resultText.waitFor()
  expect(await session.resultText.inputValue()).toBe(half)
  expect(await session.needsWrittenReply.isChecked()).toBe(true)
  expect(await session.closeReception.isDisabled()).toBe(true)
  await page.getByRole('button', { name: 'Руководитель уведомлён' }).click()
  await session.closeReception.and(page.locator(':enabled')).click()
  await session.writtenToJournal.waitFor()
})

test('the recording of it must not be destroyed', async () => {
  const { page } = desk
  const recordings = new RecordingsPage(page)
  await recordings.go()
  await recordings.line('Абрамов П. П.').getByText('запрет уничтожения').waitFor()
  await recordings.open('Абрамов П. П.')
  const holds = recordings.panel.getByRole('region', { name: 'Запрет уничтожения' })
  await holds.getByText('Уничтожать нельзя, даже когда срок хранения истечёт').waitFor()
  await holds.getByText(/^Основание: прерванный приём \(п\. 3\.12\)\./).waitFor()
  await holds.getByText('Снять запрет может руководитель').waitFor()
  await recordings.panel.getByRole('button', { name: 'Запретить уничтожение…' }).click()
  await page.getByRole('dialog', { name: 'Запретить уничтожение записи' }).waitFor()
  await session.closeDialog()
})

test('a locked desk shows nobody of the list', async () => {
  const { page } = desk
  await today.go()
  await today.line('Быков П. П.').waitFor()
  const entry = new SignInPage(page)
  await entry.lock()
  expect(await today.list.count()).toBe(0)
  expect(await page.locator('body').innerText()).not.toMatch(/Быков|Абрамов/)
  await entry.unlock(ownPassword)
  await today.line('Быков П. П.').waitFor()
  expect(desk.complaints).toEqual([])
})

test('the program is gone: the band says what is kept', async () => {
  await desk.supervisor.stop()
  await session.connectionBand.waitFor()
})
